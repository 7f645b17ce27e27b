/**
 * Applies rows to the projections. `facets.ts` says what they should hold; this file makes it so, in a
 * handful of statements whatever the story carries: this runs while the one writer is held.
 */
import { bulkInsert } from '#src/database/bulkInsert.ts'
import { foldRow, leftSlug, mergeEntries, storyEntries, type ListEntry } from './facets.ts'
import type { CurrentStory, Publication } from './port.ts'
import { clearWords, replaceWords } from './searchIndex.ts'
import type { Scope, StoredDocs, StoredKind } from './rows.ts'
import { answerToStore } from './storedAnswers.ts'
import { storedDoc } from './storedDocs.ts'

/** Brings the projections from the state before `row` to the state after it. */
export const projectRow = async (scope: Scope, row: Publication): Promise<void> => {
  const before = await storedDoc(scope, 'story', { key: row.articleId })
  const current = foldRow(before, row)
  const { seq } = row
  const now = storyEntries(current)
  const own = now.find((entry) => entry.kind === 'story')
  const left = leftSlug(before, current)
  // The story comes first: what its quotes become is read from the stories that carry them.
  await replace(scope, {
    gone: [
      { kind: 'story', keys: [row.articleId] },
      ...(left ? [{ kind: 'redirect' as const, keys: [left] }] : []),
    ],
    docs: [
      {
        kind: 'story',
        key: row.articleId,
        docSlug: row.slug,
        seq,
        doc: current,
        answer: answerToStore(current),
      },
      ...(left ? [redirect(left, seq, row.articleId)] : []),
    ],
    entries: own ? [own] : [],
  })
  const entities = affected(before, now)
  const merged = await mergedEntries(scope, entities, now)
  await replace(scope, {
    gone: byKind(entities),
    docs: merged.map(({ kind, docId: key, slug: docSlug, seq, doc }) => ({
      kind,
      key,
      docSlug,
      seq,
      doc,
    })),
    entries: merged,
  })
}

/** Empties the projections, for a replay. */
export const clearProjections = async (scope: Scope): Promise<void> => {
  const { db, req } = scope
  await clearWords(scope)
  for (const collection of ['reader-entries', 'reader-docs'] as const) {
    await db.deleteMany({ collection, where: {}, ...(req ? { req } : {}) })
  }
}

type Entity = { kind: Exclude<ListEntry['kind'], 'story'>; id: string; facet: string }

/** What the story carries now or carried before. */
const affected = (before: CurrentStory | null, now: ListEntry[]): Entity[] => {
  const entities = new Map<string, Entity>()
  for (const entry of [...(before ? storyEntries(before) : []), ...now]) {
    if (entry.kind === 'story') continue
    const facet = `${entry.kind}:${entry.kind === 'section' ? (entry.slug ?? '') : entry.docId}`
    // By its id and not by its facet: a section whose address changed is still one section.
    entities.set(idOf(entry.kind, entry.docId), { kind: entry.kind, id: entry.docId, facet })
  }
  return [...entities.values()]
}

/** What is left of each entity: nothing, for one that no live story carries any more. */
const mergedEntries = async (
  scope: Scope,
  entities: Entity[],
  now: ListEntry[],
): Promise<ListEntry[]> => {
  const ownOf = new Map(now.map((entry) => [idOf(entry.kind, entry.docId), entry]))
  // The row that is being applied is the newest there is: unless it dropped the entity, it decides.
  // A quote is as old as its first story, so all of them are asked.
  const isDecided = ({ kind, id }: Entity): boolean => kind !== 'quote' && ownOf.has(idOf(kind, id))
  const undecided = entities.filter((entity) => !isDecided(entity))
  const carried = await carrierEntries(scope, undecided)
  return entities.flatMap((entity) => {
    const id = idOf(entity.kind, entity.id)
    const own = ownOf.get(id)
    const merged = mergeEntries(isDecided(entity) && own ? [own] : (carried.get(id) ?? []))
    return merged ? [merged] : []
  })
}

/** The entries that live stories make for these entities, by kind and id. */
const carrierEntries = async (
  scope: Scope,
  entities: Entity[],
): Promise<Map<string, ListEntry[]>> => {
  const found = new Map<string, ListEntry[]>()
  if (entities.length === 0) return found
  const lists = entities.map(({ facet }) => `story/${facet}`)
  const entries = await allOf<{ key: string }>(scope, 'reader-entries', { list: { in: lists } })
  const keys = [...new Set(entries.map(({ key }) => key))].sort()
  const isCarrier = { and: [{ kind: { equals: 'story' } }, { key: { in: keys } }] }
  const stories = await allOf<{ doc: CurrentStory }>(scope, 'reader-docs', isCarrier, { doc: true })
  const wanted = new Set(entities.map(({ kind, id }) => idOf(kind, id)))
  for (const { doc } of stories) {
    for (const entry of storyEntries(doc)) {
      const id = idOf(entry.kind, entry.docId)
      if (wanted.has(id)) found.set(id, [...(found.get(id) ?? []), entry])
    }
  }
  return found
}

const idOf = (kind: string, id: string): string => `${kind} ${id}`

type StoredDoc = {
  kind: StoredKind
  key: string
  docSlug: string | null
  seq: number
  doc: StoredDocs[StoredKind]
  answer?: string | null
}
type Gone = { kind: StoredKind; keys: string[] }

const redirect = (slug: string, seq: number, articleId: string): StoredDoc => ({
  kind: 'redirect',
  key: slug,
  docSlug: null,
  seq,
  doc: { articleId },
})

const byKind = (entities: Entity[]): Gone[] => {
  const kinds = new Map<Entity['kind'], string[]>()
  for (const { kind, id } of entities) kinds.set(kind, [...(kinds.get(kind) ?? []), id])
  return [...kinds].map(([kind, keys]) => ({ kind, keys }))
}

/** Takes away the documents and entries of `gone` and puts these in their place. */
const replace = async (
  scope: Scope,
  { gone, docs, entries }: { gone: Gone[]; docs: StoredDoc[]; entries: ListEntry[] },
): Promise<void> => {
  const { db, req } = scope
  if (gone.length > 0) {
    const where = {
      or: gone.map(({ kind, keys }) => ({
        and: [{ kind: { equals: kind } }, { key: { in: keys } }],
      })),
    }
    await db.deleteMany({ collection: 'reader-entries', where, ...(req ? { req } : {}) })
    await db.deleteMany({ collection: 'reader-docs', where, ...(req ? { req } : {}) })
  }
  await bulkInsert({ db, req, collection: 'reader-docs', rows: docs })
  await bulkInsert({ db, req, collection: 'reader-entries', rows: entries.flatMap(entryRows) })
  await replaceWords(scope, { gone, entries })
}

/** One row for each list the entry stands in. */
const entryRows = ({ kind, docId: key, facets, sortKey, seq }: ListEntry) =>
  [kind, ...facets.map((facet) => `${kind}/${facet}`)].map((list) => ({
    list,
    kind,
    key,
    sortKey,
    seq,
    facets: `|${facets.join('|')}|`,
  }))

const allOf = async <T>(
  { db, req }: Scope,
  collection: 'reader-entries' | 'reader-docs',
  where: object,
  select: Record<string, true> = {},
): Promise<T[]> => {
  const { docs } = await db.find({
    collection,
    where: where as never,
    ...(Object.keys(select).length > 0 ? { select } : {}),
    pagination: false,
    limit: 0,
    ...(req ? { req } : {}),
  })
  return docs as unknown as T[]
}
