/** Terms and works that a sentence introduces are nobody’s words; what is called something by an opponent is theirs. */
import { expect, test } from 'vitest'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'

const read = (text: string, language: string) => {
  const { quotes, notQuotes } = extractQuotes(text, { language })
  return {
    quoted: quotes.map(({ text: words }) => words),
    not: notQuotes.map(({ text: words, ruleId }) => `${words} (${ruleId})`),
  }
}

test.each([
  ['en', 'The wave set off what seismologists call a “slow slip” off the coast.', 'slow slip'],
  ['en', 'Doctors call it “frozen shoulder”: it hurts, and it passes.', 'frozen shoulder'],
  ['en', 'Astronomers call them “lost moons.”', 'lost moons.'],
  ['en', 'What the trade calls “skimpflation” has reached the shops.', 'skimpflation'],
  ['fr', 'C’est ce que les médecins appellent une « fatigue blanche ».', 'fatigue blanche'],
  ['de', 'Es ist das, was Fachleute einen „stillen Infarkt“ nennen.', 'stillen Infarkt'],
  ['de', 'Mediziner sprechen von einem „stillen Infarkt“.', 'stillen Infarkt'],
  ['es', 'Es lo que los geólogos llaman «sismo lento».', 'sismo lento'],
  ['it', 'È quello che gli esperti chiamano «sisma lento».', 'sisma lento'],
  ['pt', 'É o que os geólogos chamam de “sismo lento”.', 'sismo lento'],
])('%s: what a trade calls something is a term: %s', (language, text, term) => {
  expect(read(text, language)).toEqual({ quoted: [], not: [`${term} (term-word)`] })
})

test.each([
  ['en', 'With “Low Water,” Ann Lee returns to the coast of her childhood.', 'Low Water,'],
  ['fr', 'Avec « Les Marées basses », Jeanne Alder signe son meilleur film.', 'Les Marées basses'],
  ['de', 'Mit „Die lange Fähre“, seinem Roman, kehrt Jan Olt zurück.', 'Die lange Fähre'],
  ['es', 'Con «La orilla», Marta Lid vuelve al cine.', 'La orilla'],
  ['it', 'Con «La riva», Marta Lidi torna al cinema.', 'La riva'],
  ['en', 'The jury praised “A Ferry of Salt”, by Ann Lee, on Friday.', 'A Ferry of Salt'],
  ['it', 'S’intitola «La riva» il nuovo romanzo di Marta Lidi.', 'La riva'],
  ['pt', 'Com “A Margem”, Marta Lidi volta ao cinema.', 'A Margem'],
])(
  '%s: a work is introduced by a preposition, its maker or a verb: %s',
  (language, text, title) => {
    expect(read(text, language)).toEqual({ quoted: [], not: [`${title} (title-word)`] })
  },
)

test.each([
  ['en', 'Ivo Lanz, whom his crew call “Bishop” for his hat, won.', 'Bishop (nickname)'],
  ['en', 'His crew knew him as “the Bishop”.', 'the Bishop (nickname)'],
  ['en', 'A replacement bus, branded ‘RailHop Plus’, was late.', 'RailHop Plus (term-word)'],
  ['en', 'The “quiet harbour” scheme was cut.', 'quiet harbour (term-word)'],
  ['de', 'Manche nennen ihn den „Käfermann“.', 'Käfermann (nickname)'],
  ['pt', 'O menino, que a torcida já chama de “Foguete”, marcou.', 'Foguete (nickname)'],
  ['de', '„Das reicht nicht“, sagte Jan Olt der „Hafenpost“.', 'Hafenpost (title-word)'],
])(
  '%s: a name that many give, and a paper that was told, are no words of anybody: %s',
  (language, text, not) => {
    expect(read(text, language).not).toEqual([not])
  },
)

test.each([
  ['de', 'Kollegen nennen ihn einen „Sturkopf“.', 'Sturkopf'],
  ['pt', 'O ministro chama de “absurda” a proposta.', 'absurda'],
  ['en', 'What Lee called a “farce” ended at noon.', 'farce'],
  ['en', 'Critics call it “a gift to landlords”.', 'a gift to landlords'],
  ['de', 'Die Gegner sprechen von einem „Skandal“.', 'Skandal'],
  ['en', 'Economists call it “a mistake”.', 'a mistake'],
  ['en', 'In “a matter of days,” Lee said, the road would open.', 'a matter of days,'],
  ['es', 'En «cuestión de días», dijo Lid, se abrirá la carretera.', 'cuestión de días'],
])('%s: what somebody says stays a quotation: %s', (language, text, words) => {
  expect(read(text, language).quoted).toEqual([words])
})
