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
