/**
 * The newsroom’s words inside the speaker’s: `« Q, a dit S, q »` and, in dialogue set with dashes, `—Q —dijo S—. Q.`
 * Both are cut out, so that what is left is the speaker’s alone.
 */
import { findClauses } from './cues.ts'
import { afterAdverbial } from './inversions.ts'
import type { Language } from '#src/quotes/languages/language.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { trimmed } from '#src/quotes/spans/spanEdges.ts'
import type { Span } from '#src/quotes/spans/spans.ts'
import { readTokens, type Token } from '#src/quotes/text/tokens.ts'
import { cueOfInversion, isOffice, isUnnamedNoun } from '#src/quotes/text/vocabulary.ts'

type Range = { start: number; end: number }

/** Languages that print who speaks inside the marks between commas; others do it between dashes alone. */
const betweenCommas = new Set(['fr', 'it'])

/** Cuts spans that hold their own attribution into the parts that are quoted. */
export function withoutIncises(text: string, spans: Span[], language: Language): Span[] {
  if (language.code === 'en') return spans
  return spans.flatMap((span) => {
    if (!mayHold(text, span, language)) return [span]
    const parts = partsAround(text, span, language)
    return parts.length === 1 && parts[0]?.end === span.end ? [span] : piecesOf(span, parts)
  })
}

/** With a verb of speech right after the closing mark, a clause inside is a report by the speaker. */
function mayHold(text: string, span: Span, language: Language): boolean {
  if (!/[“«„»"]/.test(span.mark)) return false
  if (!betweenCommas.has(language.code) && !/[–—]/.test(text.slice(span.start, span.end)))
    return false
  const after = text.slice(span.outerEnd, span.outerEnd + 40).toLowerCase()
  const words = /^[\s,–—-]*([\p{L}’'-]+)(?:\s+([\p{L}’'-]+))?(?:\s+([\p{L}’'-]+))?/u.exec(after)
  return !(words?.slice(1, 4) ?? []).some(
    (word) => word !== undefined && (language.cues.has(word) || /-(?:t-)?(?:il|elle)$/.test(word)),
  )
}

/** The stretches of a range that are speech: what stands before, between and after clauses such as `, a dit S,`. */
function partsAround(text: string, range: Range, language: Language): Range[] {
  const reading = readingOf(text, range, language)
  const { tokens } = reading
  const signs = betweenCommas.has(language.code) ? /^[,–—!?…-]$/ : /^[–—]$/
  const parts: Range[] = []
  let start = range.start
  for (let i = 1; i < tokens.length; i++) {
    const end = incisEnd(reading, i, signs)
    if (end === null) continue
    const opener = tokens[i - 1] as Token
    const stop = /[,–—-]/.test(opener.text) ? opener.start : opener.end
    parts.push(trimmed(text, start, stop))
    const closer = tokens[end]
    start = closer ? closer.end : range.end
    i = end
  }
  parts.push(trimmed(text, start, range.end))
  return parts.filter((part) => part.end > part.start)
}

/** Token after a clause with its speaker that starts at `i`, right after a sign, and ends at a sign; or `null`. */
function incisEnd(reading: Reading, i: number, signs: RegExp): number | null {
  const { tokens, language } = reading
  const opener = tokens[i - 1] as Token
  if (!signs.test(opener.text) || tokens[i]?.kind !== 'word' || tokens[i]?.isCapital) return null
  const dash = /^[–—]$/.test(opener.text) ? closingDash(reading, i) : null
  if (dash !== null) return dash
  const clause = clauseFrom(reading, i)
  if (!clause) return null
  let end = clause
  // `a déclaré X à la presse lundi`: up to the next sign, when it is near.
  while (end < tokens.length && end < clause + 9 && tokens[end]?.kind === 'word') {
    if (language.cues.has(tokens[end]?.lower ?? '')) return null
    end++
  }
  end = afterTrade(reading, end)
  const closer = tokens[end]
  return !closer || /^[,.–—-]$/.test(closer.text) ? end : null
}

const longestTrade = 9

/** `, soupire S, gérante du café, mais q`: the comma after what S does, when words that nobody opens a clause with follow it. */
function afterTrade({ tokens, language }: Reading, at: number): number {
  const noun = tokens[at + 1]
  const isTrade =
    tokens[at]?.text === ',' &&
    noun?.isCapital === false &&
    !language.fillers.has(noun.lower) &&
    (isOffice(noun, language) || isUnnamedNoun(noun, language))
  if (!isTrade) return at
  for (let end = at + 2; end < at + longestTrade; end++) {
    if (tokens[end]?.text === ',') return end
    if (tokens[end]?.kind !== 'word') return at
  }
  return at
}

const longestIncise = 24

/** `– assicura l’assessore ai Lavori pubblici, Michele Tarantola –`: what opens with a verb and who speaks runs to the next dash, commas and all. */
function closingDash(reading: Reading, i: number): number | null {
  const { tokens, language } = reading
  let verb = i
  while (verb < i + 3 && language.fillers.has(tokens[verb]?.lower ?? '')) verb++
  // `—cuenta—`: Spanish, Italian and Portuguese leave the pronoun out.
  const isAlone =
    /^(?:es|it|pt)$/.test(language.code) && language.cues.has(tokens[verb]?.lower ?? '')
  if (isAlone && /^[–—]$/.test(tokens[verb + 1]?.text ?? '')) return verb + 1
  // `ha raccontato ridendo S`: how it was said may stand before who said it.
  const next = /[ae]ndo$/.test(tokens[verb + 1]?.lower ?? '') ? verb + 2 : verb + 1
  const subject = tokens[afterAdverbial(reading, verb + 1, tokens.length) ?? next]
  const isOpened =
    language.cues.has(tokens[verb]?.lower ?? '') &&
    subject?.kind === 'word' &&
    (subject.isCapital ||
      language.definite.has(subject.lower) ||
      language.indefinite.has(subject.lower))
  if (!isOpened) return null
  for (let end = verb + 2; end < Math.min(tokens.length, i + longestIncise); end++) {
    const token = tokens[end] as Token
    if (/^[–—]$/.test(token.text)) return end
    if (token.kind !== 'word' && token.text !== ',') return null
  }
  return null
}

function clauseFrom(reading: Reading, i: number): number | null {
  const { tokens, language } = reading
  let verb = i
  while (verb < i + 4 && language.fillers.has(tokens[verb]?.lower ?? '')) verb++
  const token = tokens[verb] ?? tokens[i]
  if (!token) return null
  const isInverted = [tokens[i], token].some(
    (candidate) => candidate && cueOfInversion(candidate, language) !== null,
  )
  if (!isInverted && !language.cues.has(token.lower)) return null
  const clause = findClauses(reading, i, Math.min(tokens.length, i + 40))[0]
  // `Si può vivere, dice mio padre, senza mare`: whoever says `my father` is speaking.
  if (clause && tokens.slice(i, clause.end).some(({ lower }) => ours.test(lower))) return null
  return clause && clause.start === i && clause.speaker !== null && !clause.isShared
    ? clause.end
    : null
}

const ours =
  /^(?:mi[oa]|miei|mie|mon|ma|mes|notre|nos|mein|meine|unsere?|mis?|nuestr[oa]s?|meu|minha|nosso|nossa|nostr[oa])$/

function piecesOf(span: Span, parts: Range[]): Span[] {
  const last = parts.length - 1
  return parts.map((part, i) => ({
    ...span,
    ...part,
    outerStart: i === 0 ? span.outerStart : part.start,
    outerEnd: i === last && part.end === span.end ? span.outerEnd : part.end,
    continues: i === 0 ? span.continues : 'incise',
    isUnclosed: i === last && span.isUnclosed,
  }))
}

/** Dialogue opened by a dash: which parts of the paragraph are spoken; `null` when nothing shows that somebody speaks. */
export function dialogueParts(text: string, paragraph: Range, language: Language): Range[] | null {
  const opening = /^[—–―-]\s*/.exec(text.slice(paragraph.start, paragraph.start + 8))?.[0]
  if (opening === undefined) return null
  const range = { start: paragraph.start + opening.length, end: paragraph.end }
  const dashes = dashParts(text, range, language)
  if (dashes) return dashes
  const parts = partsAround(text, range, language)
  if (parts.length === 1 && parts[0]?.end === range.end) return null
  return parts.filter((part, i) => i === 0 || isSpoken(text, part))
}

/** After `, dit S.` the words may be the speaker’s or the newsroom’s: they are the speaker’s when they address somebody. */
const isSpoken = (text: string, { start, end }: Range): boolean =>
  /^\p{Ll}/u.test(text.slice(start, start + 1)) ||
  /[?!]|(?:^|[^\p{L}])(?:je|j’|j'|nous|vous|tu|moi|mon|ma|mes|notre|nos|votre|vos|me|m’|on|io|noi|voi|mio|mia|nostro|nostra|yo|nosotros|mi|nuestro|nuestra|me|nos|eu|nós|meu|minha|nosso|nossa)(?![\p{L}])/iu.test(
    text.slice(start, end),
  )

/** `—Q —dijo S—. Q.`: every second stretch between dashes is the newsroom’s, when it opens with a verb of speech. */
function dashParts(text: string, range: Range, language: Language): Range[] | null {
  const cuts: number[] = []
  for (let at = range.start; at < range.end; at++)
    if (
      (/[—–―]/.test(text[at] as string) &&
        /\s/.test((text[at - 1] ?? '') + (text[at + 1] ?? ''))) ||
      isClosingDash(text, at)
    )
      cuts.push(at)
  if (cuts.length === 0) return null
  const parts: Range[] = []
  let start = range.start
  for (let i = 0; i < cuts.length; i++) {
    const from = cuts[i] as number
    const to = cuts[i + 1] ?? range.end
    const reading = readingOf(text, { start: from + 1, end: to }, language)
    const opensWithVerb = language.cues.has(reading.tokens[0]?.lower ?? '')
    if (reading.tokens[0]?.isCapital !== false) continue
    if (!opensWithVerb && clauseFrom(reading, 0) === null) continue
    parts.push(trimmed(text, start, from))
    start = to === range.end ? to : afterDash(text, to, range.end)
    i++
  }
  if (parts.length === 0) return null
  parts.push(trimmed(text, start, range.end))
  return parts.filter((part) => part.end > part.start)
}

const isClosingDash = (text: string, at: number): boolean =>
  /[—–―]/.test(text[at] as string) && /[.,;:]/.test(text[at + 1] ?? '')

/** Beyond the dash and the sign that Spanish sets after it. */
function afterDash(text: string, dash: number, end: number): number {
  let at = dash + 1
  while (at < end && /[\s.,;:]/.test(text[at] as string)) at++
  return at
}

const readingOf = (text: string, range: Range, language: Language): Reading => ({
  text,
  tokens: readTokens(text, range.start, range.end, [], language),
  language,
  phrases: [],
  speakers: [],
})
