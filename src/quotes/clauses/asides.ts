/** What stands between a subject and its verb: `Smith, however, said`, `Ames, at a tasting in Bergen, said`, `Lund — a cook — says`. */
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { isOffice } from '#src/quotes/text/vocabulary.ts'

/** `Smith, however, said`, `Les syndicats, eux, parlent`: words that set the subject against another. */
const asides: readonly string[][] = [
  'however|meanwhile|though|too|in turn|for his part|for her part|for their part|for its part',
  'eux|lui|elle|elles|de son côté|de leur côté|quant à lui|quant à elle|quant à eux|pour sa part',
  'en revanche|por su parte|a su vez|en cambio|por sua vez|por seu lado|por seu turno',
  'invece|dal canto suo|a sua volta|da parte sua',
].flatMap((line) => line.split('|').map((phrase) => phrase.split(' ')))

/** Tokens of an aside with the comma that closes it at `comma`, up to the comma that opens it; 0 for none. */
export function asideBefore(tokens: Token[], comma: number, low: number): number {
  const aside = asides.find(
    (phrase) =>
      comma - phrase.length > low &&
      phrase.every((word, k) => tokens[comma - phrase.length + k]?.lower === word),
  )
  return aside && tokens[comma - aside.length - 1]?.text === ',' ? aside.length + 1 : 0
}

const longestAside = 16

/** `Petra Lund — the lighthouse’s last cook — says`: tokens between two dashes with the dashes; 0 where the first is missing. */
export function betweenDashes(tokens: Token[], dash: number, low: number): number {
  for (let i = dash - 1; i > Math.max(low, dash - longestAside); i--) {
    const token = tokens[i] as Token
    if (token.kind === 'quote' || /^[.;:!?]$/.test(token.text)) return 0
    if (/^[—–]$/.test(token.text)) return dash - i + 1
  }
  return 0
}

const opensAside =
  /^(?:in|at|on|during|after|before|from|speaking|appearing|addressing|campaigning|writing|responding|referring|asked|standing)$/
const longestPlacedAside = 18
const ownClause = /^(?:what|who|which|that|while|he|she|they|it|we|i)$/

/** `Ames, at a tasting in Bergen, Norway, said`: when and where stand between commas. */
export const isAsideUpTo = ({ tokens, language }: Reading, next: number, end: number): boolean =>
  tokens[next]?.text === ',' &&
  tokens[end - 1]?.text === ',' &&
  end - next > 3 &&
  end - next <= longestPlacedAside &&
  opensAside.test(tokens[next + 1]?.lower ?? '') &&
  tokens
    .slice(next + 2, end - 1)
    .every(
      ({ kind, text, lower, isCapital }) =>
        text === ',' ||
        (kind === 'word' && (isCapital || !language.cues.has(lower)) && !ownClause.test(lower)),
    )

const longestOffice = 14

/** `Ann Lee, treasurer and co-founder of Pinder Kites said`: the comma that should close the office is missing. */
export const isOfficeUpTo = ({ tokens, language }: Reading, next: number, end: number): boolean =>
  tokens[next]?.text === ',' &&
  end - next > 2 &&
  end - next <= longestOffice &&
  tokens.slice(next + 1, end).every(({ kind }) => kind === 'word') &&
  [1, 2].some((i) => {
    const token = tokens[next + i]
    return token !== undefined && !token.isCapital && isOffice(token, language)
  }) &&
  !tokens.slice(next + 1, end).some(({ lower }) => language.cues.has(lower))

const places = /^(?:de|du|d’|del|von|aus|vom|beim|bei|di|da|do|della|dell’)$/
const longestPlace = 9

/** `Tilo Reents vom Institut für Meereskunde, der nicht beteiligt war,`: where somebody belongs, and a relative clause. */
export function isPlacedAndRelated(reading: Reading, next: number, end: number): boolean {
  const { tokens, language } = reading
  if (language.code === 'en' || tokens[end - 1]?.text !== ',') return false
  if (!places.test(tokens[next]?.lower ?? '')) return false
  let comma = next
  while (comma < next + longestPlace && tokens[comma]?.kind === 'word') comma++
  return (
    tokens[comma]?.text === ',' &&
    comma < end - 2 &&
    /^(?:der|die|das|qui|que|che)$/.test(tokens[comma + 1]?.lower ?? '') &&
    tokens.slice(comma + 1, end - 1).every(({ kind }) => kind === 'word')
  )
}
