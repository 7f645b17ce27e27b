/** What the page of a quote says of its proof. */
import { describe, expect, it } from 'vitest'
import type { differencesOf } from '#src/admin/components/proof/differences.ts'
import { passageOf } from '#src/admin/components/proof/passage.ts'
import { checkedWords, type QuoteForm } from '#src/admin/components/proof/checkedWords.ts'
import { isOtherEvidence, proofOf } from '#src/admin/components/proof/proofOf.ts'
import type { Stored } from '#src/admin/components/proof/useStored.ts'
import { sayFlags, sayVerdict } from '#src/admin/components/proof/verdict.ts'
import { checkVerbatim, type QuoteCheck } from '#src/quotes/check/checkQuote.ts'
import { comparedByEye } from '#src/quotes/check/nearestPassage.ts'
import { verdictOf } from '#src/quotes/check/verdict.ts'

const EVIDENCE = [
  'The session opened late, and the chair read the agenda out. THE MAYOR: We will not close a single',
  'library this year, and we will open 2 new ones before the spring, whatever it costs us in the end.',
  'The session closed at nine in the evening after questions from the public gallery.',
].join(' ')
const WORDS = 'We will not close a single library this year'

const storedOf = (words: string, check: QuoteCheck, verified: string | null): Stored => ({
  quote: {
    id: 'q',
    text: words,
    evidence: 'e',
    verification: check.status,
    check: { ...check, words },
  },
  words,
  verified: verified === null ? null : { words: verified, at: null },
})

const formOf = (words: string, evidence: string | null = 'e'): QuoteForm => ({
  words,
  evidence,
  kind: 'direct',
})

const changedWords = (differences: ReturnType<typeof differencesOf>, of: string): string[] =>
  differences
    .filter((difference) => difference.of === of)
    .flatMap(({ changes }) => changes)
    .filter(({ op }) => op !== 'same')
    .map(({ op, text }) => `${op} ${text.trim()}`)

describe('the proof of a quote', () => {
  it('of a stored quote is its stored check, with the place', () => {
    const stored = storedOf(WORDS, checkVerbatim(WORDS, EVIDENCE), WORDS)
    const { finding, isUnsaved, saved } = proofOf(stored, formOf(WORDS), null)
    expect({ saved, isUnsaved }).toEqual({ saved: 'verified', isUnsaved: false })
    expect(finding).toMatchObject({ status: 'verified', differences: [], flags: [] })
    expect(finding?.passage?.words).toEqual([WORDS])
    expect(finding?.passage?.before).toContain('THE MAYOR:')
  })

  it('says nothing while the words in the form were not tried yet', () => {
    const stored = storedOf(WORDS, checkVerbatim(WORDS, EVIDENCE), WORDS)
    expect(proofOf(stored, formOf(`${WORDS}, never`), null)).toMatchObject({
      saved: 'verified',
      isUnsaved: true,
      finding: null,
    })
  })

  it('of altered words shows them against those that were verified, before and after saving', () => {
    const altered = WORDS.replace('single', 'second')
    const check = checkVerbatim(altered, EVIDENCE)
    const before = storedOf(WORDS, checkVerbatim(WORDS, EVIDENCE), WORDS)
    const after = storedOf(altered, check, WORDS)
    const trial = proofOf(before, formOf(altered), { check })
    const kept = proofOf(after, formOf(altered), null)
    for (const { finding } of [trial, kept]) {
      expect(finding?.status).toBe('differs')
      expect(changedWords(finding?.differences ?? [], 'altered')).toEqual([
        'del single',
        'add second',
      ])
      // The same words once more, against the evidence, would say nothing new.
      expect(finding?.differences).toHaveLength(1)
    }
    expect([trial.saved, kept.saved]).toEqual(['verified', 'differs'])
  })

  it('shows both differences when the verified words were not those of this place', () => {
    const words = 'We will not close one single library this year'
    const stored = storedOf(words, checkVerbatim(words, EVIDENCE), 'We will open 2 new ones')
    const { finding } = proofOf(stored, formOf(words), null)
    expect(finding?.differences.map((difference) => difference.of)).toEqual(['altered', 'evidence'])
  })

  it('of an elided quote shows what its marked edits took out', () => {
    const words = 'We will not close a single library this year … before the spring'
    const check = checkVerbatim(words, EVIDENCE)
    const { finding } = proofOf(null, formOf(words), { check })
    expect(finding?.status).toBe('verified-with-edits')
    const edits = changedWords(finding?.differences ?? [], 'edits').join(' ')
    expect(edits).toContain('del , and we will open 2 new ones')
    expect(edits).toContain('add …')
  })

  it('of parts in another order names no difference: each of them stands there', () => {
    const words = 'open 2 new ones before the spring … not close a single library'
    const check = checkVerbatim(words, EVIDENCE)
    const { finding } = proofOf(null, formOf(words), { check })
    expect(finding).toMatchObject({ status: 'differs', isScattered: true, differences: [] })
    expect(finding?.flags.join()).toContain('another order')
    expect(finding?.passage?.words).toEqual(['open 2 new ones before the spring'])
  })

  it('of words from nowhere has no place and no difference', () => {
    const words = 'Parliament adjourned without a vote on fisheries'
    const check = checkVerbatim(words, EVIDENCE)
    const { finding } = proofOf(null, formOf(words), { check })
    expect(finding).toMatchObject({ status: 'not-found', passage: null, differences: [] })
  })

  it('without evidence asks for some, and never speaks of altered words', () => {
    const stored = storedOf(WORDS, checkVerbatim(WORDS, EVIDENCE), WORDS)
    const { finding, isUnsaved } = proofOf(stored, formOf('Other words', null), null)
    expect({ isUnsaved, ...finding }).toMatchObject({
      isUnsaved: true,
      status: 'no-evidence',
      differences: [],
    })
    expect(finding?.saying).toContain('Choose the evidence')
  })

  it('hands on why nobody could check', () => {
    const stored = storedOf(WORDS, checkVerbatim(WORDS, EVIDENCE), WORDS)
    const proof = proofOf(stored, formOf('Other words'), { problem: 'No answer.' })
    expect(proof).toMatchObject({ finding: null, problem: 'No answer.' })
  })

  it('that is gone while the words are the same says so', () => {
    const stored = storedOf(WORDS, checkVerbatim(WORDS, 'Nothing of the kind was said.'), WORDS)
    const { finding } = proofOf(stored, formOf(WORDS), null)
    expect(finding?.status).toBe('not-found')
    expect(finding?.flags.join()).toContain('the evidence is not')
    expect(finding?.differences).toEqual([])
  })

  it('rests on a text of the evidence that is known by its hash', () => {
    const stored = storedOf(WORDS, checkVerbatim(WORDS, EVIDENCE), WORDS)
    const facts = { id: 'e', title: 'The session', sha256: 'aaa' }
    const check = { ...stored.quote.check, evidenceSha256: 'aaa' }
    const checked = { ...stored, quote: { ...stored.quote, check } }
    expect(isOtherEvidence(checked, facts)).toBe(false)
    expect(isOtherEvidence(checked, { ...facts, sha256: 'bbb' })).toBe(true)
    expect(isOtherEvidence(checked, undefined)).toBe(false)
  })

  it('does not count the full stop of house style as a difference', () => {
    const words = 'We will not close one single library this year.'
    const check = checkVerbatim(words, EVIDENCE)
    const { finding } = proofOf(null, formOf(words), { check })
    expect(changedWords(finding?.differences ?? [], 'evidence')).toEqual(['del a', 'add one'])
  })

  it('looks at what was said, not at its translation', () => {
    expect(checkedWords({ text: 'Good evening', original: ' Guten Abend ' })).toBe('Guten Abend')
    expect(checkedWords({ text: ' Good evening', original: null })).toBe('Good evening')
  })
})

describe('a paraphrase', () => {
  const said = 'No library is to close before spring, the mayor promised'
  const form: QuoteForm = { words: said, evidence: 'e', kind: 'paraphrase' }

  it('is shown beside the nearest passage, and never judged', () => {
    const { finding } = proofOf(null, form, { check: comparedByEye(said, EVIDENCE) })
    expect(finding).toMatchObject({ status: 'by-eye', differences: [], flags: [] })
    expect(finding?.passage?.words.join('')).toContain('not close a single library')
    expect(finding?.saying).toContain('beside the passage below')
  })

  it('with nothing near it says so', () => {
    const check = comparedByEye('Fares double in March', EVIDENCE)
    const { finding } = proofOf(null, form, { check })
    expect(finding).toMatchObject({ status: 'by-eye', passage: null })
    expect(finding?.saying).toContain('No passage of the evidence is near it')
  })

  it('is asked for anew when a quote becomes one, or stops being one', () => {
    const stored = storedOf(WORDS, checkVerbatim(WORDS, EVIDENCE), WORDS)
    const kinds = ['direct', 'partial', 'paraphrase'].map(
      (kind) => proofOf(stored, { ...formOf(WORDS), kind }, null).isUnsaved,
    )
    expect(kinds).toEqual([false, false, true])
  })

  it('is named so wherever a verdict is shown, whatever was stored before', () => {
    const stored = ['verified', 'differs', 'not-found', null] as const
    for (const verification of stored)
      expect(verdictOf({ kind: 'paraphrase', verification })).toBe('by-eye')
    expect(verdictOf({ kind: 'paraphrase', verification: 'no-evidence' })).toBe('no-evidence')
    expect(verdictOf({ kind: 'direct', verification: 'differs' })).toBe('differs')
  })
})

describe('the place in the evidence', () => {
  it('begins and ends with whole words, and says where the evidence goes on', () => {
    const passage = passageOf({
      ...{ start: 60, end: 70, exact: 'the words' },
      ...{
        prefix: 'alf a word before, then a few mor',
        suffix: ' and then some more of the evide',
      },
    })
    expect(passage).toEqual({
      before: '… a word before, then a few mor',
      words: ['the words'],
      after: ' and then some more of the …',
    })
  })

  it('is shown as it stands when it is the whole of the evidence', () => {
    expect(passageOf({ start: 0, end: 4, exact: 'Yes.', prefix: '', suffix: ' Or no.' })).toEqual({
      before: '',
      words: ['Yes.'],
      after: ' Or no.',
    })
  })

  it('sets paragraphs without empty lines between them', () => {
    const passage = passageOf({ start: 3, exact: 'Yes.\n\nNo.', prefix: 'A:\n', suffix: '\n\n\nB' })
    expect(passage).toEqual({ before: 'A:\n', words: ['Yes.\nNo.'], after: '\nB' })
  })

  it('leaves out the middle of what nobody would read', () => {
    const passage = passageOf({ start: 0, exact: 'word '.repeat(1000), prefix: '', suffix: '' })
    expect(passage?.words).toHaveLength(2)
    expect(passage?.words.join('').length).toBeLessThan(1000)
  })
})

describe('the words for a verdict', () => {
  it('differ for each way in which a quote can stand in its evidence', () => {
    const sayings = [
      ...(['exact', 'normalised', 'edge'] as const).map((tier) => sayVerdict('verified', tier)),
      sayVerdict('verified-with-edits', 'elided'),
      sayVerdict('differs', 'near'),
      sayVerdict('differs', 'elided'),
      sayVerdict('not-found', 'absent'),
      sayVerdict('by-eye', null),
      sayVerdict('by-eye', null, false),
      sayVerdict('no-evidence', null),
    ]
    expect(new Set(sayings).size).toBe(sayings.length)
  })

  it('explain every flag that a check may set', () => {
    const flags = ['splice', 'reordered', 'negation-cut', 'figure-changed', 'after-negation']
    expect(new Set(sayFlags([...flags, 'ambiguous'])).size).toBe(6)
    expect(sayFlags(['of-another-release'])).toEqual([])
  })
})
