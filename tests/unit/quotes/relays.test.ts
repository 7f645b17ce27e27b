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
      'a paper keeps its capital article in the middle of a sentence',
      'en',
      '“Nobody bakes at night any more,” Ann Lee told The Miller.',
      'Ann Lee',
      'The Miller',
    ],
    [
      'the newspaper is the one named before',
      'en',
      'He offered to go, the weekly Hafenbrief reported. “I am tired,” Jan Olt said, according to a report in the newspaper.',
      'Jan Olt',
      'Hafenbrief',
    ],
    [
      'a statement may come through somebody',
      'en',
      'In a statement released through Harbour Police, Ann Lee said: “He was kind.”',
      'Ann Lee',
      'Harbour Police',
    ],
    [
      'an agency quotes somebody in passing',
      'en',
      'General Jan Olt, quoted by the state news agency OKA, said “a few misguided men” had been held.',
      'Jan Olt',
      'OKA',
    ],
    [
      'call letters are a station’s',
      'en',
      'Ann Lee told KRBX-TV that he was “cracking jokes already.”',
      'Ann Lee',
      'KRBX-TV',
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
