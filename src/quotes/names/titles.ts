/** Titles and offices that stand before a name with capitals of their own: `Iranian Foreign Minister`. */
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { isHonorific, isOffice } from '#src/quotes/text/vocabulary.ts'

/** Words after `Secretary of` and the like that belong to the office, not to the name. */
const portfolio = new Set(
  'state defense defence treasury interior foreign affairs health justice energy staff war labor labour agriculture education commerce transport finance security trade home homeland the general human services of and for'.split(
    ' ',
  ),
)

/** How many words at the start of a capitalised run are titles: `Iranian Foreign Minister` of four. */
export function titleLength(run: Token[], { language }: Reading): number {
  let split = 0
  for (let i = 0; i < run.length - 1; i++) {
    const token = run[i] as Token
    const isTrade = i === 0 && run.length > 2 && language.code === 'en' && trades.test(token.lower)
    // `Mum-of-three Stacey Polglaze`, `Commander-in-Chief John Hale`
    const isDescription =
      i === 0 &&
      (/-(?:of|in|to)-/.test(token.lower) ||
        (run.length > 2 && language.code === 'en' && compound.test(token.text)) ||
        (run.length > 2 && parties.test(token.text)))
    if (
      isTrade ||
      isDescription ||
      isOffice(token, language) ||
      isHonorific(token.lower) ||
      ranks.test(token.text)
    )
      split = i + 1
    else if (split === i && split > 0 && (token.lower === 'of' || token.lower === 'for')) {
      split = i + 1
      while (split < run.length - 1 && portfolio.has((run[split] as Token).lower)) split++
      // `Minister for Housing Ann Lee`: what the office is for is in no list, and two words are left for a name.
      if (split === i + 1 && run.length - split > 2) split = run.length - 2
    }
  }
  return split
}

/** `Astronaut Greta Holm`: endings of trades that no given name has. */
const trades = /.{3}(?:naut|ist|ician|eer|crat|ographer)$/

/** `Left-hander Dario Peña`, `Vice-captain Ann Lee`: names have capitals on both sides of the hyphen. */
const compound = /^\p{Lu}\p{Ll}+-\p{Ll}{3,}$/u

/** `Conservative Marcus Thrale`. */
const parties =
  /^(?:Conservative|Tory|Labour|Liberal|Democrat|Republican|Independent|Socialist|Unionist|Nationalist|Green)$/

/** Ranks and offices that are always set in capitals: `PC Alan Firth`. */
const ranks = /^(?:W?PC|D[CSI]|D[CS]I|CEO|CFO|COO|CTO|VP|MD|GP|[QK]C|TD|M[SL]?P|MSP|MLA|MEP|MEPs)$/
