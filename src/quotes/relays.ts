/** Who passed words on: `told Reuters`, `as reported by`, `, according to Le Monde`, `told NOW’s correspondent`. */
import { type Clause, phraseLength } from '#src/quotes/cues.ts'
import type { Reading } from '#src/quotes/reading.ts'
import { findOutlet, readsLikeOutlet } from '#src/quotes/outlets.ts'
import type { Speaker } from '#src/quotes/speaker.ts'
import type { Token } from '#src/quotes/tokens.ts'

/**
 * Finds the outlet that relays the words a clause gives to its speaker.
 * @returns the outlet’s name, or `null` when the words came first-hand as far as the sentence says.
 */
export function findRelay(
  reading: Reading,
  clause: Clause,
  clauses: Clause[],
  low: number,
  high: number,
): string | null {
  if (clause.via !== null) return clause.via
  return (
    toldOutlet(reading, clause) ??
    relayPhrase(reading, clause, low, high) ??
    reportingOutlet(clause, clauses) ??
    (clause.ruleId === 'published-document' && clause.speaker?.form === 'publication'
      ? clause.speaker.name
      : null)
  )
}

function toldOutlet(reading: Reading, clause: Clause): string | null {
  const { tokens, language } = reading
  const verb = tokens[clause.verb]
  if (!verb || !language.tellingVerbs.has(verb.lower)) return null
  return outletAt(reading, clause.verb + 1)
}

/** The outlet named at a token: known, of an outlet’s form, or the employer of a correspondent. */
export function outletAt(reading: Reading, at: number): string | null {
  const { tokens, text } = reading
  const named = nameFrom(reading, at)
  if (named && findOutlet(named)) return findOutlet(named)?.name ?? null
  let from = at
  while (
    from < at + 2 &&
    /^(?:the|le|la|il|el|o|a|l’|an|der|dem|die)$/.test(tokens[from]?.lower ?? '')
  )
    from++
  let end = from
  while (end < tokens.length && end < from + 6 && isNamePart(tokens, end)) {
    end++
    if (tokens[end - 1]?.isPossessive) break
  }
  if (end === from) return null
  const first = tokens[from] as Token
  const last = tokens[end - 1] as Token
  const name = text.slice(first.start, last.end).replace(/[’']s?$/, '')
  const hasArticle = tokens[from - 1]?.lower === 'the' && from > at
  const known = findOutlet(hasArticle ? `The ${name}` : name) ?? findOutlet(name)
  if (known) return known.name
  const isEmployer =
    last.isPossessive &&
    /^(?:correspondents?|reporters?|journalists?|newspaper|programme|program|website)$/.test(
      tokens[end]?.lower ?? '',
    )
  if (isEmployer || readsLikeOutlet(name))
    return hasArticle && first.text !== 'The' && readsLikeOutlet(name) ? `The ${name}` : name
  return /^(?:newspaper|magazine|website|radio|television|news|broadcaster|programme|podcast|weekly|daily)$/.test(
    tokens[end]?.lower ?? '',
  )
    ? name
    : null
}

/** The capitalised words from a token on, articles included: `Le Monde`. */
function nameFrom({ tokens, text }: Reading, at: number): string | null {
  let end = at
  while (end < tokens.length && end < at + 6 && isNamePart(tokens, end)) end++
  return end > at
    ? text.slice((tokens[at] as Token).start, (tokens[end - 1] as Token).end).replace(/[’']s?$/, '')
    : null
}

const isNamePart = (tokens: Token[], at: number): boolean => {
  const token = tokens[at] as Token
  return (
    token.kind === 'word' &&
    (token.isCapital ||
      /^\d+$/.test(token.text) ||
      (/^(?:of|della|de|das|do)$/.test(token.lower) && !!tokens[at + 1]?.isCapital))
  )
}

function relayPhrase(reading: Reading, clause: Clause, low: number, high: number): string | null {
  const { tokens, language } = reading
  for (let i = low; i < high; i++) {
    if (i === clause.verb && clause.ruleId === 'according-to') continue
    const length = phraseLength(tokens, i, language.relayedBy)
    if (length === 0) continue
    const outlet = outletAt(reading, i + length)
    if (outlet && outlet !== clause.speaker?.name) return outlet
  }
  return clause.ruleId === 'according-to' && clause.speaker?.form === 'document'
    ? insideReport(reading, clause)
    : null
}

/** `according to a report in the Financial Times`: the report’s outlet. */
function insideReport(reading: Reading, clause: Clause): string | null {
  for (let i = clause.verb; i < clause.end; i++) {
    if (/^(?:in|by|dans|en|su)$/.test(reading.tokens[i]?.lower ?? '')) {
      const outlet = outletAt(reading, i + 1)
      if (outlet) return outlet
    }
  }
  return null
}

/** `“Q,” S said, the Times reported.` and `The Times reported that S said “q”.` */
function reportingOutlet(clause: Clause, clauses: Clause[]): string | null {
  const isOutlet = (speaker: Speaker | null): boolean =>
    speaker?.form === 'publication' && speaker.medium === null
  if (!clause.speaker || isOutlet(clause.speaker)) return null
  const other = clauses.find(
    (candidate) =>
      candidate !== clause &&
      isOutlet(candidate.speaker) &&
      !candidate.isShared &&
      candidate.speaker?.at !== clause.speaker?.at,
  )
  return other?.speaker?.name ?? null
}
