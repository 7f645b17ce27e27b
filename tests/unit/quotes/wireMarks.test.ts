import { describe, expect, test } from 'vitest'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'
import { withMarks } from '#src/quotes/spans/marksAround.ts'

const wordsIn = (text: string): string[] =>
  extractQuotes(text, { language: 'en' }).quotes.map((quote) => quote.text)

describe('marks as wires and hurried typists set them', () => {
  test('two apostrophes are one double mark', () => {
    expect(wordsIn("''The ferry is full,'' said Ada Lindqvist. ''We sail at six.''")).toEqual([
      'The ferry is full,',
      'We sail at six.',
    ])
  })

  test('a single mark inside two apostrophes closes before them', () => {
    expect(wordsIn("''He told us to 'wait and see,''' Mr. Ruiz said. Nobody waited.")).toEqual([
      "He told us to 'wait and see,'",
    ])
  })

  test('a straight mark set apart by a space still closes', () => {
    expect(
      wordsIn(`"She called it 'a day without bread,' " said Jo Penhale, who bakes there.`),
    ).toEqual(["She called it 'a day without bread,'"])
  })

  test('so do two apostrophes', () => {
    expect(wordsIn("''We built it in 'one dry week, ' '' said Mr. Ruiz, who was there.")).toEqual([
      "We built it in 'one dry week, '",
    ])
  })

  test('a record in a sentence takes two apostrophes with it as it takes any mark', () => {
    const text = "He said ''go'' twice."
    expect(withMarks(text, { start: 10, end: 12 })).toEqual({ start: 8, end: 14 })
  })

  test('an opening mark typed where the words end closes them', () => {
    expect(wordsIn('“The bridge is closed,“ said Tom Averill. “Take the ferry.”')).toEqual([
      'The bridge is closed,',
      'Take the ferry.',
    ])
  })

  test('two feet and eleven inches are no words of anybody', () => {
    expect(wordsIn("The plank is 6'11'' long, the foreman said, and 2'' thick.")).toEqual([])
  })
})
