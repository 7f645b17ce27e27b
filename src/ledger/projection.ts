/** Applies rows to the projections. `facets.ts` says what they should hold; this file makes it so. */
import { foldRow, leftSlug, mergeEntries, storyEntries, type ListEntry } from './facets.ts'
import type { CurrentStory, Publication } from './port.ts'
import { storedDoc, type Scope, type StoredDocs, type StoredKind } from './rows.ts'

/** Brings the projections from the state before `row` to the state after it. */
export const projectRow = async (scope: Scope, row: Publication): Promise<void> => {
  const before = await storedDoc(scope, 'story', { key: row.articleId })
  const current = foldRow(before, row)
  const left = leftSlug(before, current)
  if (left) await replaceDoc(scope, 'redirect', left, null, row.seq, { articleId: row.articleId })
  await removeEntries(scope, 'story', row.articleId)
  await replaceDoc(scope, 'story', row.articleId, row.slug, row.seq, current)
  const now = storyEntries(current)
  const own = now.find((entry) => entry.kind === 'story')
  if (own) await addEntries(scope, own)
  for (const entity of affected(before, now)) await projectEntity(scope, entity, now)
}

/** Empties the projections, for a replay. */
export const clearProjections = async ({ db, req }: Scope): Promise<void> => {
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
    entities.set(facet, { kind: entry.kind, id: entry.docId, facet })
  }
  return [...entities.values()]
}

const projectEntity = async (scope: Scope, entity: Entity, now: ListEntry[]): Promise<void> => {
  const isIt = (entry: ListEntry) => entry.kind === entity.kind && entry.docId === entity.id
  const own = now.find(isIt)
  // The row that is being applied is the newest there is: unless it dropped the entity, it decides.
  // A quote is as old as its first story, so all of them are asked.
  const isDecided = own && entity.kind !== 'quote'
  const entries = isDecided ? [own] : await carrierEntries(scope, entity, isIt)
  const merged = mergeEntries(entries)
  await removeEntries(scope, entity.kind, entity.id)
  if (!merged) return removeDoc(scope, entity.kind, entity.id)
  await replaceDoc(scope, entity.kind, entity.id, merged.slug, merged.seq, merged.doc)
  await addEntries(scope, merged)
}

const carrierEntries = async (
  scope: Scope,
  entity: Entity,
  isIt: (entry: ListEntry) => boolean,
): Promise<ListEntry[]> => {
  const { docs } = await scope.db.find({
    collection: 'reader-entries',
    where: { list: { equals: `story/${entity.facet}` } },
    pagination: false,
    limit: 0,
    ...inScope(scope),
  })
  const entries: ListEntry[] = []
  for (const { key } of docs as unknown as { key: string }[]) {
    const carrier = await storedDoc(scope, 'story', { key })
    if (carrier) entries.push(...storyEntries(carrier).filter(isIt))
  }
  return entries
}

const addEntries = async (scope: Scope, entry: ListEntry): Promise<void> => {
  const facets = `|${entry.facets.join('|')}|`
  for (const list of [entry.kind, ...entry.facets.map((facet) => `${entry.kind}/${facet}`)]) {
    const { kind, docId: key, sortKey, seq } = entry
    await scope.db.create({
      collection: 'reader-entries',
      data: { list, kind, key, sortKey, seq, facets },
      ...inScope(scope),
    })
  }
}

const removeEntries = async (scope: Scope, kind: string, key: string): Promise<void> => {
  await scope.db.deleteMany({
    collection: 'reader-entries',
    where: { and: [{ kind: { equals: kind } }, { key: { equals: key } }] },
    ...inScope(scope),
  })
}

const removeDoc = async (scope: Scope, kind: StoredKind, key: string): Promise<void> => {
  await scope.db.deleteMany({
    collection: 'reader-docs',
    where: { and: [{ kind: { equals: kind } }, { key: { equals: key } }] },
    ...inScope(scope),
  })
}

const replaceDoc = async (
  scope: Scope,
  kind: StoredKind,
  key: string,
  docSlug: string | null,
  seq: number,
  doc: StoredDocs[StoredKind],
): Promise<void> => {
  await removeDoc(scope, kind, key)
  await scope.db.create({
    collection: 'reader-docs',
    data: { kind, key, docSlug, seq, doc },
    ...inScope(scope),
  })
}

const inScope = ({ req }: Scope) => (req ? { req } : {})
