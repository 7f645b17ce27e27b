import { expect, test } from 'vitest'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'

const cases: [says: string, language: string, text: string, speaker: string][] = [
  [
    'the one person named is meant, never for certain',
    'fr',
    'Hélène Aubry dédicace son roman à Rouen. « J’écris debout », confie la romancière.',
    'Hélène Aubry',
  ],
  [
    'two people named leave the description as it stands',
    'it',
    'Rita Bosco canta con Elsa Prato. «Ho pianto due volte», racconta la cantante.',
    'cantante',
  ],
  [
    'the gender of the description speaks against the one named',
    'es',
    'Ramona Gil presentó el disco en Vigo. «Tocamos sin ensayar», reconoció el pianista.',
    'pianista',
  ],
  [
    'a role of their own speaks against it',
    'pt',
    'O ministro Nuno Sá visitou a feira. “Vendi três quadros”, disse o pintor.',
    'pintor',
  ],
  [
    'an age without its noun is no name, and how it was said no part of it',
    'de',
    'In Bremen stand ein Taxifahrer vor Gericht. „Es tut mir leid“, sagte der 52-Jährige mit Tränen in den Augen.',
    '52-Jährige',
  ],
]

test.each(cases)('%s', (_, language, text, speaker) => {
  const [quote] = extractQuotes(text, { language }).quotes
  expect(quote).toMatchObject({ speaker, confidence: 'likely' })
})

test('a German noun with its article is no surname', () => {
  const [quote] = extractQuotes('„Hier ist nichts mehr“, sagte die Töpferin.', {
    language: 'de',
  }).quotes
  expect(quote).toMatchObject({ speaker: 'Töpferin', anonymous: true })
})
