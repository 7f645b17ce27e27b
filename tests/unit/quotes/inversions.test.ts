/** What stands between the verb and who speaks, and participles that nobody speaks with. */
import { expect, test } from 'vitest'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'

const speakers = (text: string, language: string) =>
  extractQuotes(text, { language }).quotes.map(({ speaker, via }) => [speaker, via])

test.each([
  ['it', '«Restiamo», dice davanti alla fabbrica un operaio che tace il suo nome.', 'operaio'],
  ['it', '«Non si vota», ha detto uscendo dal municipio il sindaco Carlo Betti.', 'Carlo Betti'],
  ['it', '«Arrivo subito», avrebbe detto al telefono Piero Salvi, 40 anni.', 'Piero Salvi'],
  ['es', '«No hay prisa», dijo al salir del juzgado el alcalde Luis Mora.', 'Luis Mora'],
  ['es', '«No hay prisa», dijo en la rueda de prensa posterior el técnico.', 'técnico'],
  ['fr', '« Rien ne presse », a dit devant la presse Anne Roux.', 'Anne Roux'],
  ['pt', '“Não há pressa”, disse durante o debate a deputada Ana Luz.', 'Ana Luz'],
])('%s: where it was said stands before who said it: %s', (language, text, speaker) => {
  expect(speakers(text, language)).toEqual([[speaker, null]])
})

test('whoever was told does not speak', () => {
  const text =
    'El presidente Luis Mora tachó de “inútil” el informe. “No hay prisa”, dijo a la agencia EFE al término de una visita.'
  expect(speakers(text, 'es')).toEqual([
    ['Luis Mora', null],
    ['Luis Mora', 'EFE'],
  ])
})

test('how it was said stands in an incise between dashes', () => {
  const text = '«Lo tiro io – ha detto ridendo Carlo Betti ai microfoni di Radio Valle – e segno».'
  expect(extractQuotes(text, { language: 'it' }).quotes.map(({ text: words }) => words)).toEqual([
    'Lo tiro io e segno',
  ])
})

test('a participle beside a name says something of it, and it does not speak', () => {
  expect(speakers('Ann Lee, once described as “the best of us”, left on Friday.', 'en')).toEqual([
    [null, null],
  ])
  expect(speakers('Ann Lee described it as “the best of us”.', 'en')).toEqual([['Ann Lee', null]])
})
