/** Evidence with its originals, and what a quote may claim of it. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copiedPassages } from '#src/editorial/evidence/copiedPassages.ts'
import { compareMedia } from '#src/editorial/media/mediaFiles.ts'
import type { Evidence, Quote } from '#src/payload-types.ts'
import { readDifference, type KeptDifference } from '#src/quotes/check/keptDifference.ts'
import { makePdf } from '#tests/fixtures/evidence/pdf.ts'
import { bodyOf } from '#tests/support/factories.ts'
import { openNewsroom, type Answer, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let reporter: Person
let editor: Person
let admin: Person

beforeAll(async () => {
  room = await openNewsroom()
  reporter = await room.makeUser('reporter')
  editor = await room.makeUser('editor')
  admin = await room.makeUser('admin')
})
afterAll(() => room.close())

const PAGE =
  '<html><title>The answer</title><p>“No ship leaves before the storm has passed.”</p></html>'
const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

const upload = (who: Person, data: string | Uint8Array, name: string, type: string) => {
  const form = new FormData()
  form.append('file', new Blob([data as BlobPart], { type }), name)
  form.append('_payload', '{}')
  return room.rest(who, 'POST', '/api/evidence-files', form)
}

const makeFile = async (data: string | Uint8Array = PAGE, name = 'page.html', type = 'text/html') =>
  (await upload(reporter, data, name, type)).json.doc as { id: string; filename: string }

const makeEvidence = (data: Record<string, unknown>) =>
  room.rest(reporter, 'POST', '/api/evidence', { capturedAt: '2026-05-01T10:00:00.000Z', ...data })

const differenceOf = ({ check }: Quote): KeptDifference => readDifference(check?.diff)

const quoteNow = (id: string): Promise<Quote> =>
  room.payload.findByID({ collection: 'quotes', id, depth: 0, overrideAccess: true })

const messageOf = ({ json }: Answer): string =>
  String(json.errors[0].data?.errors?.[0]?.message ?? json.errors[0].message)

describe('an original', () => {
  it('gives the evidence its words, kind and title, and both their hashes', async () => {
    const file = await makeFile()
    const made = await makeEvidence({
      title: '',
      text: '',
      original: file.id,
      url: 'https://x.example/a',
    })
    expect(made.status).toBe(201)
    expect(made.json.doc).toMatchObject({
      kind: 'html',
      title: 'The answer',
      text: '“No ship leaves before the storm has passed.”',
      sha256: hash('“No ship leaves before the storm has passed.”'),
      url: 'https://x.example/a',
      original: { sha256: hash(PAGE) },
    })
    const stored = readFileSync(path.join(room.config.mediaDir, file.filename))
    expect(hash(stored)).toBe(hash(PAGE))
    expect(made.json.doc.createdBy.id ?? made.json.doc.createdBy).toBe(reporter.id)
  })

  it('may be a PDF, captions or a text, whatever the browser calls it', async () => {
    const kinds = [
      ['pdf', makePdf([['Words enough to be read here.']]), 'a.pdf', 'application/pdf'],
      [
        'transcript',
        'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Good morning.',
        'a.vtt',
        'text/vtt',
      ],
      [
        'transcript',
        '1\n00:00:01,000 --> 00:00:02,000\nGood morning.',
        'a.srt',
        'application/x-subrip',
      ],
      ['text', 'Good morning.', 'a.txt', 'text/plain'],
    ] as const
    for (const [kind, data, name, type] of kinds) {
      const answer = await upload(reporter, data, name, type)
      expect({ [name]: answer.status, text: answer.status === 201 ? '' : answer.text }).toEqual({
        [name]: 201,
        text: '',
      })
      const made = await makeEvidence({ title: name, text: '', original: answer.json.doc.id })
      expect(made.json.doc.kind).toBe(kind)
    }
  })

  it.each([
    ['a broken PDF', '%PDF-1.7 and nothing', 'a.pdf', 'application/pdf', /broken/],
    ['a scan', makePdf([[]]), 'a.pdf', 'application/pdf', /scanned.*text recognition/s],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      'a.txt',
      'text/plain',
      /not text/,
    ],
    ['another charset', Buffer.from('Gr\u00fc\u00dfe', 'latin1'), 'a.txt', 'text/plain', /UTF-8/],
    ['an HTML bomb', '<b>'.repeat(3000) + 'x', 'a.html', 'text/html', /nested deeper/],
  ])('is refused when it is %s, and leaves no file', async (_, data, name, type, message) => {
    const answer = await upload(reporter, data, name, type)
    expect(answer.status).toBe(400)
    expect(messageOf(answer)).toMatch(message)
    const { missing, orphans } = await compareMedia(
      room.payload,
      room.config.mediaDir,
      new Date(Date.now() + 3_600_000),
    )
    expect({ missing, orphans }).toEqual({ missing: [], orphans: [] })
  })

  it('holds its words: nobody edits them beside it', async () => {
    const file = await makeFile()
    const { json } = await makeEvidence({ title: 'Page', text: '', original: file.id })
    const id = json.doc.id as string
    const edit = (data: object) => room.rest(editor, 'PATCH', `/api/evidence/${id}`, data)
    const refused = await edit({ text: 'Ships leave at any time.' })
    expect(refused.status).toBe(400)
    expect(messageOf(refused)).toMatch(/cannot be edited.*Remove the original/s)
    const same = await edit({
      title: 'The page',
      text: `${json.doc.text as string}\r\n`,
      kind: 'text',
    })
    expect(same.json.doc).toMatchObject({ title: 'The page', text: json.doc.text, kind: 'html' })
    const freed = await edit({ original: null, text: 'Typed by hand.' })
    expect(freed.json.doc).toMatchObject({ text: 'Typed by hand.', sha256: hash('Typed by hand.') })
  })

  it('is asked for, when there are no words either', async () => {
    const answer = await makeEvidence({ title: 'Nothing', text: '' })
    expect(answer.status).toBe(400)
    expect(messageOf(answer)).toMatch(/Paste the words, or choose the original file/)
  })

  it('stays while evidence needs it', async () => {
    const file = await makeFile()
    const { json } = await makeEvidence({ title: 'Needs it', text: '', original: file.id })
    const refused = await room.rest(editor, 'DELETE', `/api/evidence-files/${file.id}`)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('evidence “Needs it”')
    await room.rest(editor, 'DELETE', `/api/evidence/${json.doc.id}`)
    expect((await room.rest(editor, 'DELETE', `/api/evidence-files/${file.id}`)).status).toBe(200)
  })

  it('that was changed on the disk proves nothing any more', async () => {
    const file = await makeFile('He said nothing at all.', 'words.txt', 'text/plain')
    const { writeFileSync } = await import('node:fs')
    writeFileSync(path.join(room.config.mediaDir, file.filename), 'He said everything.')
    const answer = await makeEvidence({ title: 'Changed', text: '', original: file.id })
    expect(answer.status).toBe(400)
    expect(messageOf(answer)).toMatch(/no longer the file that was uploaded/)
  })
})

describe('a quote', () => {
  const SPEECH = 'He said: “No ship leaves before the storm has passed.” Then he left.'
  const make = async (text: string, evidence: Evidence) =>
    room.makeQuote({ text, evidence: evidence.id })
  const edit = async (id: string, data: object) =>
    (await room.rest(editor, 'PATCH', `/api/quotes/${id}`, data)).json.doc as Quote

  it('keeps where it stands in its evidence, and which words were checked', async () => {
    const evidence = await room.makeEvidence({ text: `🙂 ${SPEECH}` })
    const quote = await make('no ship leaves', evidence)
    expect(quote.verification).toBe('verified')
    expect(quote.check).toMatchObject({
      tier: 'edge',
      start: 12,
      end: 26,
      exact: 'No ship leaves',
      prefix: '🙂 He said: “',
      suffix: ' before the storm has passed.” T',
      flags: [],
      diff: null,
      words: 'no ship leaves',
      evidenceSha256: evidence.sha256,
    })
    expect(Date.parse(quote.check?.checkedAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
  })

  it('is checked in the language it was said in', async () => {
    const evidence = await room.makeEvidence({ text: 'Er sagte: «Kein Schiff läuft aus.»' })
    const quote = await room.makeQuote({
      text: 'No ship leaves.',
      original: { text: 'Kein Schiff läuft aus.', language: 'de' },
      evidence: evidence.id,
    })
    expect(quote).toMatchObject({
      verification: 'verified',
      check: { words: 'Kein Schiff läuft aus.' },
    })
  })

  it('that was verified and is edited loses its mark and shows the difference, until the words are found', async () => {
    const evidence = await room.makeEvidence({ text: SPEECH })
    const quote = await make('No ship leaves', evidence)
    const altered = await edit(quote.id, { text: 'No ship sails' })
    expect(altered).toMatchObject({
      verification: 'not-found',
      check: { tier: 'absent', start: null },
    })
    const verified = { words: 'No ship leaves', at: quote.check?.checkedAt }
    expect(altered.check?.diff).toEqual({ evidence: null, verified })
    expect((await edit(quote.id, { medium: 'speech' })).check?.diff).toEqual({
      evidence: null,
      verified,
    })
    // Like the evidence or not: the words that were verified are not forgotten.
    const near = await edit(quote.id, { text: 'No ship sails before the storm has passed.' })
    expect(near).toMatchObject({ verification: 'differs', check: { tier: 'near' } })
    expect(differenceOf(near)).toMatchObject({ verified })
    expect(differenceOf(near).evidence).toContainEqual({ op: 'del', text: 'leaves ' })
    const mended = await edit(quote.id, { text: 'No ship leaves' })
    expect(mended).toMatchObject({ verification: 'verified', check: { tier: 'exact', diff: null } })
  })

  it('that is nearly there shows the difference from the evidence', async () => {
    const evidence = await room.makeEvidence({ text: SPEECH })
    const quote = await make('No ship sails before the storm has passed.', evidence)
    expect(quote.verification).toBe('differs')
    expect(differenceOf(quote).verified).toBeNull()
    expect(differenceOf(quote).evidence).toContainEqual({ op: 'del', text: 'leaves ' })
    expect(differenceOf(quote).evidence).toContainEqual({ op: 'add', text: 'sails ' })
  })

  it('loses everything of its check with its evidence', async () => {
    const evidence = await room.makeEvidence({ text: SPEECH })
    const quote = await make('No ship leaves', evidence)
    const bare = await edit(quote.id, { evidence: null })
    expect(bare.verification).toBe('no-evidence')
    expect(bare.check).toMatchObject({
      tier: null,
      start: null,
      exact: null,
      words: null,
      flags: [],
    })
  })

  it('that was verified and altered tells so to a reporter, who reads no versions', async () => {
    const evidence = await room.makeEvidence({ text: SPEECH })
    const quote = await make('No ship leaves', evidence)
    await edit(quote.id, { text: 'No ship sails before the storm has passed.' })
    const read = await room.rest(reporter, 'GET', `/api/quotes/${quote.id}?depth=0`)
    expect(differenceOf(read.json as Quote).verified?.words).toBe('No ship leaves')
    const versions = await room.rest(reporter, 'GET', '/api/quotes/versions?depth=0')
    expect(versions.status).toBe(403)
  })

  it('that is a paraphrase is neither verified nor without evidence for readers', async () => {
    const evidence = await room.makeEvidence({ text: SPEECH })
    const text = 'Ships must wait until the storm has gone'
    const based = await room.makeQuote({ text, kind: 'paraphrase', evidence: evidence.id })
    const bare = await room.makeQuote({ text, kind: 'paraphrase' })
    const { id } = await room.makeArticle({ body: bodyOf({ quotes: [based.id, bare.id] }) })
    await room.publish(id)
    const verdicts = (await room.ledger.get('story', { id }))?.story.quotes.map(
      (quote) => [quote.id, quote.verification] as const,
    )
    expect(Object.fromEntries(verdicts ?? [])).toEqual({
      [based.id]: 'by-eye',
      [bare.id]: 'no-evidence',
    })
  })

  it('that is a paraphrase gets the nearest passage, and no verdict', async () => {
    const evidence = await room.makeEvidence({ text: `Good evening. ${SPEECH} Then he left.` })
    const text = 'Ships must wait until the storm has gone'
    const quote = await room.makeQuote({ text, kind: 'paraphrase', evidence: evidence.id })
    expect(quote).toMatchObject({ verification: null, check: { tier: null, diff: null } })
    expect(quote.check?.exact).toContain('before the storm has passed')
    // Word for word or not: a paraphrase is never verified.
    const copied = await edit(quote.id, { text: 'No ship leaves' })
    expect(copied.verification).toBeNull()
    const saved = await room.rest(editor, 'PATCH', `/api/evidence/${evidence.id}`, {
      text: 'Nothing of the kind was said.',
    })
    expect(saved.status).toBe(200)
    expect(await quoteNow(quote.id)).toMatchObject({ verification: null, check: { exact: null } })
    expect((await edit(quote.id, { kind: 'direct' })).verification).toBe('not-found')
    const tried = await room.rest(reporter, 'POST', '/api/quotes/check', {
      text,
      kind: 'paraphrase',
      evidenceText: SPEECH,
    })
    expect(tried.json.check).toMatchObject({ status: 'by-eye', tier: null, diff: null })
  })

  it('takes no check from anybody', async () => {
    const evidence = await room.makeEvidence({ text: SPEECH })
    const made = await room.rest(reporter, 'POST', '/api/quotes', {
      text: 'Never said',
      evidence: evidence.id,
      verification: 'verified',
      check: { tier: 'exact', start: 0, end: 5, exact: 'Never said', words: 'Never said' },
    })
    expect(made.json.doc).toMatchObject({
      verification: 'not-found',
      check: { tier: 'absent', start: null },
    })
  })

  it('restored from an old version is checked against the evidence of today', async () => {
    const evidence = await room.makeEvidence({ text: SPEECH })
    const quote = await make('No ship leaves', evidence)
    await edit(quote.id, { medium: 'speech' })
    await room.rest(editor, 'PATCH', `/api/evidence/${evidence.id}`, { text: 'Nothing was said.' })
    const { docs } = await room.payload.findVersions({
      collection: 'quotes',
      where: { parent: { equals: quote.id } },
      sort: 'createdAt',
      overrideAccess: true,
    })
    expect(docs[0]?.version.verification).toBe('verified')
    const restored = await room.rest(editor, 'POST', `/api/quotes/versions/${docs[0]?.id}`)
    expect(restored.status).toBe(200)
    expect(await quoteNow(quote.id)).toMatchObject({
      verification: 'not-found',
      check: { start: null },
    })
  })

  it('follows its evidence when that changes, dozens of them', { timeout: 60_000 }, async () => {
    const evidence = await room.makeEvidence({ text: SPEECH })
    const found = await make('No ship leaves', evidence)
    const lost = await make('Then he left', evidence)
    const many: string[] = []
    for (let index = 0; index < 30; index += 1)
      many.push((await make('the storm has passed', evidence)).id)
    const text = 'A note put before it. No ship leaves before the storm has passed.'
    const saved = await room.rest(editor, 'PATCH', `/api/evidence/${evidence.id}`, { text })
    expect(saved.status).toBe(200)
    expect(await quoteNow(found.id)).toMatchObject({
      verification: 'verified',
      check: { start: 22, evidenceSha256: hash(text) },
    })
    expect((await quoteNow(lost.id)).verification).toBe('not-found')
    const { docs } = await room.payload.find({
      collection: 'quotes',
      where: { id: { in: many } },
      limit: 200,
      depth: 0,
      overrideAccess: true,
    })
    expect(docs).toHaveLength(30)
    expect(new Set(docs.map(({ check }) => check?.start))).toEqual(
      new Set([text.indexOf('the storm')]),
    )
  })

  it('follows it in the same transaction, or not at all', async () => {
    const evidence = await room.makeEvidence({ text: SPEECH })
    const quote = await make('No ship leaves', evidence)
    const hooks = (room.payload.collections.quotes.config.hooks.beforeChange ??= [])
    hooks.push(() => {
      throw new Error('no quote can be saved')
    })
    const failed = await room.rest(editor, 'PATCH', `/api/evidence/${evidence.id}`, {
      text: 'Other.',
    })
    hooks.pop()
    expect(failed.status).toBe(500)
    const kept = await room.payload.findByID({
      collection: 'evidence',
      id: evidence.id,
      overrideAccess: true,
    })
    expect(kept.text).toBe(SPEECH)
    expect((await quoteNow(quote.id)).verification).toBe('verified')
  })

  it('is checked against long evidence beside the server', { timeout: 60_000 }, async () => {
    const evidence = await room.makeEvidence({
      text: `${'Other words were said here. '.repeat(30_000)}${SPEECH}`,
    })
    const quote = await make('No ship leaves … storm has passed', evidence)
    expect(quote).toMatchObject({ verification: 'verified-with-edits', check: { tier: 'elided' } })
  })
})

describe('a dry run', () => {
  const check = (who: Person | null, body: unknown) =>
    room.rest(who, 'POST', '/api/quotes/check', body)

  it('tells what a check would find, and saves nothing', async () => {
    const evidence = await room.makeEvidence({ text: 'We will not yield.' })
    const before = await room.payload.count({ collection: 'quotes', overrideAccess: true })
    const answer = await check(reporter, { text: 'We will not yield', evidence: evidence.id })
    expect(answer.status).toBe(200)
    expect(answer.json.check).toMatchObject({
      status: 'verified',
      tier: 'exact',
      start: 0,
      end: 17,
    })
    const typed = await check(editor, { text: 'We will yield', evidenceText: 'We will not yield.' })
    expect(typed.json.check.status).toBe('differs')
    expect(await room.payload.count({ collection: 'quotes', overrideAccess: true })).toEqual(before)
  })

  it('is for the newsroom alone, and says what it wants', async () => {
    const good = { text: 'Words', evidenceText: 'Words' }
    expect((await check(null, good)).status).toBe(401)
    expect((await check(admin, good)).status).toBe(403)
    for (const bad of [
      {},
      { text: 'x' },
      { ...good, evidence: 'both' },
      { ...good, text: 7 },
      { ...good, more: 1 },
    ]) {
      const answer = await check(reporter, bad)
      expect(answer.status).toBe(400)
      expect(answer.text).toContain('evidenceText')
    }
    expect((await check(reporter, { text: 'x', evidence: 'no-such-evidence' })).status).toBe(404)
  })
})

describe('copied passages', () => {
  it('are those of the quotes’ evidence and of what cited sources said, outside the quotes', async () => {
    const said =
      'The shortfall stands at four billion crowns, and it will be closed over three years.'
    const source = await room.makeSource({ kind: 'publication' })
    const cited = await room.makeEvidence({ title: 'The paper', text: said, source: source.id })
    const speech = await room.makeEvidence({
      title: 'The speech',
      text: 'No ship leaves before the storm of the year has passed.',
    })
    const quote = await room.makeQuote({ text: 'No ship leaves', evidence: speech.id })
    const article = await room.makeArticle({
      body: bodyOf({
        text: `It was said that no ship leaves before the storm of the year. ${said}`,
        quotes: [quote.id],
        cites: [source.id],
      }),
    })
    const { createLocalReq } = await import('payload')
    const req = await createLocalReq({}, room.payload)
    const passages = await copiedPassages(req, article)
    expect(
      passages.map(({ evidence, evidenceTitle, text }) => ({ evidence, evidenceTitle, text })),
    ).toEqual([
      {
        evidence: speech.id,
        evidenceTitle: 'The speech',
        text: 'no ship leaves before the storm of the year',
      },
      { evidence: cited.id, evidenceTitle: 'The paper', text: said.slice(0, -1) },
    ])
    expect(await copiedPassages(req, await room.makeArticle())).toEqual([])
  })
})
