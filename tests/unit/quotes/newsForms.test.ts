import { describe, expect, test } from 'vitest'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'

/** Speaker and confidence of the last quotation of a text. */
const lastOf = (text: string): [string | null, string] => {
  const quote = extractQuotes(text, { language: 'en' }).quotes.at(-1)
  return [quote?.speaker ?? null, quote?.confidence ?? 'none']
}

describe('who speaks, in the forms of daily news', () => {
  test.each([
    [
      'a time may stand between the subject and the verb',
      'Mayor Ida Brandt on Friday described the wall as “a ruin with a postcode”.',
      ['Ida Brandt', 'certain'],
    ],
    [
      'so may a time in the past',
      'Governor Paul Wickes less than two weeks ago said the river was “nobody’s enemy”.',
      ['Paul Wickes', 'certain'],
    ],
    [
      'however may stand without its commas',
      'Ida Brandt is the mayor. Brandt however said the harbour would stay “open to every boat”.',
      ['Ida Brandt', 'certain'],
    ],
    [
      'whoever issues a statement speaks in it',
      'Transport Secretary Lou Amery issued a statement saying the line “will not close on my watch”.',
      ['Lou Amery', 'certain'],
    ],
    [
      'whoever puts one out does too',
      'Councillor Mo Tennant put out a statement calling the fence “an insult to dogs”.',
      ['Mo Tennant', 'certain'],
    ],
    [
      'a person taken along with “with” is the subject of the verb that follows',
      'The vote split the council, with Alderman Ray Pelt calling it “a coin toss in a suit”.',
      ['Ray Pelt', 'certain'],
    ],
    [
      'a dateline speaks for nobody',
      'PORTLAND (AP) — Senator Ruth Ames has opposed the dam, saying it would “drown a valley for a lamp”.',
      ['Ruth Ames', 'likely'],
    ],
    [
      'the state after a town is not who acts',
      'Speaking at a fair in Salem, New Hampshire, Ruth Ames went after the bank, calling it “a casino with carpets”.',
      ['Ruth Ames', 'likely'],
    ],
    [
      'whoever signs a line before a colon has the words',
      'LAST FERRY SAILS WITHOUT A CREW - Ann Okafor: “Nobody had the keys.”',
      ['Ann Okafor', 'certain'],
    ],
    [
      'an adjective before a noun in no list is no name',
      '“We sold the herd in March,” said one Welsh smallholder at the gate.',
      ['Welsh smallholder', 'certain'],
    ],
    [
      'an office that is somebody’s surname is that person',
      'Congressman Peter King spoke last. “I have read all of it,” King said.',
      ['Peter King', 'certain'],
    ],
    [
      'a verb with a capital after a quotation is a name',
      'George Will wrote for the losers. “Read it twice,” Will urged the hall.',
      ['George Will', 'certain'],
    ],
    [
      'what somebody will say is not certain',
      'Clara Boon told the hall that voters will say “no”.',
      ['voters', 'likely'],
    ],
    [
      'a surname after a word that opens the sentence is the surname alone',
      'Alan Marsh runs the mill. Neither Marsh nor his son had slept. “It burned for a day,” Marsh said.',
      ['Alan Marsh', 'certain'],
    ],
    [
      'a party before a name does not make another person of it',
      'Texas Republican Walt Cole lost. Walt Cole had hoped. “I counted twice,” Cole said.',
      ['Walt Cole', 'certain'],
    ],
    [
      'words that point back give words too',
      '“Then count them again,” Ines Vidal shot back with a laugh.',
      ['Ines Vidal', 'certain'],
    ],
  ])('%s', (_says, text, expected) => {
    expect(lastOf(text)).toEqual(expected)
  })
})

describe('quoted names that nobody says', () => {
  test.each([
    ['a programme after its station', 'Ruth Ames said on CNN’s “New Day” that she would run.'],
    ['a programme after its day', 'Ruth Ames said she would run on Sunday’s “Harbour Hour.”'],
    ['a programme that was told', 'Ruth Ames told “Face the Harbour” that she would run.'],
  ])('%s', (_says, text) => {
    const { quotes, notQuotes } = extractQuotes(text, { language: 'en' })
    expect(quotes).toEqual([])
    expect(notQuotes[0]?.reason).toBe('title')
  })

  test('a line in single marks between paragraphs is a headline where speech stands in double ones', () => {
    const { quotes, notQuotes } = extractQuotes(
      '"We won," said Ruth Ames. The hall cheered for an hour.\n\n\'A fight to the end.\'\n\nShe left at nine.',
      { language: 'en' },
    )
    expect(quotes.map(({ text }) => text)).toEqual(['We won,'])
    expect(notQuotes[0]).toMatchObject({ text: 'A fight to the end.', reason: 'headline' })
  })
})
