/** Reading the originals of evidence: their words, and what is refused with what to do. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readEvidence } from '#src/imports/evidenceText.ts'
import { checkQuote } from '#src/quotes/check/checkQuote.ts'
import { makePdf } from '#tests/fixtures/evidence/pdf.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/evidence/${name}`, import.meta.url))

const read = (bytes: Uint8Array | string, filename: string, mimeType = 'text/plain') =>
  readEvidence({
    bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
    filename,
    mimeType,
  })

describe('a web page', () => {
  it('gives its words in order, its entities as letters, and its title', async () => {
    const { kind, text, title } = await read(fixture('page.html'), 'page.html', 'text/html')
    expect(kind).toBe('html')
    expect(title).toBe('Harbour & coast: the minister’s answer')
    expect(checkQuote('No ship leaves before the storm has passed,” she said.', text)).toBe(
      'verified',
    )
    expect(checkQuote('We will pay for everything <twice>.', text)).toBe('verified')
    expect(checkQuote('The fée is 4½ crowns', text)).toBe('verified')
    expect(text).toContain('The minister answers')
    expect(text).not.toMatch(/not a word|color|Home|Not shown|href|anand/i)
  })

  it('is read in the charset it declares, or the server names, or its byte order mark', async () => {
    const latin = Buffer.from(
      '<meta charset="iso-8859-1"><p>Gr\u00fc\u00dfe aus K\u00f6ln</p>',
      'latin1',
    )
    expect((await read(latin, 'a.html')).text).toBe('Grüße aus Köln')
    const named = Buffer.from('<html><p>Gr\u00fc\u00dfe</p></html>', 'latin1')
    const { text } = await readEvidence({
      bytes: named,
      filename: 'b',
      mimeType: 'text/html',
      charset: 'windows-1252',
    })
    expect(text).toBe('Grüße')
    const wide = Buffer.from('\uFEFF<html><p>Grüße</p></html>', 'utf16le')
    expect(await read(wide, 'c.html')).toMatchObject({ kind: 'html', text: 'Grüße' })
  })

  it(
    'is refused when it is nested to break its readers, or larger than any page',
    { timeout: 30_000 },
    async () => {
      await expect(read('<div>'.repeat(50_000) + 'deep', 'deep.html')).rejects.toMatchObject({
        code: 'unprocessable',
        message: expect.stringMatching(/nested deeper.*Paste the words/) as string,
      })
      await expect(read('<p>' + 'x'.repeat(11 * 1024 * 1024), 'big.html')).rejects.toMatchObject({
        code: 'too-large',
      })
    },
  )
})

describe('a PDF', () => {
  it('gives its pages one after the other, and its title', async () => {
    const bytes = makePdf(
      [
        ['The minister said: “No ship leaves'.replace('“', '"'), 'before the storm has pas-'],
        ['sed." Then she left.'],
      ],
      'The answer',
    )
    const { kind, text, title } = await read(bytes, 'answer.pdf', 'application/pdf')
    expect({ kind, title }).toEqual({ kind: 'pdf', title: 'The answer' })
    expect(checkQuote('No ship leaves before the storm has passed', text)).toBe('verified')
  })

  it('is known by its bytes, whatever it is called', async () => {
    const bytes = makePdf([['Enough words to be read as a page.']])
    expect((await read(bytes, 'page.html', 'text/html')).kind).toBe('pdf')
  })

  it.each([
    ['scanned', makePdf([[], []]), /scanned.*OCR/s],
    ['broken', Buffer.from('%PDF-1.7\nand then nothing'), /broken.*Save it again/s],
    ['not one at all', Buffer.from('Dear reader'), /called a PDF and is none/],
  ])('is refused when it is %s', async (_, bytes, message) => {
    await expect(read(bytes, 'x.pdf', 'application/pdf')).rejects.toMatchObject({
      code: 'unprocessable',
      message: expect.stringMatching(message) as string,
    })
  })
})

describe('a transcript', () => {
  it('of captions has one line for each speaker, without times and tags', async () => {
    expect(await read(fixture('hearing.vtt'), 'hearing.vtt', 'text/vtt')).toEqual({
      kind: 'transcript',
      title: null,
      text:
        'Mireille Anand: No ship leaves before the storm has passed.\n' +
        'Tomas Vale: And who pays & when?',
    })
    expect(await read(fixture('hearing.srt'), 'hearing.srt', 'application/x-subrip')).toMatchObject(
      {
        kind: 'transcript',
        text: 'ANAND: No ship leaves before the storm has passed.\nVALE: And who pays? And when?',
      },
    )
  })

  it('is known by the names at the beginning of its lines', async () => {
    const text = 'Q: Who pays?\nA: We do.\nQ: When?\nA: In spring.'
    expect((await read(text, 'talk.txt')).kind).toBe('transcript')
    expect((await read('Note: all of this is plain text.', 'talk.txt')).kind).toBe('text')
  })
})

describe('plain text', () => {
  it('is kept as it is, with one kind of line end', async () => {
    expect(await read('\uFEFFOne line.\r\nAnd another.\r', 'a.txt')).toEqual({
      kind: 'text',
      title: null,
      text: 'One line.\nAnd another.',
    })
  })

  it.each([
    [
      'in another charset',
      Buffer.from('Gr\u00fc\u00dfe', 'latin1'),
      /not text in UTF-8.*Save it again/,
    ],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /not text/],
    ['empty', Buffer.alloc(0), /is empty/],
    ['only spaces', Buffer.from(' \n '), /holds no words/],
    ['too long', Buffer.from('word '.repeat(400_001)), /more than 2 million/],
  ])('is refused when it is %s', async (_, bytes, message) => {
    await expect(read(bytes, 'a.txt')).rejects.toThrow(message)
  })
})
