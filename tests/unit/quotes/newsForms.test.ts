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
    [
      'a surname that one person bears is certain in a later paragraph',
      'Ines Vidal won the seat.\n\nThe count took an hour.\n\n“Nobody slept,” Vidal said.',
      ['Ines Vidal', 'certain'],
    ],
    [
      'a full stop where a comma belongs waits for who said it',
      'Ines Vidal won. “We open the gates tonight.” Vidal said.',
      ['Ines Vidal', 'certain'],
    ],
    [
      'the space lost after a full stop is found again',
      'Ines Vidal lost nothing. “We counted,” Vidal said.Then she left.',
      ['Ines Vidal', 'certain'],
    ],
    [
      'somebody’s office stands beside the name',
      '“They paid twice,” Joel Weber, Vidal’s campaign manager, said in a statement.',
      ['Joel Weber', 'certain'],
    ],
    [
      'the state after a town goes with what stands beside the name',
      '“It rained for a week,” Mr. Danilo, now 81 and retired in Harrow, Maine, said by telephone.',
      ['Danilo', 'likely'],
    ],
    [
      'an office without the comma that closes it',
      'Anton Moss, president and founder of Harrow Foods stated, “The ovens are cold.”',
      ['Anton Moss', 'certain'],
    ],
    [
      'a short bracket goes with the office',
      'Jess Becker, chair of Harrow Rising (a local party), wrote: “Bring a chair.”',
      ['Jess Becker', 'certain'],
    ],
    [
      'a title opens the name of who holds the office',
      'Speaker of the House Rep. Paul Orne (R-Ohio) said the bill had “no friends at all”.',
      ['Paul Orne', 'certain'],
    ],
    [
      'a relative clause ends before the next subject',
      'Even people who backed the plan sounded tired: Former Rep. Jane Harlow called it “the least bad option”.',
      ['Jane Harlow', 'certain'],
    ],
    [
      'a claim is whose it is',
      'Governor Mike Pryor blamed the press for making much of Dan Trask’s claim that the lake “drained itself”.',
      ['Dan Trask', 'likely'],
    ],
    [
      'a clause of time that opens the sentence gives nothing away beyond its comma',
      'After Craig Patten asked about the trip, the family became “agitated” once the cameras were off.',
      [null, 'none'],
    ],
    [
      'a form in -ed after a name is the verb',
      'In March, Weber rallied supporters by warning that “the rule of the few is in danger”.',
      ['Weber', 'likely'],
    ],
    [
      'a joined part after a nested clause is not certain',
      'At the rally, Dan Trask said that Ray Moss begged him for a job and “would have knelt for it”.',
      ['Ray Moss', 'likely'],
    ],
    [
      'who goes along with others is not certain alone',
      'The square was full, with many marchers and spectators chanting “We are Harrow”.',
      ['spectators', 'likely'],
    ],
    [
      'critics call something so',
      'What residents call “the long wait” began in May.',
      ['residents', 'certain'],
    ],
    [
      'a call is no verb',
      'Chief executive Mona Strand told analysts on a call that demand had been “lumpy”.',
      ['Mona Strand', 'certain'],
    ],
    [
      'a few words are said when the sentence ends with who says them',
      'The first tender was a “mistake” in every line, said Ann Okafor.',
      ['Ann Okafor', 'likely'],
    ],
    [
      'words after “but that” go on with the speaker',
      'Ann Okafor said the fee was “fair” but that the form was “an insult”.',
      ['Ann Okafor', 'certain'],
    ],
    [
      'what stands between dashes belongs to the subject',
      'Jason Lund — a teacher from Harrow — says the vote was “a big deal”.',
      ['Jason Lund', 'certain'],
    ],
    [
      'where it was said may stand before the verb',
      'Lund in his last speech called the grocers of the valley “pirates”.',
      ['Lund', 'likely'],
    ],
    [
      'whoever shows somebody as something gives the words',
      'Ann Okafor has been pounding Trask as a “con artist” for weeks.',
      ['Ann Okafor', 'likely'],
    ],
    [
      'a described group may be doing something when it speaks',
      'Protesters marching through the town chanted “What curfew?” and went on.',
      ['protesters', 'certain'],
    ],
    [
      'a relative clause may say when',
      'Ruth Ames, who in 2010 said the aim was to make Trask a “one-term mayor”, left.',
      ['Ruth Ames', 'certain'],
    ],
    [
      'when and where may stand between commas before the verb',
      'Ruth Ames, during a fair in Columbus, Ohio, said she was “going to win it twice”.',
      ['Ruth Ames', 'certain'],
    ],
    [
      'an adjective in -ed belongs to the description of an unnamed speaker',
      '“I know,” said one unaligned Harrow Republican strategist.',
      ['unaligned Harrow Republican strategist', 'certain'],
    ],
  ])('%s', (_says, text, expected) => {
    expect(lastOf(text)).toEqual(expected)
  })
})

describe('quoted names that nobody says', () => {
  test.each([
    ['a programme after its station', 'Ruth Ames said on CNN’s “New Day” that she would run.'],
    ['a programme after its day', 'Ruth Ames said she would run on Sunday’s “Harbour Hour.”'],
    ['a programme that interviewed', 'Ruth Ames spoke in an interview with “Harrow This Week.”'],
    ['a film of one word', 'She saw her last film, “Undertow,” on Monday, and said nothing.'],
    ['a programme that was told', 'Ruth Ames told “Face the Harbour” that she would run.'],
  ])('%s', (_says, text) => {
    const { quotes, notQuotes } = extractQuotes(text, { language: 'en' })
    expect(quotes).toEqual([])
    expect(notQuotes[0]?.reason).toBe('title')
  })

  test('words that describe a noun are the newsroom’s, whoever speaks later', () => {
    const { quotes, notQuotes } = extractQuotes(
      'The “green” tender, Ann Okafor said, was written at night.',
      { language: 'en' },
    )
    expect(quotes).toEqual([])
    expect(notQuotes[0]).toMatchObject({ text: 'green', reason: 'scare' })
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
