/** The keys of consumers in the newsroom's database, as the reader side looks them up. */
import type { Scope } from './rows.ts'
import type { KeyGrant, ReaderKeys } from './readerKeys.ts'

type StoredConsumer = {
  id: string
  scopes?: string[] | null
  sections?: (string | { id: string })[] | null
  ratePerMinute?: number | null
  expiresAt?: string | Date | null
  isRevoked?: boolean | null
}

export type KeyStore = ReaderKeys & {
  /** Writes down who has been here since the last time. */
  writeUses: () => Promise<void>
  /** Stops writing by the clock, after a last time. */
  close: () => Promise<void>
}

const versions = new WeakMap<object, { value: number }>()

const versionOf = (db: object): { value: number } => {
  const version = versions.get(db) ?? { value: 0 }
  versions.set(db, version)
  return version
}

/** Says that a key of this database was made, changed or taken away. Call it after the commit. */
export const noteKeyChange = (db: object): void => {
  versionOf(db).value += 1
}

/** A use is written down within the minute: a date for people, not worth a write for each request. */
const USES_EVERY_MS = 60_000

/**
 * Opens the keys of a database.
 *
 * @param options.mayWrite whether uses are written down; a process that only reads leaves that to others
 * @param options.onError hears of uses that could not be written
 */
export const createKeyStore = (
  db: Scope['db'],
  options: { mayWrite: boolean; onError?: (err: unknown) => void },
): KeyStore => {
  const version = versionOf(db)
  let uses = new Map<string, string>()

  const writeUses = async (): Promise<void> => {
    const noted = uses
    uses = new Map()
    for (const [id, lastUsedAt] of noted) {
      // A consumer that was deleted meanwhile is not there to be written.
      const consumer = await db.findOne({
        collection: 'consumers',
        where: { id: { equals: id } },
        select: { name: true },
      })
      if (!consumer) continue
      await db.updateOne({ collection: 'consumers', id, data: { lastUsedAt }, returning: false })
    }
  }
  const write = (): Promise<void> => writeUses().catch((err: unknown) => options.onError?.(err))
  const timer = options.mayWrite ? setInterval(() => void write(), USES_EVERY_MS).unref() : null

  return {
    find: async (hash) => {
      const found = await db.findOne<StoredConsumer>({
        collection: 'consumers',
        where: { keyHash: { equals: hash } },
      })
      return found ? grantOf(db, found) : null
    },
    version: () => version.value,
    used: (consumerId, at) => {
      if (options.mayWrite) uses.set(consumerId, at)
    },
    writeUses,
    close: async () => {
      if (timer === null) return
      clearInterval(timer)
      await write()
    },
  }
}

const grantOf = async (db: Scope['db'], consumer: StoredConsumer): Promise<KeyGrant> => {
  const { id, scopes, sections, ratePerMinute, expiresAt, isRevoked } = consumer
  const ids = (sections ?? []).map((one) => (typeof one === 'object' ? one.id : one)).map(String)
  return {
    consumerId: id,
    mayReadPublished: (scopes ?? []).includes('published'),
    mayReadWithheld: (scopes ?? []).includes('embargoed-withheld'),
    sections: ids.length > 0 ? await slugsOf(db, ids) : null,
    sectionIds: ids.length > 0 ? ids : null,
    ratePerMinute: ratePerMinute ?? null,
    expiresAt: expiresAt ? new Date(expiresAt).toISOString() : null,
    isRevoked: isRevoked === true,
  }
}

/**
 * A section by every slug it has: the one in what is published, and the one that the next publication will have.
 * They differ while a new slug is spread to the stories.
 */
const slugsOf = async (db: Scope['db'], ids: string[]): Promise<string[]> => {
  const published = await db.find<{ id: string; doc: { slug: string } }>({
    collection: 'reader-docs',
    where: { and: [{ kind: { equals: 'section' } }, { key: { in: ids } }] },
    limit: 0,
    pagination: false,
  })
  const current = await db.find<{ id: string; slug: string }>({
    collection: 'sections',
    where: { id: { in: ids } },
    limit: 0,
    pagination: false,
  })
  const slugs = [
    ...published.docs.map(({ doc }) => doc.slug),
    ...current.docs.map((one) => one.slug),
  ]
  return [...new Set(slugs)].sort()
}
