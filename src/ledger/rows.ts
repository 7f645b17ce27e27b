/** How rows and documents lie in the database, and how they come back. */
import type { Payload, PayloadRequest } from 'payload'
import type { Publication, ReaderDocs, ReaderKind } from './port.ts'

/** Where a statement runs: the adapter, and the request whose transaction it belongs to. */
export type Scope = { db: Payload['db']; req?: PayloadRequest }

/** Documents by kind; a `redirect` is kept beside what readers see. */
export type StoredDocs = ReaderDocs & { redirect: { articleId: string } }
export type StoredKind = ReaderKind | 'redirect'

export const storedPublication = ({ actor, ...row }: Publication) => ({
  ...row,
  actorId: actor?.id ?? null,
  actorName: actor?.name ?? null,
})

/** A row as it was sealed: exactly the hashed fields, whatever else the table holds. */
export const asPublication = (stored: unknown): Publication & { revision: number } => {
  const row = stored as Publication & {
    revision: number
    actorId?: string | null
    actorName?: string | null
    override?: Publication['override'] | null
    change?: Publication['change'] | null
  }
  return {
    seq: row.seq,
    event: row.event,
    articleId: row.articleId,
    slug: row.slug,
    versionHash: row.versionHash,
    story: row.story,
    actor: row.actorId ? { id: row.actorId, name: row.actorName ?? '' } : null,
    at: row.at,
    reason: row.reason ?? null,
    ...(row.override ? { override: row.override } : {}),
    ...(row.change ? { change: row.change } : {}),
    previousHash: row.previousHash,
    hash: row.hash,
    revision: row.revision,
  }
}
