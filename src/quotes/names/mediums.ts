import type { Language } from '#src/quotes/languages/language.ts'

/** How words were said, from the sentence around them in lower case: `in a statement`, `on X`; `null` when it does not say. */
export function findMedium(sentence: string, language: Language): string | null {
  for (const [phrase, medium] of language.mediums) {
    const at = sentence.indexOf(phrase)
    if (at >= 0 && !isLetter(sentence[at - 1]) && !isLetter(sentence[at + phrase.length]))
      return medium
  }
  return null
}

const isLetter = (char: string | undefined): boolean =>
  char !== undefined && /[\p{L}\p{N}]/u.test(char)
