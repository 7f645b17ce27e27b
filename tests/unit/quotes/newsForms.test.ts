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
      'the region after a town is not who acts',
      'Touring the museum in Hobart, Tasmania, Ruth Ames praised the sponsors, thanking them for “a roof that only drips on Mondays”.',
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
      'Ferry captain Hal King came last. “The tide does not wait for a vote,” King said.',
      ['Hal King', 'certain'],
    ],
    [
      'a verb with a capital after a quotation is a name',
      'Conductor Martin Will raised a hand. “Once more, and softly,” Will urged the tenors.',
      ['Martin Will', 'certain'],
    ],
    [
      'what somebody will say is not certain',
      'Clara Boon expects that guests will describe the soup as “brave”.',
      ['guests', 'likely'],
    ],
    [
      'a surname after a word that opens the sentence is the surname alone',
      'Alan Marsh runs the mill. Neither Marsh nor his son had slept. “It burned for a day,” Marsh said.',
      ['Alan Marsh', 'certain'],
    ],
    [
      'a party before a name does not make another person of it',
      'Lakeside Liberal Walt Cole keeps bees. Walt Cole feeds them in March. “They know my hat,” Cole said.',
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
      '“The keys were never copied,” Joel Weber, Vidal’s lawyer, said on the doorstep.',
      ['Joel Weber', 'certain'],
    ],
    [
      'the region after a town goes with what stands beside the name',
      '“Nobody knew the tune,” Mr. Danilo, then 19 and stationed in Cairns, Queensland, said of the parade.',
      ['Danilo', 'likely'],
    ],
    [
      'an office without the comma that closes it',
      'Greta Moss, treasurer and co-founder of Pinder Kites said the wind had been “on strike since June”.',
      ['Greta Moss', 'certain'],
    ],
    [
      'a short bracket goes with the office',
      'Olu Becker, curator of the Tin Museum (the smaller one), added: “Mind the step.”',
      ['Olu Becker', 'certain'],
    ],
    [
      'a title opens the name of who holds the office',
      'President of the Academy Dr. Paul Orne said the ceiling was “older than any of us deserve”.',
      ['Paul Orne', 'certain'],
    ],
    [
      'a relative clause ends before the next subject',
      'Gardeners who had waited all spring were soaked: warden Jane Harlow called it “a month in an hour”.',
      ['Jane Harlow', 'certain'],
    ],
    [
      'a claim is whose it is',
      'The archivist rejected Dan Trask’s claim that the lake “drained itself”, and produced a map.',
      ['Dan Trask', 'likely'],
    ],
    [
      'a clause of time that opens the sentence gives nothing away beyond its comma',
      'After the vet asked for a bucket, two of the goats grew “theatrical” and had to be led out.',
      [null, 'none'],
    ],
    [
      'a form in -ed after a name is the verb',
      'At dusk, Weber reassured swimmers by adding that “the eels are only curious”.',
      ['Weber', 'likely'],
    ],
    [
      'a joined part after a nested clause is not certain',
      'Over tea, Dan Trask explained that Ray Moss asked for the recipe and “never once baked it”.',
      ['Ray Moss', 'likely'],
    ],
    [
      'who goes along with others is not certain alone',
      'The stand shook, with the band and customers shouting “One more mile”.',
      ['customers', 'likely'],
    ],
    [
      'critics call something so',
      'What shoppers call “the cold door” opens in May.',
      ['shoppers', 'certain'],
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
      'Ann Okafor said the jam was “honest” but that the jar was “a liar”.',
      ['Ann Okafor', 'certain'],
    ],
    [
      'what stands between dashes belongs to the subject',
      'Petra Lund — the lighthouse’s last cook — says the fog was “a kind of guest”.',
      ['Petra Lund', 'certain'],
    ],
    [
      'where it was said may stand before the verb',
      'Lund on her blog called the pigeons of the old town “tenants”.',
      ['Lund', 'likely'],
    ],
    [
      'whoever shows somebody as something gives the words',
      'Ann Okafor introduces Trask as a “second-best umbrella” at parties.',
      ['Ann Okafor', 'likely'],
    ],
    [
      'a described group may be doing something when it speaks',
      'Students waiting for the tram shouted “Ring the bell” until it came.',
      ['students', 'certain'],
    ],
    [
      'a relative clause may say when',
      'Ruth Ames, who in May said the orchard was a “library of apples”, has sold it.',
      ['Ruth Ames', 'certain'],
    ],
    [
      'when and where may stand between commas before the verb',
      'Ruth Ames, at a tasting in Bergen, Norway, said the cheese was “quieter than last year’s”.',
      ['Ruth Ames', 'certain'],
    ],
    [
      'an adjective in -ed belongs to the description of an unnamed speaker',
      '“Bring gloves,” said one frostbitten Arctic Circle volunteer.',
      ['frostbitten Arctic Circle volunteer', 'certain'],
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
      '"We won," said Ruth Ames. The hall cheered for an hour.\n\n\'Two boats, one captain.\'\n\nShe left at nine.',
      { language: 'en' },
    )
    expect(quotes.map(({ text }) => text)).toEqual(['We won,'])
    expect(notQuotes[0]).toMatchObject({ text: 'Two boats, one captain.', reason: 'headline' })
  })
})
