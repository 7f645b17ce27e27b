import type { Token } from './tokens.ts'

/** How many words of any of the phrases start here; 0 for none. */
export function phraseLength(tokens: Token[], at: number, phrases: readonly string[][]): number {
  let byFirst = indexes.get(phrases)
  if (!byFirst) indexes.set(phrases, (byFirst = indexOf(phrases)))
  for (const phrase of byFirst.get(tokens[at]?.lower ?? '') ?? [])
    if (phrase.every((word, k) => tokens[at + k]?.lower === word)) return phrase.length
  return 0
}

type Phrases = readonly string[][]

/** Phrases by their first word: most words start none, and every word of a text is asked about. */
const indexes = new WeakMap<Phrases, Map<string, string[][]>>()

function indexOf(phrases: Phrases): Map<string, string[][]> {
  const byFirst = new Map<string, string[][]>()
  for (const phrase of phrases)
    byFirst.set(phrase[0] as string, [...(byFirst.get(phrase[0] as string) ?? []), phrase])
  return byFirst
}
