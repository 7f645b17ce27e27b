/** News in French, German, Spanish, Italian and Portuguese: how they report, beyond a subject and its verb. */
import { expect, test } from 'vitest'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'

const voices = (language: string, text: string) =>
  extractQuotes(text, { language }).quotes.map(({ speaker, via }) => [speaker, via])

test.each([
  ['fr', 'Dans un communiqué, la guilde évoque « un marché ralenti ».', 'guilde'],
  ['pt', 'A filarmónica, que recusou o convite, fala em “pressa de fim de ano”.', 'filarmónica'],
  [
    'it',
    'Nella nota diffusa ieri i contabili scrivono che il metodo era «privo di base».',
    'contabili',
  ],
])('%s: a subject that no list knows stands behind an opening: %s', (language, text, speaker) => {
  expect(voices(language, text)).toEqual([[speaker, null]])
})

test.each([
  ['fr', 'Comme le résume Anne Roux, « la dune recule plus vite que les dossiers ».', 'Anne Roux'],
  ['es', 'Según reconoció Luis Mora al final, el equipo salió «sin ganas de jugar».', 'Luis Mora'],
  ['it', 'La bozza è, come ha ammesso Carlo Betti, «un punto di partenza fragile».', 'Carlo Betti'],
])('%s: whoever a comparison names has the words: %s', (language, text, speaker) => {
  expect(voices(language, text)).toEqual([[speaker, null]])
})

test.each([
  [
    'Die Vergabe sei „in keiner Weise gerecht“, heißt es in dem am Freitag verlesenen Urteil.',
    'Urteil',
  ],
  [
    'Das Amt verweist auf ein Gutachten, wonach der Lärm „im erlaubten Bereich“ liege.',
    'Gutachten',
  ],
])('German says whose words they are without a subject: %s', (text, speaker) => {
  expect(voices('de', text)).toEqual([[speaker, null]])
})

test('a German article shows that a phrase is no subject', () => {
  const [first] = voices('de', 'Er habe, erklärte über seinen Anwalt Nils Kamp niemand, „genug“.')
  expect(first?.[0] ?? null).not.toBe('Nils Kamp')
})

test('a quotation around a paper in marks is one', () => {
  const text =
    'Bürgermeisterin Carla Wendt winkt ab. „Ich bin gewählt“, sagte sie dem „Hafenboten“, „und ich kann rechnen.“'
  const { quotes } = extractQuotes(text, { language: 'de' })
  expect(quotes.map(({ spans, via }) => [spans.length, via])).toEqual([[2, 'Hafenboten']])
})

test.each([
  [
    'fr',
    'D’après une note que « Le Courrier de Vallon » a pu consulter, le service est « à bout ».',
  ],
  [
    'es',
    'Un informe al que ha tenido acceso El Diario del Vallon califica el servicio de «agotado».',
  ],
])('%s: whoever got hold of a document passes it on: %s', (language, text) => {
  expect(voices(language, text)[0]?.[1]).toMatch(/Vallon$/)
})

test.each([
  ['es', '«La casa sin espejos» vuelve al teatro de la plaza.', 'La casa sin espejos'],
  [
    'pt',
    'Reúne-as em “O livro dos afogados”, que chega às livrarias amanhã.',
    'O livro dos afogados',
  ],
  ['de', 'Mit „Die Stille danach“ legt Jonas Wiech ein Debüt vor.', 'Die Stille danach'],
  ['fr', 'Une enquête est ouverte pour « mise en danger d’autrui ».', 'mise en danger d’autrui'],
])('%s: a work and a charge are said by nobody: %s', (language, text, words) => {
  const { quotes, notQuotes } = extractQuotes(text, { language })
  expect(quotes).toEqual([])
  expect(notQuotes.map((other) => other.text)).toEqual([words])
})

test.each([
  [
    'it',
    'Il sindaco Carlo Betti ha respinto le accuse, definendole «chiacchiere da bar».',
    'Carlo Betti',
  ],
  ['it', '«Non è il momento», si è limitato a dire il custode.', 'custode'],
  ['fr', '« Je voulais partir », a-t-il fini par lâcher. Paul Roux pleurait.', null],
  ['pt', 'A atriz Ana Luz riu. “O dia não deixa”, justifica.', 'Ana Luz'],
])('%s: gerunds, infinitives and verbs alone lead to who speaks: %s', (language, text, speaker) => {
  expect(voices(language, text)).toEqual([[speaker, null]])
})

test('a clause of its own after a few words is not who said them', () => {
  expect(
    voices('it', 'Il pm chiede una pena «esemplare», la difesa parla di «accanimento».'),
  ).toEqual([
    ['pm', null],
    ['difesa', null],
  ])
})

test('whom words are said to speaks as little outside English', () => {
  const text = 'Ai militari il giovane ha detto di aver preso la barca «solo per un giro».'
  expect(voices('it', text)).toEqual([['giovane', null]])
})

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
