/** `“We will not sell.” Lee said.`: a full stop inside the marks, where a comma belongs, and then who said it. */
import type { Language } from '#src/quotes/languages/language.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

const longestName = 4
const longestRest = 3

/** Whether the words after the quotation at `at` are a name, a verb of speech and little else, up to the full stop. */
export function isTail(tokens: Token[], at: number, language: Language): boolean {
  if (language.code !== 'en') return false
  let verb = at + 1
  while (verb < at + 1 + longestName && isNamePart(tokens[verb], language)) verb++
  if (verb === at + 1 || !language.cues.has(tokens[verb]?.lower ?? '')) return false
  let end = verb + 1
  while (end < verb + 1 + longestRest && tokens[end]?.kind === 'word' && !isThat(tokens[end])) end++
  return tokens[end] === undefined || tokens[end]?.text === '.'
}

const isNamePart = (token: Token | undefined, language: Language): boolean =>
  token?.kind === 'word' && (token.isCapital || language.pronouns.has(token.lower))

const isThat = (token: Token | undefined): boolean => token?.lower === 'that'

/** The ends of sentences without those that part a quotation from such words. */
export const withoutTails = (tokens: Token[], ends: number[], language: Language): number[] =>
  ends.filter(
    (end) =>
      end === tokens.length ||
      tokens[end - 1]?.kind !== 'quote' ||
      !isTail(tokens, end - 1, language),
  )
