/** Finding quotations in a body, and turning them into records, by the endpoints the editor's panel uses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleArticle } from '#src/demo/content/sampleArticle.ts'
import { bodyOf } from '#tests/support/factories.ts'
import { openNewsroom, type Answer, type Newsroom, type Person } from '#tests/support/newsroom.ts'

type Node = { type: string; text?: string; fields?: Record<string, unknown>; children?: Node[] }

const text = (words: string): Node => ({ type: 'text', text: words })
const paragraph = (...words: string[]): Node => ({ type: 'paragraph', children: words.map(text) })
const body = (...children: Node[]) => ({ root: { type: 'root', children } })

/** The sample as a reporter pastes it: one plain paragraph for each of the article's. */
const sample = body(
  ...sampleArticle
    .split('\n\n')
    .slice(2)
    .map((words) => paragraph(words)),
)

describe('quotations in a body', () => {
  let newsroom: Newsroom
  let reporter: Person

  beforeAll(async () => {
    newsroom = await openNewsroom()
    reporter = await newsroom.makeUser('reporter')
  })
  afterAll(() => newsroom.close())

  const find = async (given: unknown): Promise<Answer> =>
    newsroom.rest(reporter, 'POST', '/api/articles/find-quotes', { body: given })
  const apply = async (given: unknown, decisions: unknown[]): Promise<Answer> =>
    newsroom.rest(reporter, 'POST', '/api/articles/apply-quotes', { body: given, decisions })
  const meter = async (given: unknown): Promise<Answer> =>
    newsroom.rest(reporter, 'POST', '/api/articles/meter', { body: given })
  const count = async (collection: 'quotes' | 'sources'): Promise<number> =>
    (await newsroom.payload.count({ collection, overrideAccess: true })).totalDocs
  const quote = (id: string) =>
    newsroom.payload.findByID({ collection: 'quotes', id, depth: 1, overrideAccess: true })
  const keyOf = async (given: unknown): Promise<string> =>
    (await find(given)).json.findings[0].key as string

  it('finds the five of the sample with their speakers and who passed them on', async () => {
    const { json } = await find(sample)
    const found = json.findings.map((one: Answer['json']) => [
      one.display,
      one.speaker,
      one.suggestion.chain.map((hop: Answer['json']) => `${hop.mode} ${hop.source.name}`).join(),
    ])
    expect(found).toEqual([
      ['block', 'source close to Hezbollah', 'relayed NOW'],
      ['inline', 'senior Iranian official', 'relayed Al Monitor'],
      ['inline', 'The Telegraph', 'document The Telegraph'],
      ['inline', 'Lindsey Graham', ''],
      [
        'inline',
        'State Department',
        'document State Department 2014 country-by-country terrorism report',
      ],
    ])
    expect(json.notQuotes.map((one: Answer['json']) => one.text)).toEqual(['mutual interests'])
    expect(json.doubts.map((one: Answer['json']) => one.code)).toContain('lost-lead-in')
    for (const { reason } of json.findings) expect(reason).toMatch(/[.”]$/)
  })

  it('makes records of what is accepted, and leaves every other character alone', async () => {
    const { json: found } = await find(sample)
    const decisions = found.findings.map(({ key }: { key: string }, i: number) => ({
      key,
      action: i === 1 ? 'reject' : 'accept',
    }))
    const { status, json } = await apply(sample, decisions)
    expect(status).toBe(200)
    expect(json.created.quotes).toHaveLength(4)
    const graham = await quote(json.created.quotes[2])
    expect(graham).toMatchObject({
      kind: 'direct',
      role: 'U.S. Senator, R-S.C.; member of the Armed Services Committee',
      speaker: { name: 'Lindsey Graham', kind: 'person', isConfidential: false },
      createdBy: reporter.id,
    })
    const unnamed = await quote(json.created.quotes[0])
    expect(unnamed.speaker).toMatchObject({
      isConfidential: true,
      publicDescription: 'source close to Hezbollah',
    })
    const words = new Map<string, string>()
    for (const id of json.created.quotes) words.set(id, (await quote(id)).text)
    expect(readBack(json.body.root, words)).toBe(readBack(sample.root as Node, words))
    const saved = await newsroom.rest(reporter, 'POST', '/api/articles?draft=true', {
      headline: 'Iran pours forces into Iraq',
      body: json.body,
    })
    expect(saved.json.doc.quotesCited).toHaveLength(4)
  })

  it('finds nothing again in a body whose quotations are records', async () => {
    const given = body(paragraph('“We will not wait any longer,” Ada Example said.'))
    const { json } = await apply(given, [{ key: await keyOf(given), action: 'accept' }])
    expect((await find(json.body)).json.findings).toEqual([])
  })

  it('takes the speaker of a record for a later mention by surname', async () => {
    const speaker = await newsroom.makeSource({ name: 'Beatrix Samplewood' })
    const record = await newsroom.makeQuote({ text: 'The bridge stays.', speaker: speaker.id })
    const block: Node = { type: 'block', fields: { blockType: 'quoteBlock', quote: record.id } }
    const given = body(block, paragraph('“Nobody asked the town about it,” Samplewood said.'))
    const { json } = await find(given)
    expect(json.findings[0].speaker).toBe('Beatrix Samplewood')
    expect(json.findings[0].suggestion.speakerSource.id).toBe(speaker.id)
  })

  it('knows a source by what the house calls it', async () => {
    const source = await newsroom.makeSource({
      name: 'The Example Ledger Post',
      kind: 'publication',
      houseAbbreviation: 'Reuters',
    })
    const given = body(
      paragraph('“The talks will go on until Friday,” Carl Example told Reuters on Monday.'),
    )
    const { json } = await find(given)
    expect(json.findings[0].suggestion.chain[0].source.id).toBe(source.id)
  })

  it('freezes what the speaker is now when the text does not say it', async () => {
    const source = await newsroom.makeSource({
      name: 'Dora Placeholder',
      role: 'Minister of Transport',
      affiliation: 'Example Party',
    })
    const given = body(paragraph('“The trains will run again by May,” Dora Placeholder said.'))
    const { json } = await apply(given, [{ key: await keyOf(given), action: 'accept' }])
    expect(json.created.sources).toEqual([])
    expect(await quote(json.created.quotes[0])).toMatchObject({
      speaker: { id: source.id },
      role: 'Minister of Transport',
      affiliation: 'Example Party',
    })
  })

  it('takes the words and the speaker that the editor gives instead', async () => {
    const given = body(paragraph('“We will see about thet in the spring,” he said.'))
    const speaker = {
      name: 'Emil Muster',
      kind: 'person',
      role: 'mayor',
      affiliation: 'Exampleton',
    }
    const changes = { text: 'We will see about that in the spring,', speaker, kind: 'partial' }
    const key = await keyOf(given)
    const { json } = await apply(given, [{ key, action: 'accept', changes }])
    expect(await quote(json.created.quotes[0])).toMatchObject({
      text: 'We will see about that in the spring,',
      kind: 'partial',
      role: 'mayor',
      affiliation: 'Exampleton',
      speaker: { name: 'Emil Muster', role: 'mayor', affiliation: 'Exampleton' },
    })
  })

  it('offers a record with the same or nearly the same words, and where it is used', async () => {
    const words = 'The harbour wall will hold for another hundred years'
    const record = await newsroom.makeQuote({ text: words })
    await newsroom.makeArticle({ headline: 'The wall', body: bodyOf({ quotes: [record.id] }) })
    const near = 'The harbor wall will hold for another hundred years'
    const given = body(
      paragraph(`“${words},” the engineer said.`),
      paragraph(`“${near}!” she said again.`),
    )
    const { json } = await find(given)
    const offered = json.findings.map(({ duplicates }: Answer['json']) => duplicates[0])
    expect(offered.map(({ id, match }: Answer['json']) => [id, match])).toEqual([
      [record.id, 'same'],
      [record.id, 'near'],
    ])
    expect(offered[0].usedIn).toMatchObject([{ headline: 'The wall' }])
  })

  it('sets a record that exists instead of making another', async () => {
    const record = await newsroom.makeQuote({ text: 'Every lantern was lit by hand.' })
    const given = body(paragraph('“Every lantern was lit by hand,” Flora Example said.'))
    const before = await count('quotes')
    const key = await keyOf(given)
    const { json } = await apply(given, [{ key, action: 'reuse', quoteId: record.id }])
    expect(json.reused).toEqual([record.id])
    expect(await count('quotes')).toBe(before)
    expect(json.body.root.children[0].children[0].fields).toMatchObject({
      blockType: 'inlineQuote',
      quote: record.id,
    })
  })

  it('names the quotations whose words have changed, and writes nothing', async () => {
    const given = body(paragraph('“We wait for the rain to end,” Gus Example said.'))
    const key = await keyOf(given)
    const before = [await count('quotes'), await count('sources')]
    const changed = body(paragraph('“We wait for the snow to end,” Gus Example said.'))
    const seen = { text: 'We wait for the rain to end,' }
    const answer = await apply(changed, [{ key, action: 'accept', seen }])
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('We wait for the rain to end')
    expect([await count('quotes'), await count('sources')]).toEqual(before)
  })

  it('refuses when the text names another speaker than the editor was shown', async () => {
    const given = body(paragraph('“We wait for the rain to end,” Gus Example said.'))
    const key = await keyOf(given)
    const changed = body(paragraph('“We wait for the rain to end,” Hedda Example said.'))
    const seen = { text: 'We wait for the rain to end,', speaker: 'Gus Example' }
    expect((await apply(changed, [{ key, action: 'accept', seen }])).status).toBe(409)
  })

  it('makes nothing when one record of several is refused', async () => {
    const given = body(
      paragraph('“We came with nothing at all,” Ida Example said.'),
      paragraph('“We leave with less than that,” Jon Example said.'),
    )
    const [first, second] = (await find(given)).json.findings
    const before = [await count('quotes'), await count('sources')]
    const answer = await apply(given, [
      { key: first.key, action: 'accept' },
      {
        key: second.key,
        action: 'accept',
        changes: { speaker: '00000000-0000-4000-8000-000000000000' },
      },
    ])
    expect(answer.status).toBe(400)
    expect([await count('quotes'), await count('sources')]).toEqual(before)
  })

  it('sets a quotation that is never closed where its words end, and says to look', async () => {
    const given = body(paragraph('Kim Example said: “We will never know what it was.'))
    const { json } = await find(given)
    expect(json.findings[0]).toMatchObject({ display: 'inline', flags: ['unclosed'] })
    expect(json.findings[0].note).toContain('mark')
    const answer = await apply(given, [{ key: json.findings[0].key, action: 'accept' }])
    expect(answer.status).toBe(200)
    expect((await quote(answer.json.created.quotes[0])).text).toBe(
      'We will never know what it was.',
    )
    expect(
      answer.json.body.root.children[0].children.map(({ text: words }: Node) => words),
    ).toEqual(['Kim Example said: ', undefined])
  })

  it('says what to do about a quotation that cannot be set', async () => {
    const citation: Node = {
      type: 'inlineBlock',
      fields: { blockType: 'citation', source: 's', label: 'the Post' },
    }
    const [before, after] = [text('“We read '), text(' here,” Kim Example said.')]
    const given = body({ type: 'paragraph', children: [before, citation, after] })
    const { json } = await find(given)
    expect(json.findings[0]).toMatchObject({ display: null, note: null })
    const answer = await apply(given, [{ key: json.findings[0].key, action: 'accept' }])
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('find quotes again')
  })

  it('sets the parts of a quotation that is interrupted inside its marks, one after the other', async () => {
    const given = body(
      paragraph('« Nous partons ce soir, a déclaré Luc Exemple, et nous ne revenons pas. »'),
    )
    const answer = await newsroom.rest(reporter, 'POST', '/api/articles/find-quotes', {
      body: given,
      language: 'fr',
    })
    const { key } = answer.json.findings[0]
    const applied = await newsroom.rest(reporter, 'POST', '/api/articles/apply-quotes', {
      body: given,
      language: 'fr',
      decisions: [{ key, action: 'accept' }],
    })
    expect(applied.status).toBe(200)
    const made = await Promise.all(applied.json.created.quotes.map(quote))
    expect(made.map((one) => (one as { text: string }).text)).toEqual([
      'Nous partons ce soir',
      'et nous ne revenons pas.',
    ])
    expect(readBack(applied.json.body.root, new Map())).toBe(', a déclaré Luc Exemple, ')
  })

  it('refuses a request that makes no sense, all of it at once', async () => {
    const answer = await newsroom.rest(reporter, 'POST', '/api/articles/apply-quotes', {
      body: sample,
      decisions: [{ key: 'x', action: 'maybe' }, { action: 'accept' }],
    })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('decisions.0.action')
    expect(answer.text).toContain('decisions.1.key')
    expect((await find('words')).status).toBe(400)
  })

  it('answers the newsroom alone', async () => {
    const admin = await newsroom.makeUser('admin')
    for (const path of ['find-quotes', 'apply-quotes', 'meter']) {
      for (const who of [null, admin]) {
        const answer = await newsroom.rest(who, 'POST', `/api/articles/${path}`, { body: sample })
        expect(answer.status).toBe(403)
      }
    }
  })

  it('counts the quotes of a body and the outlets it rests on', async () => {
    const outlet = await newsroom.makeSource({ kind: 'publication', name: 'Sample Gazette' })
    const linked = await newsroom.makeSource({
      kind: 'publication',
      name: 'Sample Courier',
      url: 'https://courier.example',
    })
    const unnamed = await newsroom.makeSource({
      isConfidential: true,
      publicDescription: 'an official',
    })
    const quotes = [
      await newsroom.makeQuote({ chain: [{ mode: 'relayed', source: outlet.id }] }),
      await newsroom.makeQuote({ speaker: unnamed.id }),
      await newsroom.makeQuote({ speaker: null }),
    ]
    const { json } = await meter(bodyOf({ quotes: quotes.map(({ id }) => id), cites: [linked.id] }))
    expect(json.text).toBe(
      '3 quotes: 2 attributed, 0 verified, 1 anonymous; 2 outlets, 1 without a link',
    )
    expect(json.withoutLink).toEqual([outlet.id])
    expect(json.names[outlet.id]).toBe('Sample Gazette')
    expect(json.names[unnamed.id]).toBe('an official')
  })
})

/** Everything a body says, records by their words, without marks and paragraph ends. */
const readBack = (node: Node, words: Map<string, string>): string => {
  const id = String(node.fields?.['quote'] ?? '')
  const own = node.text ?? words.get(id) ?? ''
  const all = own + (node.children ?? []).map((child) => readBack(child, words)).join('')
  return all.replace(/[“”]/g, '')
}
