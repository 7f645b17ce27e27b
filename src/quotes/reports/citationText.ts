/** How a quotation is cited in one line, for pages, feeds, mail and the clipboard. */

/** What a citation needs of a quotation; a published story's quotes have it all. */
export type CitedQuote = {
  text: string
  speaker: CitedSpeaker
  chain: { mode: string; name: string }[]
  medium: string | null
  /** ISO date or date-time. */
  saidAt: string | null
}

export type CitedSpeaker = {
  name: string | null
  description: string | null
  role: string | null
  affiliation: string | null
}

/**
 * The human citation of a quotation: `“…” — a senior Iranian official, as quoted by Al Monitor`.
 * The words are the record’s, unchanged; a speaker nobody could name is said to be unnamed, never left out.
 */
export function citationText(quote: CitedQuote): string {
  const relays = quote.chain.filter(
    (hop) => hop.mode === 'relayed' && hop.name !== quote.speaker.name,
  )
  // The speaker's end of the chain comes first, so the last hop is the one this story read.
  const relayed = relays.map((hop) => hop.name).join(', as relayed by ')
  const parts = [
    speakerText(quote.speaker),
    relayed === '' ? null : `as quoted by ${relayed}`,
    mediumText(quote),
  ]
  return `${marked(quote.text)} — ${parts.filter((part) => part !== null).join(', ')}`
}

/** Marks around the words; marks inside them become single, as they are set in print. */
function marked(text: string): string {
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`
}

function speakerText(speaker: CitedSpeaker): string {
  if (speaker.name !== null) {
    const details = [speaker.role, speaker.affiliation].filter(
      (part) => part !== null && part !== '',
    )
    const isSaid = details.length === 2 && details[0]?.includes(details[1] ?? '')
    return [speaker.name, ...(isSaid ? details.slice(0, 1) : details)].join(', ')
  }
  if (speaker.description !== null && speaker.description !== '')
    return withArticle(speaker.description)
  return 'speaker not named'
}

/** Descriptions are kept without an article; plurals and those that carry their own word of number take none. */
function withArticle(description: string): string {
  if (/^(?:an?|the|one|two|three|four|five|several|some|\d+)\s/i.test(description))
    return description
  const noun =
    /^(.*?)(?:\s(?:of|for|at|in|from|with|close|familiar|briefed|who)\s|$)/.exec(
      description,
    )?.[1] ?? ''
  if (/(?:[^su]s|people|police)$/.test(noun)) return description
  return `${/^[aeio]|^u(?!ni|s[ae]|k)/i.test(description) ? 'an' : 'a'} ${description}`
}

const mediumText = ({ medium, saidAt }: CitedQuote): string | null => {
  const day = saidAt === null ? null : saidAt.slice(0, 10)
  if (medium === null) return day
  return day === null ? medium : `${medium}, ${day}`
}
