/** Words of time and place that stand where a speaker is looked for, and belong to nobody: `on Friday`, `WASHINGTON (AP) —`. */
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

const closers = new Set('ago time past point moment hour weekend noon decade occasion'.split(' '))
const inside = new Set(
  `this last next that the a an early late earlier later on in at during since by few several two three four five six seven eight nine ten one
  less more than about only just over same past recent`
    .trim()
    .split(/\s+/),
)
const openers = new Set(
  'on in at during since by this last next early late earlier later less'.split(' '),
)
const longestTime = 8

/**
 * `Brandt on Friday described`, `Cole at the time said`, `the ministry less than two weeks ago said`.
 * @returns how many tokens before `end` tell when something was said; 0 for none.
 */
export function timeBefore({ tokens, language }: Reading, end: number, low: number): number {
  if (language.code !== 'en') return 0
  const last = tokens[end - 1]
  if (!last || !(last.isTime || closers.has(last.lower) || isYear(last))) return 0
  let start = end - 1
  let opener = last.isTime ? start : -1
  while (start - 1 > low && end - start < longestTime && isInside(tokens[start - 1] as Token)) {
    start--
    if (tokens[start]?.isTime || openers.has(tokens[start]?.lower ?? '')) opener = start
  }
  return opener < 0 ? 0 : end - opener
}

const isInside = (token: Token): boolean =>
  token.kind === 'word' && (token.isTime || inside.has(token.lower) || /^\d{1,2}$/.test(token.text))

const isYear = ({ text }: Token): boolean => /^(?:19|20)\d\d$/.test(text)

/** `in Hobart, Tasmania`: whether what stands at `at`, after a comma, says where the place before it lies. */
export function namesRegion({ tokens }: Reading, at: number, low: number): boolean {
  let place = at - 2
  if (tokens[at - 1]?.text !== ',' || !tokens[place]?.isCapital) return false
  while (place > low && tokens[place - 1]?.isCapital) place--
  return /^(?:in|at|near|outside|from|to|around)$/.test(tokens[place - 1]?.lower ?? '')
}

/**
 * `After Lee asked about it, the committee became “q”`: the token where the main clause starts when the sentence opens with a
 * clause of time or reason; `low` where it does not, or where the quotation stands in that clause itself.
 */
export function startOfMain({ tokens, language }: Reading, low: number, at: number): number {
  const opens = /^(?:after|while|since|before|although|though|until|because)$/
  if (language.code !== 'en' || !opens.test(tokens[low]?.lower ?? '')) return low
  for (let i = low + 2; i < Math.min(at - 1, low + longestOpening); i++) {
    if (tokens[i]?.kind === 'quote') return low
    // `After Lee, the mayor, asked`: the first comma may open what stands beside a name.
    if (tokens[i]?.text !== ',' || tokens[i + 1]?.kind !== 'word') continue
    if (tokens.slice(low, i).some(({ lower }) => language.cues.has(lower))) return i + 1
  }
  return low
}

const longestOpening = 24

const longestDateline = 12

/** `WASHINGTON (AP) — `, `LYON, July 25 (UPI) — `: the token after a dateline that opens a paragraph; 0 for none. */
export function datelineEnd(tokens: Token[]): number {
  const first = tokens[0]
  if (first?.kind !== 'word' || !first.isCapital) return 0
  let isAgency = false
  for (let i = 1; i < Math.min(tokens.length, longestDateline); i++) {
    const token = tokens[i] as Token
    if (/^[—–-]$/.test(token.text))
      return isAgency || /^\p{Lu}[\p{Lu}.]{2,}$/u.test(first.text)
        ? i + 1 + dashes(tokens, i + 1)
        : 0
    if (token.text === ')') isAgency = true
    const isPart =
      token.kind === 'word'
        ? token.isCapital || /^\d+$/.test(token.text)
        : /^[,.()/]$/.test(token.text)
    if (!isPart) return 0
  }
  return 0
}

const dashes = (tokens: Token[], at: number): number => (tokens[at]?.text === '-' ? 1 : 0)
