/** `citée par l’AFP`, `ouvido pelo Expresso`, `citata dalla Stampa`: who passed on the words of the person described before. */
import { type Language, setOf } from '#src/quotes/languages/language.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { outletAt } from './relays.ts'

/** Forms of the participles, and the prepositions that bring who did it: few tokens are one of these, and they are asked first. */
const participles: Readonly<Record<string, readonly [form: RegExp, agents: ReadonlySet<string>]>> =
  {
    en: [/^(?:quoted|cited|interviewed|contacted|reached)$/, setOf('by in')],
    fr: [
      /^(?:cit|interrog|contact|questionn|interview|rapport|relay)ée?s?$|^jointe?s?$/,
      setOf('par dans'),
    ],
    de: [/^(?:zitiert|befragt|interviewt)$/, setOf('von vom')],
    es: [/^(?:citad|consultad|entrevistad|recogid|contactad)[oa]s?$/, setOf('por')],
    it: [
      /^(?:citat|intervistat|interpellat|sentit|raggiunt|riportat|contattat)[oaie]$/,
      setOf('da dal dalla dallo dall’ dai dagli dalle'),
    ],
    pt: [
      /^(?:citad|ouvid|entrevistad|consultad|contactad|contatad|procurad)[oa]s?$/,
      setOf('por pelo pela pelos pelas'),
    ],
  }

const longestOutlet = 7

/** Whether a word may stand between such a participle and the outlet. */
export const isAgent = (word: string, { code }: Language): boolean =>
  participles[code]?.[1].has(word) ?? false

/** `citado pela`, `cité lundi par`, `citado esta manhã pela`: where the preposition stands after a participle. */
export function agentPlace({ tokens, language }: Reading, at: number): number | null {
  if (isAgent(tokens[at + 1]?.lower ?? '', language)) return at + 1
  if (language.code === 'en') return null
  const time = language.definite.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1
  return tokens[time]?.isTime && isAgent(tokens[time + 1]?.lower ?? '', language) ? time + 1 : null
}

/** The outlet of such a participle at `at`, and the token after its name; `null` where none stands. */
export function citationAt(reading: Reading, at: number): { outlet: string; end: number } | null {
  const { tokens, language } = reading
  const agent = agentPlace(reading, at)
  if (agent === null) return null
  if (!participles[language.code]?.[0].test(tokens[at]?.lower ?? '')) return null
  const outlet = outletAt(reading, agent + 1)
  if (outlet === null) return null
  let end = agent + 1
  while (end < at + longestOutlet && !tokens[end]?.isCapital) end++
  while (
    end < at + longestOutlet + 3 &&
    (tokens[end]?.isCapital ||
      (joints.test(tokens[end]?.lower ?? '') && tokens[end + 1]?.isCapital === true))
  )
    end++
  return { outlet, end }
}

const joints = /^(?:of|de|du|des|del|della|delle|dei|di|do|da|dos|das|la|der)$/

/** The token after a citation at `at` and the condition of anonymity behind it; `at` where none stands. */
export function afterCitation(reading: Reading, at: number): number {
  const { tokens, text, language } = reading
  const end = citationAt(reading, at)?.end ?? at
  const from = tokens[end]?.start
  if (end === at || from === undefined) return end
  const ahead = text.slice(from, from + 60).toLowerCase()
  const condition = language.conditions.find((phrase) => ahead.startsWith(phrase))
  if (condition === undefined) return end
  let next = end
  while ((tokens[next]?.end ?? Infinity) <= from + condition.length) next++
  return next
}

/** A citation that reaches up to the token `end`: none of its words is the subject of the verb there. */
export function citedBefore(
  reading: Reading,
  end: number,
  low: number,
): { at: number; end: number } | null {
  for (let at = end - 2; at > Math.max(low, end - longestOutlet - 4); at--) {
    const found = citationAt(reading, at)
    if (found) return { at, end: found.end }
  }
  return null
}
