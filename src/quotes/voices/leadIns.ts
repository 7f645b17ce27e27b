/**
 * Paragraphs that end in a colon and promise a quotation. One that keeps its promise lends its speaker to the
 * block that follows; one that does not is a finding of its own, and never swallows the paragraph after it.
 */
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Clause } from '#src/quotes/clauses/clauseForms.ts'
import type { Paragraph } from '#src/quotes/text/paragraphs.ts'

export type LeadIn = {
  paragraph: number
  outcome: 'quoted' | 'lost-block' | 'lost-block-with-quotes' | 'lost' | 'list'
}

export type ParagraphFacts = {
  paragraph: Paragraph
  words: string
  reading: Reading
  /** Clauses of the first sentence. */
  firstClauses: Clause[]
  firstSentenceEnd: number
  hasQuotes: boolean
}

/** Judges every paragraph that ends in a colon outside quotation marks. */
export function findLeadIns(facts: ParagraphFacts[]): LeadIn[] {
  return facts.flatMap((fact, i) => {
    if (fact.paragraph.kind !== 'text' || !/:\s*$/.test(fact.words)) return []
    return [{ paragraph: i, outcome: judge(fact, facts[i + 1]) }]
  })
}

function judge(lead: ParagraphFacts, next: ParagraphFacts | undefined): LeadIn['outcome'] {
  if (!next || next.paragraph.kind === 'credit') return 'lost'
  if (next.paragraph.kind === 'item' || next.paragraph.kind === 'headline') return 'list'
  if (/block|turn|dialogue/.test(next.paragraph.kind) || /^["“«»„‘‚'「『]/.test(next.words))
    return 'quoted'
  if (opensWithAttribution(next)) return next.hasQuotes ? 'lost-block-with-quotes' : 'lost-block'
  if (readsInFull.test(lead.words) && !next.hasQuotes && !/:\s*$/.test(next.words))
    return 'lost-block'
  const speaks =
    lead.firstClauses.length > 0 &&
    /\b(?:I|we|our|my|us|me)\b/i.test(next.words) &&
    !/:\s*$/.test(next.words) &&
    !next.hasQuotes
  return speaks ? 'lost-block' : 'lost'
}

/** `A note on the gate read in full:` leaves no doubt that the next words are the note’s. */
const readsInFull =
  /(?:\b(?:read|reads|reading|wrote|said|quoted)\s+(?:in full|as follows|simply)|\b(?:read|reads))\s*:\s*$/i

/** `A source close to X told Y that…`, `Sen. Z said he…`: reads like the opening of another report. */
function opensWithAttribution({ firstClauses, reading }: ParagraphFacts): boolean {
  const clause = firstClauses.find(
    (candidate) => candidate.speaker !== null && candidate.start <= 3 && !candidate.isShared,
  )
  return (
    clause !== undefined &&
    clause.speaker?.form !== 'pronoun' &&
    // `The diocese later said`: it is this story that goes on.
    !(clause.speaker?.isDefinite && /^\p{Ll}+$/u.test(clause.speaker.name)) &&
    clause.verb < 40 &&
    reading.tokens.length > 0
  )
}
