import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setQuotes, type Placement } from '#src/quotes/body/bodyEdits.ts'
import { bodyFindings, displayOf, type BodyFinding } from '#src/quotes/body/bodyFindings.ts'
import type { KnownQuotes } from '#src/quotes/body/storyText.ts'
import * as make from './bodies.ts'

const find = (body: make.Body, known?: KnownQuotes): BodyFinding[] =>
  bodyFindings(body, known ? { known } : {}).findings

/** Sets every finding that can be set; what stood in each record's place, marks included in a sentence. */
const acceptAll = (body: make.Body): { body: make.Body; words: Map<string, string> } => {
  const words = new Map<string, string>()
  let made = 0
  const newId = (): string => `new${(made += 1)}`
  const placements = find(body).flatMap((finding): Placement[] => {
    const display = displayOf(finding, finding.kind)
    if (display === 'block' && finding.block) {
      const quoteId = newId()
      words.set(quoteId, finding.text)
      return [{ display, place: finding.block, quoteId }]
    }
    if (display !== 'inline') return []
    return (finding.inline ?? []).map((place) => {
      const quoteId = newId()
      const leaf = place.path.reduce<make.Node>(
        (node, i) => node.children?.[i] as make.Node,
        body.root,
      )
      words.set(quoteId, make.wordsIn(leaf).slice(place.from, place.to))
      return { display: 'inline', place, quoteId }
    })
  })
  return { body: setQuotes(body, placements, { known: new Map(), newId }), words }
}

describe('quotations in a body', () => {
  it('have a place in their sentence, marks included', () => {
    const body = make.body(make.paragraph('He said: “', make.text('No', 2), ', never,” and left.'))
    const [found] = find(body)
    expect(found?.inline).toEqual([{ path: [0], from: 9, to: 21, words: 'No, never,' }])
    expect(found?.before).toBe('He said: “')
  })

  it('of a list stay in their item', () => {
    const body = make.body(make.list('Rain', '“We have waited for years,” said Bob Stone.'))
    expect(find(body)[0]?.inline?.[0]?.path).toEqual([0, 1])
  })

  it('that are blocks take whole paragraphs', () => {
    const body = make.body(
      make.paragraph('The mayor said:'),
      make.quotation('We wait.'),
      make.quotation('We hope.'),
      make.paragraph('It rained.'),
    )
    const [found] = find(body)
    expect(found).toMatchObject({ kind: 'block', text: 'We wait.\nWe hope.', speaker: 'mayor' })
    const { body: set } = acceptAll(body)
    expect(set.root.children.map(({ type }) => type)).toEqual(['paragraph', 'block', 'paragraph'])
  })

  it('over several paragraphs become one block, and the sentence after them stays', () => {
    const body = make.body(
      make.paragraph('Ada Example said: “We wait here for the boats to come in.'),
      make.paragraph('“We hope that they are full,” and went home to her children.'),
    )
    const { body: set, words } = acceptAll(body)
    expect(set.root.children.map(({ type }) => type)).toEqual(['paragraph', 'block', 'paragraph'])
    expect(wordsOf(set, words)).toBe(wordsOf(body))
  })

  it('interrupted by their attribution have two places', () => {
    const body = make.body(
      make.paragraph('“We wait,” Ada Example said, “until the boats come in.”'),
    )
    const [found] = find(body)
    expect(found?.inline?.map(({ words }) => words)).toEqual([
      'We wait,',
      'until the boats come in.',
    ])
    expect(acceptAll(body).words.size).toBe(2)
  })

  it('in a heading are headline words, not quotations', () => {
    const body = make.body(
      make.heading('“We will not wait for them”'),
      make.paragraph('It rained in the hills all day long, and nobody came.'),
    )
    const { findings, notQuotes } = bodyFindings(body)
    expect(findings).toEqual([])
    expect(notQuotes).toMatchObject([{ text: 'We will not wait for them', reason: 'headline' }])
  })

  it('that are records already are not found, and keep their lead-in from looking lost', () => {
    const known = new Map([['q1', { text: 'We wait for the boats.', speaker: 'Ada Example' }]])
    const body = make.body(
      make.paragraph('The fisher said this to the town on Monday:'),
      make.quoteBlock('q1'),
      make.paragraph('It was ', make.inlineQuote('q1'), ' she said.'),
    )
    expect(bodyFindings(body, { known })).toMatchObject({ findings: [], doubts: [] })
  })

  it('without a closing mark are set up to where their words end, and say so', () => {
    const body = make.body(
      make.paragraph('Ada Example said: “We wait for the boats.'),
      make.paragraph('Then “it was late,” she said.'),
    )
    const [found] = find(body)
    expect(found?.inline).toEqual([
      { path: [0], from: 18, to: 41, words: 'We wait for the boats.' },
    ])
    expect(found?.note).toMatch(/marks is missing/)
    const { body: set, words } = acceptAll(body)
    expect(wordsOf(set, words)).toBe(wordsOf(body))
  })

  it('interrupted inside their marks have a place for each part, and no mark is left over', () => {
    const body = make.body(
      make.paragraph('« Nous n’avons pas fermé la porte, a déclaré Ève Exemple, nous avons ri. »'),
    )
    const [found] = bodyFindings(body, { language: 'fr' }).findings
    expect(found?.inline?.map(({ words }) => words)).toEqual([
      'Nous n’avons pas fermé la porte',
      'nous avons ri.',
    ])
    expect(found?.note).toMatch(/interrupted/)
    const { body: set } = acceptAll(body)
    const [paragraph] = set.root.children
    expect(paragraph?.children?.map(({ type, text }) => text ?? type)).toEqual([
      'inlineBlock',
      ', a déclaré Ève Exemple, ',
      'inlineBlock',
    ])
  })

  it('of a transcript stand after their names', () => {
    const body = make.body(
      make.paragraph('HOLLOWAY: Did you read the memo?'),
      make.paragraph('DUGGAN: I read the first page.', make.lineBreak, 'HOLLOWAY: And then?'),
    )
    const found = find(body)
    expect(found.map((one) => displayOf(one, one.kind))).toEqual(['inline', 'inline', 'inline'])
    expect(found[0]?.note).toMatch(/name stays/)
    const { body: set } = acceptAll(body)
    expect(set.root.children.map((node) => make.wordsIn(node))).toEqual([
      'HOLLOWAY: ',
      'DUGGAN: HOLLOWAY: ',
    ])
  })

  it('set with dashes take the dash that opens them', () => {
    const body = make.body(
      make.paragraph('—No vamos a esperar más —dijo Juan Ejemplo, vecino—. Ya esperamos tres.'),
    )
    const found = bodyFindings(body, { language: 'es' }).findings
    expect(found.flatMap(({ inline }) => inline ?? []).map(({ from }) => from)).toEqual([0, 53])
    expect(found[0]?.note).toMatch(/dialogue/)
  })

  it('with a citation between their marks cannot be set without losing it', () => {
    const words = make.paragraph(
      '“We read ',
      make.citation('the Post'),
      ' here,” Ada Example said.',
    )
    const [found] = find(make.body(words))
    expect(found?.inline).toBeNull()
    expect(found?.problem).toMatch(/citation/)
  })

  it('take the nearest link of their paragraph', () => {
    const body = make.body(
      make.paragraph(
        make.link('https://far.example', 'A report'),
        ' says that it rained and rained and rained. “We wait for it to end,” Ada Example ',
        make.link('https://near.example', 'told the council'),
        '.',
      ),
    )
    expect(find(body)[0]?.link).toBe('https://near.example')
  })

  it('keep their key wherever they move, and two with the same words have two keys', () => {
    const words = make.paragraph('“We wait for the boats,” Ada Example said.')
    const [alone] = find(make.body(words))
    const keys = find(make.body(make.paragraph('Rain.'), words, words)).map(({ key }) => key)
    expect(keys).toEqual([alone?.key, `${alone?.key}-2`])
    expect(alone?.key).toMatch(/^we-wait-for-the-boats-/)
  })

  it('stay in a link that holds all of them, and leave the rest of one that holds a part', () => {
    const whole = make.link('https://a.example', 'see “we wait for the boats,” she said')
    const part = make.link('https://b.example', 'Ada Example said “we hope')
    const body = make.body(
      make.paragraph('Here Ada Example ', whole, '.'),
      make.paragraph(part, ' for the best of it all” again.'),
    )
    const { body: set } = acceptAll(body)
    const [first, second] = set.root.children.map((node) => node.children ?? [])
    expect(first?.[1]?.children?.map(({ type }) => type)).toEqual(['text', 'inlineBlock', 'text'])
    expect(second?.map(({ type }) => type)).toEqual(['link', 'inlineBlock', 'text'])
    expect(second?.[0]?.children?.[0]?.text).toBe('Ada Example said ')
  })
})

describe('setting records in a body', () => {
  it('leaves the mark to the words it opens, after paragraphs that were never closed', () => {
    const open = '“An open one that goes on.'
    const next = '“We wait for the boats,” Ada Example said.'
    const body = make.body(make.paragraph(open), make.paragraph(`${open} ${next}`))
    const { body: set, words } = acceptAll(body)
    expect(wordsOf(set, words)).toBe(wordsOf(body))
  })

  const said = fc.constantFrom(
    '“We wait for the boats,” Ada Example said.',
    'Bob Stone said: “It is over 🌧 and done with.”',
    '“No,” said Carla Muster, “not while I am here to see it.”',
    'The plan was “a disaster in the making,” according to Dan Sample.',
    '« Nous attendons les bateaux », a déclaré Eve Exemple.',
    '"Straight marks do as well," Finn Example said.',
    'It rained. Nobody said a word 🙂 about it.',
    'Gus Example said this on Monday:',
    '“An open one that goes on.',
    'Talks on ‘mutual interests’ went on.',
  )
  /** A sentence cut into pieces with marks and links of their own. */
  const pieces = fc
    .tuple(said, fc.array(fc.nat(60), { maxLength: 4 }), fc.array(fc.nat(5), { minLength: 5 }))
    .map(([words, cuts, looks]) => {
      const letters = Array.from(words)
      const ends = [...new Set(cuts)].filter((cut) => cut > 0 && cut < letters.length)
      const at = [0, ...ends.sort((a, b) => a - b), letters.length]
      return at.slice(1).map((end, i): make.Node => {
        const part = letters.slice(at[i], end).join('')
        const look = looks[i % looks.length] ?? 0
        return look === 5 ? make.link('https://a.example', part) : make.text(part, look)
      })
    })
  const block = fc.oneof(
    { weight: 6, arbitrary: fc.array(pieces, { minLength: 1, maxLength: 3 }).map(sentences) },
    { weight: 2, arbitrary: pieces.map((parts) => make.quotation(...parts)) },
    { weight: 1, arbitrary: said.map((words) => make.list(words, words)) },
    { weight: 1, arbitrary: said.map(make.heading) },
    { weight: 1, arbitrary: fc.constant<make.Node>({ type: 'horizontalrule' }) },
  )

  function sentences(parts: make.Node[][]): make.Node {
    return make.paragraph(...parts.flatMap((one, i) => (i === 0 ? one : [' ', ...one])))
  }

  it('changes no character beside the words, whatever the body looks like', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const body = make.body(...blocks)
        const before = structuredClone(body)
        const { body: set, words } = acceptAll(body)
        expect(body).toEqual(before)
        const isInline = !JSON.stringify(set).includes('quoteBlock')
        if (isInline) expect(make.wordsIn(set.root, words)).toBe(make.wordsIn(body.root))
        expect(wordsOf(set, words)).toBe(wordsOf(body))
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('finds nothing inside the records it has set', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const { body: set, words } = acceptAll(make.body(...blocks))
        const known = new Map([...words].map(([id, text]) => [id, { text, speaker: null }]))
        const { text, findings } = bodyFindings(set, { known })
        for (const [start, end] of findings.flatMap(({ spans }) => spans)) {
          const found = Array.from(text).slice(start, end).join('')
          expect(wordsOf(set)).toContain(letters(found))
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

/** The marks are the record's now, and paragraphs that end at a block lose the space there. */
const letters = (words: string): string => words.replace(/[“”"«»\s]/g, '')
const wordsOf = (body: make.Body, words?: ReadonlyMap<string, string>): string =>
  letters(make.wordsIn(body.root, words))
