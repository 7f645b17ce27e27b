import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { highlighted, snippetOf } from '#src/delivery/highlight.ts'
import { readQuery } from '#src/ledger/searchWords.ts'

const mark = (text: string, q: string) => highlighted(text, readQuery(q))

describe('highlighted', () => {
  it('marks words, whatever their case and accents', () => {
    expect(mark('Señor Núñez spoke.', 'nunez')).toBe('Señor <mark>Núñez</mark> spoke.')
    expect(mark('Straße', 'strasse')).toBe('<mark>Straße</mark>')
  })

  it('marks a phrase as one, and not its words elsewhere', () => {
    expect(mark('The harbour master left the harbour.', '"harbour master"')).toBe(
      'The <mark>harbour master</mark> left the harbour.',
    )
  })

  it('marks a whole word by its beginning', () => {
    expect(mark('Harbours and harbour.', 'harbour*')).toBe(
      '<mark>Harbours</mark> and <mark>harbour</mark>.',
    )
  })

  it('escapes everything else', () => {
    expect(mark('<b>storm</b> & "x"', 'storm b')).toBe(
      '&lt;<mark>b&gt;storm</mark>&lt;/<mark>b</mark>&gt; &amp; &quot;x&quot;'.replace(
        '<mark>b&gt;storm</mark>',
        '<mark>b</mark>&gt;<mark>storm</mark>',
      ),
    )
  })

  it('has no markup but its marks, for any text and query', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'ab<>&" é東') }),
    )
    fc.assert(
      fc.property(text, fc.string({ unit: fc.constantFrom(...'ab"* é東') }), (words, q) => {
        const html = mark(words, q.slice(0, 20))
        const bare = html.replace(/<mark>|<\/mark>/g, '')
        expect(bare).not.toMatch(/[<>]/)
        expect(html.split('<mark>').length).toBe(html.split('</mark>').length)
        expect(bare).toBe(mark(words, ''))
      }),
    )
  })
})

describe('snippetOf', () => {
  const long = `${'Nothing here. '.repeat(50)}The storm came, and the storm went. ${'Nothing there. '.repeat(50)}`

  it('is the part where most was found', () => {
    const snippet = snippetOf(`A storm. ${long}`, readQuery('storm')) ?? ''
    expect(snippet).toMatch(
      /^… .*The <mark>storm<\/mark> came, and the <mark>storm<\/mark> went.* …$/,
    )
    expect(snippet.length).toBeLessThan(400)
  })

  it('is the whole of a short text, and nothing when nothing was found', () => {
    expect(snippetOf('The storm.', readQuery('storm'))).toBe('The <mark>storm</mark>.')
    expect(snippetOf(long, readQuery('sun'))).toBeNull()
    expect(snippetOf('', readQuery('sun'))).toBeNull()
  })
})
