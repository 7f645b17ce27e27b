/**
 * Words and signs of a paragraph. A quotation is one token, so that what is quoted never speaks for what is
 * around it. Abbreviations keep their dots (`Sen.`, `U.S.`, `R-S.C.`), possessives lose their ending.
 */
import type { Language } from '#src/quotes/languages/language.ts'

export type Token = {
  kind: 'word' | 'sign' | 'quote' | 'link'
  text: string
  lower: string
  start: number
  end: number
  isCapital: boolean
  isPossessive: boolean
  /** A day, a month or a word of time, and nobody’s name. */
  isTime: boolean
  /** Index of the passage, for a quote. */
  passage: number
}

export type Masked = {
  start: number
  end: number
  passage: number
  /** Skipped altogether: a nickname. */ isHidden: boolean
}

const wordPattern =
  /(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)(?:(?:[-‑–.&’'](?=[\p{L}\p{N}])|(?<=\d),(?=\d{3}(?!\d)))[\p{L}\p{N}\p{M}]+)*/uy
const linkPattern = /https?:\/\/[^\s<>"“”)\]]{1,500}/y
const dotted = new Set(
  `sen rep gov gen lt col maj sgt capt adm dr mr ms mrs prof rev hon amb atty supt det insp cmdr pvt cpl brig st jr sr no vs inc corp ltd co bros
  mt ft jan feb mar apr jun jul aug sept oct nov dec ave blvd dept est etc al m mm mme d dott on sig sra dra u.s u.k u.n e.u d.c a.m p.m ph.d e.g i.e`.split(
    /\s+/,
  ),
)
/** Abbreviations that a name or number follows: they never end a sentence. */
const titles = new Set(
  'sen rep gov gen lt col maj sgt capt adm dr mr ms mrs prof rev hon amb atty supt det insp cmdr pvt cpl brig st no vs m mm mme dott on sig sra dra e.g i.e'.split(
    ' ',
  ),
)

/** Reads the tokens between two offsets; `masked` must be sorted and lie inside them. */
export function readTokens(
  text: string,
  start: number,
  end: number,
  masked: Masked[],
  language: Language,
): Token[] {
  const tokens: Token[] = []
  let at = start
  let next = 0
  while (at < end) {
    while (next < masked.length && (masked[next] as Masked).end <= at) next++
    const mask = masked[next]
    if (mask && at >= mask.start) {
      if (!mask.isHidden) tokens.push(quoteToken(text, mask))
      at = mask.end
      next++
      continue
    }
    const token = tokenAt(text, at, mask ? Math.min(mask.start, end) : end, language)
    if (token) tokens.push(token)
    at = token ? token.end : at + 1
  }
  tokens.forEach((token, i) => {
    token.isTime = language.times.has(token.lower) && !isGivenName(tokens, i)
  })
  return tokens
}

const givenNames = /^(?:april|may|june|august|avril|julio|abril|domingo|domenica)$/
const beforeTimes =
  /^(?:in|on|of|since|until|till|by|from|to|early|late|mid|last|next|this|im|am|bis|seit|ab|vom|en|de|desde|hasta|em|fin|début|a|di)$/

/** `Julio Cebrián`, `June Carter`: a month before another capital is a given name, unless a preposition makes it a time. */
function isGivenName(tokens: Token[], i: number): boolean {
  const token = tokens[i] as Token
  const next = tokens[i + 1]
  return (
    token.isCapital &&
    givenNames.test(token.lower) &&
    next?.kind === 'word' &&
    next.isCapital &&
    !beforeTimes.test(tokens[i - 1]?.lower ?? '')
  )
}

function tokenAt(text: string, at: number, end: number, language: Language): Token | null {
  const char = text[at] as string
  if (char === ' ' || /\s/.test(char)) return null
  const plain = plainWord(text, at, end)
  if (plain > at && !(char === 'h' && text[plain] === ':')) return token('word', text, at, plain)
  if (char === 'h') {
    linkPattern.lastIndex = at
    const link = linkPattern.exec(text)
    if (link && at + link[0].length <= end) return token('link', text, at, at + link[0].length)
  }
  wordPattern.lastIndex = at
  const found = wordPattern.exec(text)
  if (!found) return token('sign', text, at, at + 1)
  // `he said.Then`: the space after the full stop was lost.
  const glued = found[0].includes('.')
    ? /^(\p{L}{3,})\.\p{Lu}\p{Ll}/u.exec(found[0])?.[1]
    : undefined
  const isGlued = glued !== undefined && !dotted.has(glued.toLowerCase())
  const stop = Math.min(end, at + (isGlued ? glued.length : found[0].length))
  return wordToken(text, at, stop, end, language)
}

/** End of a word of plain letters that ends at a space or a simple sign, as most do: it needs no pattern. `at` for others. */
function plainWord(text: string, at: number, end: number): number {
  let stop = at
  while (stop < end && isPlainLetter(text.charCodeAt(stop))) stop++
  const after = stop < end ? text.charCodeAt(stop) : 32
  return after === 32 || after === 44 || after === 59 || after === 58 || after === 10 ? stop : at
}

const isPlainLetter = (code: number): boolean => isLowerLetter(code) || (code >= 65 && code <= 90)

const enclitic = /^(\p{L}{3,})-(?:me|te|lhes?|nos|vos|[oa]s?|l[oa]s?|n[oa]s?)$/u

function wordToken(text: string, at: number, stop: number, end: number, language: Language): Token {
  let word = text.slice(at, stop)
  let last = stop
  const lower = word.toLowerCase()
  const isInitial = word.length <= 2 && /^\p{Lu}$/u.test(word) && text[at - 1] !== '’'
  if (
    text[stop] === '.' &&
    stop < end &&
    (dotted.has(lower) ||
      isInitial ||
      /^(?:\p{L}\.)+\p{L}$/u.test(word) ||
      /^[RDI]-\p{Lu}/u.test(word))
  ) {
    last = stop + 1
    word = text.slice(at, last)
  }
  const mayElide = language.code !== 'en' && language.code !== 'de'
  const elided = mayElide ? /^(l|d|qu|dell|all|nell|sull|un|dall)[’']/i.exec(word) : null
  if (elided) return token('word', text, at, at + elided[0].length)
  const possessive = /[’']s$/.exec(word)
  const isPlural =
    !possessive &&
    /s$/.test(word) &&
    /[’']/.test(text[last] ?? '') &&
    /\s/.test(text[last + 1] ?? '') &&
    last < end
  const made = token('word', text, at, last)
  // `disse-lhe`, `lembrou-o`: the verb alone tells what was done.
  const verb = language.code === 'pt' ? enclitic.exec(made.lower)?.[1] : undefined
  if (verb !== undefined && language.cues.has(verb)) made.lower = verb
  if (!possessive) {
    made.isPossessive = isPlural
    return made
  }
  const base = word.slice(0, -2)
  made.text = base
  made.lower = base.toLowerCase()
  made.isPossessive = true
  return made
}

function token(kind: Token['kind'], text: string, start: number, end: number): Token {
  const word = text.slice(start, end)
  return {
    kind,
    text: word,
    lower: kind === 'word' ? lowerCase(word) : kind === 'quote' ? '' : word,
    start,
    end,
    isCapital: kind === 'word' && startsCapital(word),
    isPossessive: false,
    isTime: false,
    passage: -1,
  }
}

/** Most words are in lower case already, and stay the string they are. */
const lowerCase = (word: string): string => {
  let at = 0
  while (at < word.length && isLowerLetter(word.charCodeAt(at))) at++
  if (at === word.length) return word
  const lower = word.toLowerCase()
  return lower.includes("'") ? lower.replaceAll("'", '’') : lower
}

const isLowerLetter = (code: number): boolean => code >= 97 && code <= 122

/** Plain letters first: the pattern for every script is slow on long texts. */
const startsCapital = (word: string): boolean => {
  const code = word.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word)
}

function quoteToken(text: string, mask: Masked): Token {
  const made = token('quote', text, mask.start, mask.end)
  made.passage = mask.passage
  return made
}

const starters = new Set(
  'the a an he she it they we i in on at but and this that these those when after before as if so there what who his her its their our my for with by nonetheless however meanwhile'.split(
    ' ',
  ),
)

/** Index just after the end of each sentence; a quotation that ends one is its last token. */
export function sentenceEnds(tokens: Token[], text: string): number[] {
  const ends: number[] = []
  for (let i = 0; i < tokens.length - 1; i++) {
    if (endsSentence(tokens[i] as Token, tokens[i + 1] as Token, text)) ends.push(i + 1)
  }
  if (tokens.length > 0) ends.push(tokens.length)
  return ends
}

function endsSentence(token: Token, next: Token, text: string): boolean {
  if (token.kind === 'word' && !token.text.endsWith('.')) return false
  const opensNext = next.isCapital || next.kind === 'quote' || /^[\p{N}¿¡(\[—]/u.test(next.text)
  if (!opensNext) return false
  if (token.kind === 'quote')
    return (
      next.kind !== 'sign' && /[.…]\s?[”"’'»“\])]*$/.test(token.text) && !/[,—]$/.test(token.text)
    )
  if (token.kind === 'sign') return /[.!?…]/.test(token.text) && text[token.start - 1] !== ' '
  const bare = token.lower.slice(0, -1)
  if (titles.has(bare) || /^\p{L}$/u.test(bare)) return false
  return next.kind === 'quote' || starters.has(next.lower)
}
