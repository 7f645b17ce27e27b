/** What may stand between a verb and the speaker after it, and what only looks like one. */
import type { Language } from '#src/quotes/languages/language.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

export const isAfterQuote = (tokens: Token[], start: number): boolean =>
  tokens[start - 1]?.kind === 'quote' || tokens[start - 2]?.kind === 'quote'

/** `El alcalde, Luis Mora, calificó la ley de “q”`: what runs into a quotation with a preposition was spoken of. */
export const isObject = (
  { tokens, language }: Reading,
  { start, low, end }: { start: number; low: number; end: number },
): boolean =>
  start > low &&
  !isAfterQuote(tokens, start) &&
  tokens[end]?.kind === 'quote' &&
  language.stops.has(tokens[end - 1]?.lower ?? '')

/** `sagte am Montag Karla Wendt`, `dijo este lunes el alcalde`: when it was said may stand before who said it. */
export function afterTime({ tokens, language }: Reading, at: number, high: number): number {
  if (language.code === 'en') return at
  for (let i = at; i < at + 4 && i < high; i++) {
    const token = tokens[i]
    if (token?.kind !== 'word') return at
    if (token.isTime) return tokens[i + 1]?.isTime ? i + 2 : i + 1
    if (token.isCapital) return at
  }
  return at
}

/** `dijo a la agencia EFE el alcalde`: who was told may stand before who told it. */
export function afterHearer(reading: Reading, at: number): number {
  const { tokens, language } = reading
  if (!/^(?:es|fr|it|pt)$/.test(language.code)) return at
  if (!/^(?:a|al|à|au|aux|ai|agli|alla|alle|all’|ao|às|aos)$/.test(tokens[at]?.lower ?? ''))
    return at
  for (let i = at + 2; i < at + 6 && tokens[i]?.kind === 'word'; i++)
    if (i > at + 1 && opensSubject(reading, i)) return i
  return at
}

const opensSubject = ({ tokens, language }: Reading, at: number): boolean => {
  const { lower } = tokens[at] as Token
  const before = tokens[at - 1]?.lower ?? ''
  return (
    (language.definite.has(lower) || language.indefinite.has(lower)) &&
    !language.stops.has(before) &&
    !/^(?:a|al|à|au|aux|ai|agli|alla|alle|ao|às|aos)$/.test(before)
  )
}

/** Verbs with somebody or something as their object: `“q,” blamed the mayor` is nobody’s way to name who speaks. */
const transitive = new Set(
  `denounced praised condemned criticised criticized blasted accused blamed called labelled labeled branded mocked rejected slammed hailed
  defended welcomed dismissed credited thanked likened ridiculed decried derided touted assailed applauded rebuked`
    .trim()
    .split(/\s+/),
)

/** `Mora, citing “q,” said the plan`, `as “q,” welcomed her plan`: the verb goes on with the subject of its sentence. */
export const goesOnAfter = (
  tokens: Token[],
  start: number,
  i: number,
  { code, quotingVerbs, gerundCues }: Language,
): boolean =>
  code === 'en' &&
  tokens[start - 2]?.kind === 'word' &&
  (transitive.has(tokens[i]?.lower ?? '') ||
    (tokens[start - 3]?.text === ',' &&
      (quotingVerbs.has(tokens[start - 2]?.lower ?? '') ||
        gerundCues.has(tokens[start - 2]?.lower ?? ''))))
