/** Who is meant when a story tells a name in passing, or says it in full only once. */
import { expect, test } from 'vitest'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'

const cases: [says: string, text: string, speaker: string, confidence: string][] = [
  [
    'a name that was given to the reporter is the speaker’s',
    '“We slept in the chapel,” said a porter who gave his name only as Tomasz.',
    'Tomasz',
    'certain',
  ],
  [
    'so is one set off by commas, with what was asked of the reporter',
    'A cleaner who asked to be named only by her first name, Ines, said: “They took the mops.”',
    'Ines',
    'certain',
  ],
  [
    'who gave no name stays described',
    'A porter who refused to give his name said it was “a long, cold night”.',
    'porter',
    'certain',
  ],
  [
    'an institution named in full is meant by its noun later, never for certain',
    'The Marsh Drainage Board met on Monday. “The pumps are new,” the board said.',
    'Marsh Drainage Board',
    'likely',
  ],
  [
    'an institution named later is not',
    '“The pumps are new,” the board said. The Marsh Drainage Board met on Monday.',
    'board',
    'certain',
  ],
  [
    'a trade with a hyphen is no given name',
    'Goalkeeper-coach Ivo Lanz left early. “I was cold,” Lanz said.',
    'Ivo Lanz',
    'certain',
  ],
  [
    'what happened after something is no part of an office, and names in it are remembered',
    'The club seeks a manager for spring after talks with Petra Noll. Noll replied: “I was asked.”',
    'Petra Noll',
    'certain',
  ],
  [
    'a name with its verb and object is no phrase, and a pronoun finds it',
    'The first thing Ivo Lanz shows guests is the loft. “My father built it,” he says.',
    'Ivo Lanz',
    'likely',
  ],
  [
    'a family speaks for itself',
    'Ivo Lanz’s family said: “He was kind.”',
    'Ivo Lanz’s family',
    'certain',
  ],
  [
    'whoever wrote a letter speaks in it',
    'Ada Moss left on Sunday. Her letter of resignation ran to two lines:\n\n“I came to open the port. I leave it shut.”',
    'Ada Moss',
    'likely',
  ],
  [
    'a name inside a description is remembered',
    'The crew, led by Dr Ivo Lanz of the museum, dived. “It was cold,” Lanz said.',
    'Ivo Lanz',
    'certain',
  ],
  [
    'the company is a company named elsewhere, and never certain',
    'Lanz & Sons shut on Monday. “We are sorry,” the company said.',
    'company',
    'likely',
  ],
  [
    'a letter that reads is its writer’s',
    'The rector, Ada Moss, has written to all. Her letter, sent on Monday, reads:\n\n“I ask again. Park elsewhere.”',
    'Ada Moss',
    'likely',
  ],
  [
    'a number that opens a sentence is nobody',
    'Shepherd Ada Moss counts. Eleven lambs were lost in March, she says, “and nobody came.”',
    'Ada Moss',
    'likely',
  ],
]

test.each(cases)('%s', (_, text, speaker, confidence) => {
  expect(extractQuotes(text).quotes[0]).toMatchObject({ speaker, confidence })
})

test('words after an attribution set between commas are part of the newsroom’s sentence', () => {
  const [quote] = extractQuotes(
    'After that, Ada Moss says, ‘you count who is left in the field’.',
  ).quotes
  expect(quote).toMatchObject({ kind: 'partial', speaker: 'Ada Moss' })
})

test('a paragraph about the institution just named is no quotation that lost its marks', () => {
  const { quotes } = extractQuotes(
    'The text of the notice from the parish:\n\nThe parish later said it was wrong.',
  )
  expect(quotes).toEqual([])
})
