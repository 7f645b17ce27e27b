/** What may stand between a verb and the speaker after it, and what only looks like one. */
import { type Language, setOf } from '#src/quotes/languages/language.ts'
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

const romance = /^(?:es|fr|it|pt)$/
const longestAdverbial = 9
/** Whose name follows was told, and does not tell. */
const outletNouns =
  /^(?:agen[czs]\p{L}+|diario|quotidiano|quotidien|giornale|jornal|journal|periódico|semanario|settimanale|semanário|hebdomadaire|revista|rivista|magazine|radio|rádio|televisión|televisione|televisão|télévision|canal|cadena|chaîne|emittente|emissora|emisora|microfoni|micrófonos|microfones|micro|portal|site|sitio|sito)$/u
/** Of four languages together: none of these words opens a subject in any of them. */
const prepositions = setOf(
  `a al à au aux ao aos às ai agli alla alle allo all’ de del dell’ della delle dei degli des du do da dos das di d’ en em in nel nella
  nelle nei nell’ no na nos nas con com avec per por pour para su sul sulla sulle sur sobre tra fra entre dopo tras après após davanti
  delante devant diante ante durante durant pendant auprès lors sotto sous bajo sob prima antes avant fuori frente junto près presso hasta até desde dal dalla dalle dall’ dai`,
)

/**
 * `dice davanti ai cancelli un saldatore`, `ha detto lasciando palazzo il ministro`: where and how it was said may stand
 * before who said it.
 * @returns where the subject opens, or `null` where no such phrase stands at `at`
 */
export function afterAdverbial(reading: Reading, at: number, high: number): number | null {
  const { tokens, language } = reading
  const first = tokens[at]
  if (!romance.test(language.code) || first?.kind !== 'word' || first.isCapital) return null
  if (!prepositions.has(first.lower) && !/(?:[ae]ndo|iendo)$/.test(first.lower)) return null
  for (let i = at + 1; i < Math.min(high, at + longestAdverbial); i++) {
    const token = tokens[i]
    if (token?.kind !== 'word') return null
    const before = tokens[i - 1] as Token
    if (outletNouns.test(before.lower)) return null
    if (prepositions.has(before.lower) || language.definite.has(before.lower)) continue
    if (tokens[i + 1]?.isTime) continue
    if (opensSubject(reading, i) || (token.isCapital && !token.isTime && !before.isCapital))
      return i
  }
  return null
}

const adverbs =
  /^(?:ancora|anche|pure|encore|aussi|aún|todavía|también|ainda|também|hier|ieri|ayer|ontem)$|..m[ae]nte?$/
const longestAside = 9

/** `racconta ancora sotto choc una residente`, `ironise, sous couvert d’anonymat, un diplomate`: adverbs, times and what is set off by commas. */
export function afterAside(reading: Reading, at: number, high: number): number {
  const { tokens, language } = reading
  if (!romance.test(language.code)) return at
  let i = afterTime(reading, at, high)
  while (i < high && adverbs.test(tokens[i]?.lower ?? '')) i++
  if (tokens[i]?.text !== ',' || tokens[i + 1]?.isCapital) return i
  for (let end = i + 2; end < Math.min(high, i + longestAside); end++) {
    if (tokens[end]?.text === ',') return end + 1
    if (tokens[end]?.kind !== 'word') return i
  }
  return i
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

/** `Mora, once described as “q”`: a participle beside its noun is said of it by nobody in particular. */
export const isReduced = (tokens: Token[], i: number): boolean =>
  tokens[i + 1]?.lower === 'as' &&
  /^(?:once|often|long|widely|previously|sometimes|famously|later)$/.test(
    tokens[i - 1]?.lower ?? '',
  ) &&
  tokens[i - 2]?.text === ','

/** `«Conosco ogni buca», racconta.`: Spanish, Italian and Portuguese leave the pronoun out. */
export function hasDroppedSubject(
  { tokens, language }: Reading,
  start: number,
  i: number,
): boolean {
  if (!/^(?:es|it|pt)$/.test(language.code)) return false
  const before = tokens[start - 1]?.kind === 'quote' ? start - 1 : start - 2
  const next = tokens[i + 1]
  return (
    tokens[before]?.kind === 'quote' &&
    (next === undefined ||
      next.kind !== 'word' ||
      language.stops.has(next.lower) ||
      /[aei]ndo$/.test(next.lower))
  )
}

/** `Disse apenas que confia`, `Ha detto che`: the sentence goes on with who was spoken of. */
export const opensWithVerb = ({ tokens, language }: Reading, i: number): boolean =>
  /^(?:es|it|pt)$/.test(language.code) &&
  [tokens[i + 1], tokens[i + 2]].some((token) => /^(?:que|che)$/.test(token?.lower ?? ''))

const openings =
  /^(?:im|in|am|an|auf|bei|beim|nach|vor|mit|zu|zum|zur|auch|dann|später|zuvor|gegenüber|während|seit|über|scharf|schärfer|deutlich|deutlicher|klar|entschieden|ähnlich|anders|zugleich|gleichzeitig|zudem|kritisch|skeptisch|verhalten|vehement|energisch|ausdrücklich|zufrieden|erleichtert|enttäuscht|sichtlich|offen|dagegen|hingegen|dennoch|trotzdem|deshalb|inzwischen|schließlich|danach|daraufhin|zuletzt|erneut|wiederholt|öffentlich|anschließend|allerdings|immerhin|gestern|heute)$/

/** `Im Gespräch mit der Zeitung sagte Reeder Jan Petersen`: after an opening the German verb comes second, its subject third. */
export const opensWithAdverbial = (
  { tokens, language }: Reading,
  low: number,
  i: number,
): boolean => language.code === 'de' && i > low && openings.test(tokens[low]?.lower ?? '')
