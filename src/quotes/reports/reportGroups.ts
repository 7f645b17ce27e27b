/** The group or groups of a report that a quote belongs to. */
import type { ReportQuote, ReportUse } from './report.ts'
import type { Grouping } from './reportQuery.ts'

export type QuoteGroup = { key: string | null; label: string; stories: string[] }

/** What a row is called when nothing was recorded. Nobody guesses. */
const notRecorded: Record<Grouping, string> = {
  speaker: 'No speaker recorded',
  role: 'No role recorded',
  affiliation: 'No affiliation recorded',
  outlet: 'No outlet: heard or read by us',
  named: 'Unattributed',
  kind: 'No kind recorded',
  verification: 'No evidence',
  section: 'No section',
  medium: 'No medium recorded',
  language: 'No language recorded',
}

const kinds: Record<string, string> = {
  direct: 'Direct',
  partial: 'Partial',
  block: 'Block',
  paraphrase: 'Paraphrase',
}

const verdicts: Record<string, string> = {
  verified: 'Verified',
  'verified-with-edits': 'Verified, with marked edits',
  differs: 'Differs from the evidence',
  'not-found': 'Not found in the evidence',
  'by-eye': 'Paraphrase: compare by eye',
  'no-evidence': 'No evidence',
}

/**
 * The groups of a quote: one, except for outlets and sections, of which it may have several.
 *
 * @param uses the stories that count, each of which is counted in the group
 */
export const groupsOf = (by: Grouping, quote: ReportQuote, uses: ReportUse[]): QuoteGroup[] => {
  const all = uses.map(({ story }) => story)
  const one = (key: string | null, label?: string): QuoteGroup[] => [
    { key, label: (key !== null && label) || notRecorded[by], stories: all },
  ]
  const { speaker } = quote
  switch (by) {
    case 'speaker':
      return one(speaker?.id ?? null, speaker?.label)
    case 'role':
    case 'affiliation':
      // Of a confidential person readers of the report learn no more than readers of the story.
      return speaker?.isConfidential
        ? one('confidential', 'Confidential sources')
        : one(...spelt(quote[by]))
    case 'medium':
      return one(...spelt(quote.medium))
    case 'named':
      if (!speaker) return one('unattributed', 'Unattributed')
      return speaker.isConfidential ? one('anonymous', 'Anonymous') : one('named', 'Named')
    case 'kind':
      return one(quote.kind, kinds[quote.kind] ?? quote.kind)
    case 'verification':
      return one(quote.verification, verdicts[quote.verification] ?? quote.verification)
    case 'language':
      return one(quote.language.toLowerCase() || null, languageName(quote.language))
    case 'outlet':
      return quote.outlets.length === 0
        ? one(null)
        : quote.outlets.map(({ id, label }) => ({ key: id, label, stories: all }))
    case 'section':
      return bySection(uses)
  }
}

/** A story counts in its own section only. */
const bySection = (uses: ReportUse[]): QuoteGroup[] => {
  if (uses.length === 0) return [{ key: 'unused', label: 'In no story', stories: [] }]
  const groups = new Map<string | null, QuoteGroup>()
  for (const { section, story } of uses) {
    const key = section?.id ?? null
    const group = groups.get(key) ?? {
      key,
      label: section?.label ?? notRecorded.section,
      stories: [],
    }
    group.stories.push(story)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Spellings that differ in case or spaces are one group. */
const spelt = (text: string | null): [string | null, string] => {
  const label = (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
  return [label.toLowerCase() || null, label]
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' })

const languageName = (code: string): string => {
  try {
    return languageNames.of(code) ?? code
  } catch {
    // Older records may hold what is no language tag.
    return code
  }
}
