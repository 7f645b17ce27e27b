import { describe, expect, test } from 'vitest'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'

const cases: [says: string, language: string, text: string, speaker: string, confidence: string][] =
  [
    [
      'an unlisted verb after a conjunction keeps the subject of the sentence',
      'en',
      'The union’s secretary, Pat Dooley, branded the offer “an insult” and said members would walk out.',
      'Pat Dooley',
      'certain',
    ],
    [
      'the second of two names is not certain',
      'en',
      'Ann Lee and Bob Ray said the plan was “a joke”.',
      'Bob Ray',
      'likely',
    ],
    [
      'a verb with a subject nobody can read takes the certainty away',
      'en',
      'Mayor Tess Quill said the bridge, which her predecessor once called “indestructible”, would go.',
      'Tess Quill',
      'likely',
    ],
    [
      'whoever owns the noun after the name has not spoken',
      'en',
      '“It’s not rocket science,” added Coyle’s assistant, Ben Tait.',
      'Ben Tait',
      'certain',
    ],
    [
      'a title without its dot is no part of the name',
      'en',
      'Sgt Tia Wolfe, from the roads unit, said: “Call us.”',
      'Tia Wolfe',
      'certain',
    ],
    [
      'honours after a name are no part of it',
      'en',
      'Kessler’s barrister, Theo Marr KC, told the jury the case was “built on sand”.',
      'Theo Marr',
      'certain',
    ],
    [
      'an age stands for whoever was named before',
      'en',
      'Jane Orr, 44, runs the bakery. The 44-year-old said: “Flour has doubled.”',
      'Jane Orr',
      'likely',
    ],
    [
      'the agent of a passive has the words',
      'en',
      'The plan has been called “reckless” by the opposition leader, Sue Tran.',
      'Sue Tran',
      'likely',
    ],
    [
      'the place of an office is no surname',
      'de',
      '„Wir haben alles versucht“, sagte die Bürgermeisterin von Altmark, Petra Vogel, am Dienstag.',
      'Petra Vogel',
      'certain',
    ],
    [
      'what a verb speaks of is no speaker',
      'es',
      'La presidenta, Marisol Quiroga, calificó la ley de “un disparate jurídico”.',
      'Marisol Quiroga',
      'certain',
    ],
    [
      'who was told is not who told it',
      'es',
      '“No tenemos miedo”, dijo a la agencia EFE el líder vecinal, Andrés Gil.',
      'Andrés Gil',
      'certain',
    ],
    [
      'after a genitive the phrase belongs to the noun before it, listed or not',
      'it',
      'La relazione della commissione parla di «gravi omissioni» nei controlli.',
      'relazione della commissione',
      'likely',
    ],
    [
      'what sets the subject against another stands between it and its verb',
      'en',
      'The union, for its part, called the offer “a slow-motion eviction”.',
      'union',
      'certain',
    ],
    [
      'a second verb keeps the subject of the sentence, whoever stands right before it',
      'en',
      'Ann Lee met John Ray and quietly asked him: “Is that all?”',
      'Ann Lee',
      'likely',
    ],
    [
      'a month before another capital is a given name',
      'es',
      'El alcalde Julio Lara aseguró que la obra “estará lista antes del verano”.',
      'Julio Lara',
      'certain',
    ],
    [
      'a description joined by hyphens is no part of the name',
      'en',
      'Dad-of-two Rory Pike, 41, said: “We slept in the car.”',
      'Rory Pike',
      'certain',
    ],
    [
      'a trade after a comma needs no article',
      'pt',
      'A autora da ação, desembargadora Lúcia Prates, classificou o edital como “frágil e tardio”.',
      'Lúcia Prates',
      'certain',
    ],
    [
      'what stands with its article after “according to” has the words, listed or not',
      'fr',
      'Selon l’intersyndicale, l’accord est « équilibré et définitif ».',
      'intersyndicale',
      'certain',
    ],
    [
      'several speakers take the plural of a listed verb',
      'es',
      'Fuentes del club reconocen que el fichaje “llega tarde”.',
      'fuentes del club',
      'certain',
    ],
    [
      'after a document the quoted words are what its author does',
      'en',
      'In a statement, the company “deeply regrets” the accident.',
      'company',
      'likely',
    ],
    [
      'what stands in marks after a document is the document’s',
      'en',
      'The treaty obliges both sides to “refrain from any act of provocation” for a year.',
      'treaty',
      'likely',
    ],
    [
      'a party before a name is no part of it',
      'en',
      '“They are audited,” replied the finance lead, Conservative Marcus Thrale.',
      'Marcus Thrale',
      'certain',
    ],
    [
      'how somebody described something is theirs',
      'en',
      '“Unacceptable” was how captain Theo Brandt described the second half.',
      'Theo Brandt',
      'likely',
    ],
    [
      'a trade no list knows is told by its ending, before a colon',
      'es',
      'El jugador fue claro al término del encuentro: “No supimos competir”.',
      'jugador',
      'likely',
    ],
  ]

describe('who speaks', () => {
  test.each(cases)('%s', (_says, language, text, speaker, confidence) => {
    const quote = extractQuotes(text, { language }).quotes[0]
    expect({ speaker: quote?.speaker, confidence: quote?.confidence }).toEqual({
      speaker,
      confidence,
    })
  })

  test('words sold under a name wait for nobody', () => {
    const found = extractQuotes('The drug, sold as “moon dust”, has killed four people.', {
      language: 'en',
    })
    expect(found.quotes).toEqual([])
    expect(found.notQuotes.map(({ text }) => text)).toEqual(['moon dust'])
  })

  test.each([
    ['en', 'The crowd stayed for the anthem “Salt and Iron,” then went home.', 'Salt and Iron,'],
    ['en', 'She is best known for “Gull Season,” her third novel.', 'Gull Season,'],
    ['es', 'El coro cantará “La noche en llamas”, obra de encargo.', 'La noche en llamas'],
    ['fr', 'Son roman, « La Maison sans clé », a reçu un prix.', 'La Maison sans clé'],
  ])(
    'the name of a work is no quotation, before or after what it is (%s)',
    (language, text, name) => {
      const found = extractQuotes(text, { language })
      expect(found.quotes).toEqual([])
      expect(found.notQuotes.map((other) => other.text)).toEqual([name])
    },
  )

  test.each([
    ['en', '“I don’t know,” the mayor told Sky Harbour’s Beth Lomax.', 'Sky Harbour'],
    ['es', '“Lo firmé”, declaró Rafael Mencía a la Cadena Meseta.', 'Cadena Meseta'],
    [
      'it',
      'In un’intervista al Corriere del Golfo, Ugo Santi parla di «un premio amaro».',
      'Corriere del Golfo',
    ],
    [
      'pt',
      '“Faltou sorte”, resumiu Vítor Malheiro, citado pela Rádio Atlântico.',
      'Rádio Atlântico',
    ],
    ['fr', '« Tout est vide », confie une source proche du club à l’agence Littoral.', 'Littoral'],
  ])('who passed the words on is told (%s)', (language, text, via) => {
    expect(extractQuotes(text, { language }).quotes[0]?.via).toBe(via)
  })

  test.each([
    [
      'de',
      'Der Verband warnt vor einem „Flächenbrand“, die Ministerin sieht „keinen Anlass zur Panik“.',
    ],
    ['pt', 'O governo fala em “ajuste técnico”; a oposição vê “um aumento disfarçado”.'],
    [
      'es',
      'El sindicato tilda la oferta de “limosna” y la patronal la considera “el máximo posible”.',
    ],
  ])('a second clause has a subject of its own (%s)', (language, text) => {
    const speakers = extractQuotes(text, { language }).quotes.map(({ speaker }) => speaker)
    expect(new Set(speakers).size).toBe(2)
  })

  test('a comma before `but` inside the marks loses none of the words', () => {
    const text = '« Le contrat était signé, insiste l’avocate Margaux Delrieu, mais pas lu. »'
    expect(extractQuotes(text, { language: 'fr' }).quotes[0]?.text).toBe(
      'Le contrat était signé mais pas lu.',
    )
  })

  test('a paragraph that the next one re-opens is kept whole, verbs after its comma or not', () => {
    const text =
      'Greta Holm said: “There is a smell, and nobody warns you about it.\n\n“I still look for it.”'
    expect(extractQuotes(text, { language: 'en' }).quotes.map((quote) => quote.text)).toEqual([
      'There is a smell, and nobody warns you about it.\n\nI still look for it.',
    ])
  })
})
