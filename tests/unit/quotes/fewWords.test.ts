/** One to three quoted words inside a sentence of the newsroom: whose they are, and when they are nobody’s. */
import { describe, expect, test } from 'vitest'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'
import { formsOf } from '#src/quotes/languages/verbForms.ts'

const found = (text: string, language = 'en'): string[] =>
  extractQuotes(text, { language }).quotes.map(
    ({ text: words, speaker, ruleId, confidence }) =>
      `${words} – ${speaker ?? 'nobody'} (${ruleId}, ${confidence})`,
  )

const told = (text: string, language = 'en'): string[] =>
  extractQuotes(text, { language }).notQuotes.map(
    ({ text: words, ruleId }) => `${words} (${ruleId})`,
  )

describe('a few words in marks are somebody’s', () => {
  test.each([
    [
      'after a verb of judgement',
      'Ann Lee lampooned nobody, but she resents the “circus” around the vote.',
      ['circus – Ann Lee (few-verb, likely)'],
    ],
    [
      'after what somebody is judged to be',
      'Harbour pilots have savaged the tariff as “theft”.',
      ['theft – Harbour pilots (few-as, likely)'],
    ],
    [
      'beside the verb they belong to',
      'Ann Lee “firmly” denied the claim.',
      ['firmly – Ann Lee (few-beside, likely)'],
    ],
    [
      'after a noun of speech that somebody owns',
      'Ann Lee’s appeal for “calm” went unheard.',
      ['calm – Ann Lee (few-noun, likely)'],
    ],
    [
      'before a noun of speech that somebody owns',
      'Bob Ray’s “lazy” remark cost him the seat.',
      ['lazy – Bob Ray (few-noun, likely)'],
    ],
    [
      'in a sentence that ends in who says it',
      'Nobody can run a school on a “starvation” budget, Ann Lee said.',
      ['starvation – Ann Lee (few-closed, likely)'],
    ],
    [
      'for what somebody feels',
      'The widow Ann Lee was left “shaken”.',
      ['shaken – Ann Lee (few-felt, likely)'],
    ],
    [
      'judged by whom a participle names',
      'The toll, branded “daft” by Ann Lee, rises in May.',
      ['daft – Ann Lee (few-verb, likely)'],
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('of nobody in particular where the sentence does not tell whose, and never as attributed', () => {
    expect(found('Guests were told the lift was “resting”.')).toEqual([
      'resting – nobody (few-verb, unknown)',
    ])
  })
})

test.each([
  ['fr', 'Le maire juge la facture « indécente ».', 'indécente'],
  ['fr', 'Le projet, jugé « ruineux » par Anne Petit, sera revu.', 'ruineux'],
  ['de', 'Minister Arne Voss hat den Antrag als „unreif“ abgelehnt.', 'unreif'],
  ['fr', 'La défense y voit une « erreur » ; le parquet, une « manœuvre ».', 'erreur'],
  ['it', 'Per i medici le sue condizioni sono «stabili».', 'stabili'],
  ['de', 'Nach dem Spiel zeigte sich Trainerin Eva Maurer „bedient“.', 'bedient'],
  ['es', 'La alcaldesa Pilar Santos se mostró “harta” de la espera.', 'harta'],
  ['it', 'Il sindaco Ugo Marelli si dice «stanco» dei ritardi.', 'stanco'],
  ['pt', 'A ministra Marta Reis considera a multa “excessiva”.', 'excessiva'],
])('are found in other languages (%s): %s', (language, text, words) => {
  const [quote] = extractQuotes(text, { language }).quotes
  expect(quote).toMatchObject({ text: words, kind: 'partial', confidence: expect.any(String) })
  expect(quote?.speaker).not.toBeNull()
})

describe('a few words in marks are nobody’s', () => {
  test.each([
    [
      'describing the subject',
      'The “temporary” bridge is nine years old.',
      'temporary (scare-short)',
    ],
    [
      'what something is known as',
      'The lane is known locally as the “drain”.',
      'drain (scare-short)',
    ],
    ['what is not said', 'Ann Lee refused to call it a “cut”.', 'cut (scare-short)'],
    ['rumoured', 'Ann Lee brushed aside talk of a “merger”.', 'merger (scare-short)'],
    ['sold', 'Ann Lee sells a “flexible” ticket.', 'flexible (scare-short)'],
    ['a label', 'Ann Lee resents the “expert” label.', 'expert (term-word)'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual([expected])
  })
})

test('forms of a verb are made from its infinitive', () => {
  expect([...formsOf('en', 'deny judge refer', 'saw')]).toEqual(
    expect.arrayContaining(['denied', 'judges', 'judging', 'referred', 'saw']),
  )
  expect([...formsOf('de', 'loben kritisieren', '')]).toEqual(
    expect.arrayContaining(['lobte', 'gelobt', 'kritisiert']),
  )
  expect([...formsOf('it', 'liquidare', '')]).toContain('liquidato')
})

test('a verb that is left out the second time has its own subject', () => {
  const text = 'La défense y voit une « erreur » ; le parquet, une « manœuvre ».'
  expect(found(text, 'fr').map((line) => line.replace(/ \(.*/, ''))).toEqual([
    'erreur – défense',
    'manœuvre – parquet',
  ])
})
