/** Which words a story and a quote are found by, and how much each kind of them counts. */
import { plainText } from '#src/story/plainText.ts'

import type { ListEntry } from './facets.ts'
import { wordsIn } from './searchWords.ts'

/** The fields of the index, and how much more a word counts there than in the text. */
export const searchFields = { title: 8, lead: 4, names: 3, text: 1 } as const
export type SearchField = keyof typeof searchFields

/** Words in a row for each field, folded, with spaces between. */
export type SearchText = Record<SearchField, string>

export type SearchKind = 'story' | 'quote'
export type Searched = Extract<ListEntry, { kind: SearchKind }>

export const isSearched = (entry: ListEntry): entry is Searched =>
  entry.kind === 'story' || entry.kind === 'quote'

/** What an entry is found by. */
export const searchTextOf = (entry: Searched): SearchText => {
  const written = entry.kind === 'story' ? ofStory(entry) : ofQuote(entry)
  const folded = Object.entries(written).map(([field, parts]) => [field, foldedWords(parts)])
  return Object.fromEntries(folded) as SearchText
}

type Written = Record<SearchField, (string | null)[]>

const ofStory = ({ doc: { story } }: Extract<Searched, { kind: 'story' }>): Written => ({
  title: [story.headline],
  lead: [story.standfirst],
  names: [
    story.byline,
    ...story.authors.map(({ name }) => name),
    ...story.sources.map(({ name }) => name),
    ...story.topics.map(({ name }) => name),
    story.section?.name ?? null,
    story.dateline,
    story.leadImage?.caption ?? null,
  ],
  text: [plainText(story)],
})

const ofQuote = ({ doc }: Extract<Searched, { kind: 'quote' }>): Written => ({
  title: [],
  lead: [doc.text],
  names: [
    doc.speaker.name,
    doc.speaker.description,
    doc.speaker.role,
    doc.speaker.affiliation,
    ...doc.chain.map(({ name }) => name),
  ],
  text: [doc.original?.text ?? null],
})

/** A word nobody can ask for. It keeps parts apart, so that no phrase reaches from one into the next. */
const WALL = '\u{E000}'

const foldedWords = (parts: (string | null)[]): string =>
  parts
    .filter((part) => part !== null && part !== '')
    .map((part) =>
      wordsIn(part ?? '')
        .map(({ word }) => word)
        .join(' '),
    )
    .filter((words) => words !== '')
    .join(` ${WALL} `)
