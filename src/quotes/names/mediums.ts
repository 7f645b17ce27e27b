/** How words were said, told by the sentence around them. */
import type { Language } from '#src/quotes/languages/language.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

/** How words were said, from the sentence around them in lower case: `in a statement`, `on X`; `null` when it does not say. */
export function findMedium(sentence: string, language: Language): string | null {
  for (const [phrase, medium] of language.mediums) {
    const at = sentence.indexOf(phrase)
    if (at >= 0 && !isLetter(sentence[at - 1]) && !isLetter(sentence[at + phrase.length]))
      return medium
  }
  return null
}

/** Whether a word stands in these tokens without which no phrase of `findMedium` can: most sentences hold none. */
export function maySayMedium(
  tokens: Token[],
  low: number,
  high: number,
  language: Language,
): boolean {
  const telling = tellingWords(language)
  for (let i = low; i < high; i++) {
    const { lower } = tokens[i] as Token
    if (telling.has(lower) || lower.includes('-')) return true
  }
  return false
}

const known = new WeakMap<Language, ReadonlySet<string>>()

/** The longest word of each phrase. */
function tellingWords(language: Language): ReadonlySet<string> {
  let telling = known.get(language)
  if (!telling) {
    telling = new Set(
      language.mediums.map(([phrase]) =>
        phrase
          .split(/[\s-]/)
          .reduce((longest, word) => (word.length > longest.length ? word : longest)),
      ),
    )
    known.set(language, telling)
  }
  return telling
}

const isLetter = (char: string | undefined): boolean =>
  char !== undefined && /[\p{L}\p{N}]/u.test(char)
