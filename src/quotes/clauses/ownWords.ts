/** `según sus palabras`, `selon ses propres termes`, `nach eigenen Worten`: whoever the sentence is about. */
import { setOf } from '#src/quotes/languages/language.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { blankSpeaker, type Speaker } from '#src/quotes/names/speaker.ts'

const possessives = setOf(
  'su sus ses son leurs sua sue suo suas seus seu eigenen eigener ihren seinen',
)
const nouns = setOf(
  `palabras declaraciones relato versión mots dires termes propos récit paroles parole dichiarazioni racconto versione palavras relato versão
  declarações worten angaben aussage`,
)

/** The speaker whose own words such a phrase at `at` names, and the token after it; `null` where none stands. */
export function ownWords(
  { tokens, language }: Reading,
  at: number,
): { speaker: Speaker; end: number } | null {
  const first = tokens[at]
  if (language.code === 'en' || !first || !possessives.has(first.lower)) return null
  const noun = nouns.has(tokens[at + 1]?.lower ?? '') ? at + 1 : at + 2
  return nouns.has(tokens[noun]?.lower ?? '') && !tokens[noun - 1]?.isTime
    ? { speaker: blankSpeaker('pronoun', '', first.start), end: noun + 1 }
    : null
}
