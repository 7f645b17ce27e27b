/**
 * The fields of an article that decide what readers get, with their names in a sentence. What is approved and what
 * is pinned for the clock is made of these; the rest is the newsroom's own.
 */
import { canonicalJson } from '#src/story/canonicalJson.ts'

export const readerFields = {
  headline: 'the headline',
  slug: 'the address',
  standfirst: 'the standfirst',
  kind: 'the kind of story',
  language: 'the language',
  section: 'the section',
  topics: 'the topics',
  authors: 'the authors',
  bylineOverride: 'the byline',
  dateline: 'the dateline',
  leadImage: 'the lead picture',
  leadCaption: 'the caption',
  body: 'the body',
  otherSources: 'the other sources',
  corrections: 'the corrections',
  replaces: 'the story it updates',
  related: 'the related stories',
  isHistoryPublic: 'what readers see of its history',
  change: 'the note on the change',
} as const

export type ReaderField = keyof typeof readerFields

type Fields = Record<string, unknown>

/** The fields that differ between two states of one article, however their values are spelt. */
export const differingFields = (before: Fields, after: Fields): ReaderField[] =>
  (Object.keys(readerFields) as ReaderField[]).filter(
    (field) => spelt(before[field]) !== spelt(after[field]),
  )

/** What decides what readers get, and nothing else; an empty field is `null`, so that it empties what it replaces. */
export const readerPart = (article: Fields): Fields =>
  Object.fromEntries(Object.keys(readerFields).map((field) => [field, article[field] ?? null]))

/** The fields by name: `the headline`. */
export const fieldNames = (fields: readonly ReaderField[]): string[] =>
  fields.map((field) => readerFields[field])

const spelt = (value: unknown): string => canonicalJson(withoutEmpty(value) ?? null)

/** `''`, `[]`, `false`, `null` and a group of these all say that nothing was entered. */
const withoutEmpty = (value: unknown): unknown => {
  if (value === '' || value === false || value === null || value === undefined) return undefined
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value))
    return value.length > 0 ? value.map((one) => withoutEmpty(one) ?? null) : undefined
  if (typeof value !== 'object') return value
  const members = Object.entries(value)
    .map(([key, member]) => [key, withoutEmpty(member)] as const)
    .filter(([, member]) => member !== undefined)
  return members.length > 0 ? Object.fromEntries(members) : undefined
}
