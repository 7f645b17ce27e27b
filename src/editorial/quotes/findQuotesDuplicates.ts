/** Records that hold the words already: one quote serves many stories, so it is offered before another is made. */
import type { PayloadRequest, Where } from 'payload'
import type { Duplicate } from '#src/quotes/body/foundQuote.ts'
import {
  comparable,
  sameness,
  type Comparable,
  type Sameness,
} from '#src/quotes/check/nearlySame.ts'
import type { Quote } from '#src/payload-types.ts'
import { idOf, storySource } from '#src/editorial/stories/storyParts.ts'

type Wanted = { text: string; speaker: string | null }

/** Bounds of the search: the newest of the newsroom, and of each speaker by the index on speakers. */
const NEWEST = 500
const OF_SPEAKERS = 500
const SHOWN = 3

/**
 * For each quotation the records with the same or nearly the same words, the best first. The same words are
 * found anywhere; nearly the same ones among what the speaker said and what was recorded last.
 */
export const findDuplicates = async (
  req: PayloadRequest,
  wanted: Wanted[],
): Promise<Duplicate[][]> => {
  if (wanted.length === 0) return []
  const records = (await candidatesFor(req, wanted)).map((record) => ({
    record,
    form: comparable(record.text),
  }))
  const matches = wanted.map(({ text }) => bestOf(records, comparable(text)))
  const found = matches.flat().map(({ record }) => record)
  const uses = await usesOf(req, [...new Set(found.map(({ id }) => id))])
  const names = await speakerNames(req, found)
  return matches.map((some) =>
    some.map(({ record, match }) => ({
      id: record.id,
      text: record.text,
      speaker: names.get(idOf(record.speaker) ?? '') ?? null,
      match,
      usedIn: uses.get(record.id) ?? [],
    })),
  )
}

type Compared = { record: Candidate; form: Comparable }
type Match = { record: Candidate; match: Sameness }

/** The same words first; then nearly the same ones, until there are enough to choose from. */
const bestOf = (records: Compared[], words: Comparable): Match[] => {
  const best = records
    .filter(({ form }) => form.letters !== '' && form.letters === words.letters)
    .slice(0, SHOWN)
    .map(({ record }): Match => ({ record, match: 'same' }))
  for (const { record, form } of records) {
    if (best.length >= SHOWN) break
    if (sameness(words, form) === 'near') best.push({ record, match: 'near' })
  }
  return best
}

type Candidate = Pick<Quote, 'id' | 'text' | 'speaker'>

const candidatesFor = async (req: PayloadRequest, wanted: Wanted[]): Promise<Candidate[]> => {
  const speakers = [...new Set(wanted.flatMap(({ speaker }) => speaker ?? []))]
  const texts = [...new Set(wanted.map(({ text }) => text))]
  const found = [await candidates(req, { text: { in: texts } }, texts.length * SHOWN)]
  if (speakers.length > 0)
    found.push(await candidates(req, { speaker: { in: speakers } }, OF_SPEAKERS))
  found.push(await candidates(req, {}, NEWEST))
  return [...new Map(found.flat().map((record) => [record.id, record])).values()]
}

const candidates = async (
  req: PayloadRequest,
  where: Where,
  limit: number,
): Promise<Candidate[]> => {
  const { docs } = await req.payload.find({
    collection: 'quotes',
    where,
    sort: '-createdAt',
    depth: 0,
    limit,
    pagination: false,
    select: { text: true, speaker: true },
    overrideAccess: true,
    req,
  })
  return docs
}

const speakerNames = async (
  req: PayloadRequest,
  records: Candidate[],
): Promise<Map<string, string>> => {
  const ids = [...new Set(records.flatMap(({ speaker }) => idOf(speaker) ?? []))]
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'sources',
    where: { id: { in: ids } },
    depth: 0,
    limit: ids.length,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return new Map(docs.map((source) => [source.id, storySource(source).name]))
}

const usesOf = async (
  req: PayloadRequest,
  ids: string[],
): Promise<Map<string, Duplicate['usedIn']>> => {
  const uses = new Map<string, Duplicate['usedIn']>()
  if (ids.length === 0) return uses
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: { quotesCited: { in: ids } },
    sort: '-updatedAt',
    depth: 0,
    limit: 50,
    pagination: false,
    select: { headline: true, quotesCited: true },
    draft: true,
    overrideAccess: true,
    req,
  })
  for (const { id, headline, quotesCited } of docs) {
    for (const quote of (quotesCited ?? []) as string[]) {
      if (!ids.includes(quote)) continue
      uses.set(quote, [...(uses.get(quote) ?? []), { id, headline: headline ?? '' }])
    }
  }
  return uses
}
