import { expect, test } from 'vitest'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'

const cases: [says: string, language: string, text: string, speaker: string, via: string | null][] =
  [
    [
      'an outlet whose name has an article is never the speaker while somebody else is there',
      'fr',
      'Selon Le Monde, la direction aurait qualifié le rapport de « torchon ».',
      'direction',
      'Le Monde',
    ],
    [
      'the article of an outlet may be in the preposition',
      'fr',
      '« On vit avec la peur », a confié au Parisien une habitante du quartier.',
      'habitante du quartier',
      'Le Parisien',
    ],
    [
      'an agency in small letters passes words on',
      'de',
      '„Das reicht nicht“, sagte Betriebsrätin Olga Stamm der dpa.',
      'Olga Stamm',
      'Deutsche Presse-Agentur',
    ],
    [
      'what somebody says about a broadcaster was not said on it',
      'en',
      'Councillor Max Dunn said the report on Radio Tamar was “lazy”.',
      'Max Dunn',
      null,
    ],
    [
      'a letter to a paper is no interview with it',
      'es',
      'El alcalde Luis Gómez dijo que la carta era “una mentira” y culpó al Faro de Vigo.',
      'Luis Gómez',
      null,
    ],
    [
      'an outlet that judges for itself speaks',
      'it',
      'La Repubblica definisce il decreto «un pasticcio».',
      'La Repubblica',
      null,
    ],
  ]

test.each(cases)('%s', (_, language, text, speaker, via) => {
  const [quote] = extractQuotes(text, { language }).quotes
  expect(quote).toMatchObject({ speaker, via })
})
