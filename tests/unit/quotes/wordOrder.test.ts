/** Who speaks in French, German, Spanish, Italian and Portuguese, where the order of words is not English. */
import { expect, test } from 'vitest'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'

const speakers: [says: string, language: string, text: string, speaker: string][] = [
  [
    'what something was written in does not write it',
    'es',
    'En una nota a los vecinos difundida hoy, el presidente del puerto, Blas Coto, lo explica así:\n\n«Cerramos dos días. Volvemos el lunes».',
    'Blas Coto',
  ],
  [
    'a message is its sender’s',
    'it',
    'Il messaggio della sindaca Rita Bosco è uscito alle sei:\n\n«Restate in casa. Le scuole sono chiuse».',
    'Rita Bosco',
  ],
  [
    'a German question word that opens a sentence is nobody',
    'de',
    'Warum die Fähre ausfiel, konnte Jan Olt nicht sagen. „Sie lag einfach still“, meint er.',
    'Jan Olt',
  ],
  [
    'German sie is the one person near',
    'de',
    'Im Streit hat Ministerin Silke Olt ein Machtwort angekündigt. „Man muss entscheiden“, sagte sie der dpa.',
    'Silke Olt',
  ],
  [
    'a question before a verb without a subject leaves who spoke before',
    'pt',
    'O governador Rui Sá falou. Questionado sobre o défice, disse que o estado tem “gordura para queimar”.',
    'Rui Sá',
  ],
  [
    'who said it may follow where it was said',
    'fr',
    '« J’ai eu peur », a reconnu à la barre l’ancien notaire, jugé depuis lundi.',
    'ancien notaire',
  ],
]

test.each(speakers)('%s', (_, language, text, speaker) => {
  expect(extractQuotes(text, { language }).quotes[0]).toMatchObject({ speaker })
})

const parts: [says: string, language: string, text: string, spoken: string[]][] = [
  [
    'a trade after the name belongs to the words of the newsroom inside the marks',
    'fr',
    '« On nous demande d’attendre, soupire Léa Morin, gérante du dernier café du port, mais le loyer court. »',
    ['On nous demande d’attendre', 'mais le loyer court.'],
  ],
  [
    'a phrase may stand between the verb and who speaks',
    'it',
    '«Ho firmato senza leggere – ha ammesso davanti ai giudici l’ex assessora Rita Bosco – e me ne pento».',
    ['Ho firmato senza leggere', 'e me ne pento'],
  ],
  [
    'whoever speaks of their own father goes on speaking',
    'it',
    '«Si vive bene, dice mio padre, anche senza mare», racconta Rita Bosco.',
    ['Si vive bene, dice mio padre, anche senza mare'],
  ],
]

test.each(parts)('%s', (_, language, text, spoken) => {
  const [quote] = extractQuotes(text, { language }).quotes
  expect(quote?.spans.map(([start, end]) => text.slice(start, end))).toEqual(spoken)
})

test.each([
  ['it', 'È finito in carcere anche Aldo Neri, detto «il Conte», cassiere del gruppo.', 'il Conte'],
  [
    'fr',
    'Le derby, que l’on appelle ici le « match des deux rives », est fixé.',
    'match des deux rives',
  ],
  ['fr', 'Le projet de « ferme aux cent chèvres » ne se fera pas.', 'ferme aux cent chèvres'],
  ['de', 'Das Gericht wies die Klage gegen das Hafenfestival „Klangmole“ ab.', 'Klangmole'],
  ['de', 'Fachleute nennen solche Vögel „Westzieher“.', 'Westzieher'],
])('%s: a name is nobody’s words: %s', (language, text, name) => {
  const { quotes, notQuotes } = extractQuotes(text, { language })
  expect([quotes.length, ...notQuotes.map(({ text: words }) => words)]).toEqual([0, name])
})
