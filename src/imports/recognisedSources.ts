/** Outlets that a story names without quoting them: `The Wall Street Journal reported…`. */
import { findOutlet, type Outlet, outletNames } from '#src/quotes/names/outlets.ts'

export type OutletMention = { outlet: Outlet; at: number; label: string }

/** Names that are common words as well: they count only where the sentence makes them speak. */
const needsContext =
  /^(?:Time|Journal|Bild|Spiegel|Telegraph|Guardian|NOW|FT|AP|ABC|Público|Expresso|Rai|Folha|Forbes|Bloomberg|Corriere|EFE|Lusa|Fars|Repubblica|The Independent|Newsweek|RTL)$/
const speaksAfter =
  /^(?:’s|'s)?\s+(?:\w+\s)?(?:reported|reports|said|says|quoted|cited|published|wrote|writes|carried|revealed|also reported|first reported)\b/
const namedBefore =
  /(?:\btold|according to|reported by|quoted by|published by|published in|interview with|in an interview with|selon|laut|según|secondo|segundo)\s+(?:the\s+)?$/i

const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${outletNames.map((name) => name.replace(/[.*+?^${'$'}{}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)

/** Finds the outlets a text names, in order of appearance. */
export function findOutletMentions(text: string): OutletMention[] {
  const mentions: OutletMention[] = []
  for (const found of text.matchAll(pattern)) {
    const label = found[0]
    const outlet = findOutlet(label)
    if (!outlet) continue
    const before = text.slice(Math.max(0, found.index - 40), found.index)
    const after = text.slice(found.index + label.length, found.index + label.length + 40)
    const isSpeaking = speaksAfter.test(after) || namedBefore.test(before)
    if (isSpeaking || !needsContext.test(label)) mentions.push({ outlet, at: found.index, label })
  }
  return mentions
}
