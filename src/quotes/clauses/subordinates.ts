/** Verbs of clauses that hang on another: `comme le résume S`, `según reconoció S`, `la Corte dei conti, che definisce`. */
import { isClitic } from '#src/quotes/languages/clitics.ts'
import { setOf } from '#src/quotes/languages/language.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { blankSpeaker } from '#src/quotes/names/speaker.ts'
import { forward } from './clauseForms.ts'
import { afterHearer, afterTime } from './inversions.ts'
import { findSubject, type Subject } from './subjects.ts'

const opensReport: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: setOf('comme ainsi que'),
  es: setOf('como según conforme'),
  it: setOf('come secondo quanto'),
  pt: setOf('como conforme segundo'),
}

/**
 * `Comme le résume X`, `Según reconoció el entrenador`, `como lhe chamou X`: after such a word the verb has its subject behind it.
 * @param start where the verb begins with its auxiliaries, the verb itself at `verb`
 * @returns the subject and the token that opens the clause
 */
export function reportSubject(
  reading: Reading,
  { start, verb, low, high }: { start: number; verb: number; low: number; high: number },
): (NonNullable<ReturnType<typeof forward>> & { opener: number }) | null {
  const { tokens, language } = reading
  const openers = opensReport[language.code]
  if (!openers) return null
  let opener = start - 1
  while (opener > low && opener > start - 3 && isClitic(language.code, tokens[opener]?.lower ?? ''))
    opener--
  if (opener < low || !openers.has(tokens[opener]?.lower ?? '')) return null
  // `parce que`, `tandis que` and `tanto que` compare nothing.
  if (tokens[opener]?.lower === 'que' && tokens[opener - 1]?.lower !== 'ainsi') return null
  const found = forward(reading, afterHearer(reading, afterTime(reading, verb + 1, high)), high)
  return found && /person|surname|unnamed|organisation/.test(found.speaker.form)
    ? { ...found, opener }
    : null
}

const relatives = /^(?:che|qui|que|quien|quienes)$/
const farthest = 8

/** `i giudici, che nella relazione di ieri definiscono`: who a relative clause is about stands right before its comma. */
export function antecedent(
  reading: Reading,
  start: number,
  low: number,
  isListed = false,
): Subject | null {
  const { tokens, language } = reading
  if (!/^(?:fr|es|it|pt)$/.test(language.code)) return null
  for (let at = start - 1; at > low + 1 && at >= start - farthest; at--) {
    const token = tokens[at]
    if (token?.kind !== 'word') return null
    if (!relatives.test(token.lower) || tokens[at - 1]?.text !== ',') continue
    return findSubject(reading, at - 1, low) ?? (isListed ? null : unlistedBefore(reading, at - 1))
  }
  return null
}

const articles = setOf(
  `il lo la l’ i gli le un uno una el los las une les du des son sa seu sua suo o a os as um uma dal dallo dalla dall’ dai dagli dalle
  del dello della dell’ dei degli delle al allo alla all’ ai agli alle nel nella au aux do da dos das ao à pelo pela`,
)

/** `ereditata dal nonno, che diceva`: a noun no list knows, behind its article. */
function unlistedBefore({ tokens }: Reading, comma: number): Subject | null {
  const noun = tokens[comma - 1]
  if (noun?.kind !== 'word' || !/^\p{Ll}{3,}$/u.test(noun.text)) return null
  if (!articles.has(tokens[comma - 2]?.lower ?? '')) return null
  const speaker = {
    ...blankSpeaker('unnamed', noun.text, noun.start),
    role: noun.text,
    noun: noun.lower,
  }
  return { speaker, start: comma - 1 }
}
