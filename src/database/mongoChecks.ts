/** Is this MongoDB one that can keep the promises: transactions, majority writes, indexes? */
import { MongoClient, type Db, type Document } from 'mongodb'
import { AppError } from '#src/errors.ts'
import type { Finding } from './doctor.ts'

type Hello = {
  setName?: string
  msg?: string
  isWritablePrimary?: boolean
  maxWireVersion?: number
}

/**
 * Refuses a server without transactions, whatever the URL says of it.
 *
 * @throws AppError `bad-configuration` for a server that is neither of a replica set nor a mongos
 */
export const assertTransactions = async (db: {
  command: (command: Document) => Promise<Document>
}): Promise<void> => {
  const hello = (await db.command({ hello: 1 })) as Hello
  if (hello.setName || hello.msg === 'isdbgrid') return
  throw new AppError(
    'bad-configuration',
    'This MongoDB is no replica set, so it has no transactions: a crash could leave half a publication ' +
      'behind. Start it with --replSet (a single node can be one) and run rs.initiate(), or accept that ' +
      'with ALLOW_STANDALONE_MONGO=1.',
  )
}

/** The same and more, as a list for `verbatim doctor`. */
export const examineMongo = async (url: string): Promise<Finding[]> => {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5_000 })
  try {
    await client.connect()
    const db = client.db()
    return [await examineReplicaSet(db), await examineVersion(db), ...(await examineIndexes(db))]
  } catch (error) {
    const message = `MongoDB does not answer: ${String((error as Error).message)}. Is it running, and is DATABASE_URL right?`
    return [{ check: 'mongodb', state: 'bad', message }]
  } finally {
    await client.close()
  }
}

const examineReplicaSet = async (db: Db): Promise<Finding> => {
  try {
    await assertTransactions(db)
    return {
      check: 'replica-set',
      state: 'good',
      message: 'MongoDB is a replica set: there are transactions.',
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { check: 'replica-set', state: 'bad', message: error.message }
  }
}

const examineVersion = async (db: Db): Promise<Finding> => {
  const { version } = (await db.command({ buildInfo: 1 })) as { version: string }
  const major = Number(version.split('.')[0])
  return major >= 7
    ? { check: 'version', state: 'good', message: `MongoDB ${version}.` }
    : {
        check: 'version',
        state: 'note',
        message: `MongoDB ${version} is older than what Verbatim is made for (7 and 8).`,
      }
}

/** Without these, publishing twice would be possible and lists would be scans. */
export const requiredIndexes: { collection: string; fields: string[]; isUnique: boolean }[] = [
  { collection: 'publications', fields: ['seq'], isUnique: true },
  { collection: 'publications', fields: ['articleId', 'revision'], isUnique: true },
  { collection: 'publications', fields: ['hash'], isUnique: true },
  { collection: 'reader_docs', fields: ['kind', 'key'], isUnique: true },
  { collection: 'reader_entries', fields: ['list', 'sortKey'], isUnique: false },
  { collection: 'users', fields: ['email'], isUnique: true },
]

/** Which of the required indexes a database lacks, as `collection (field, field)`. */
export const missingIndexes = async (db: Db): Promise<string[]> => {
  const missing: string[] = []
  for (const { collection, fields, isUnique } of requiredIndexes) {
    // A collection that does not exist yet has no indexes, and the server says so by an error.
    const indexes = await db
      .collection(collection)
      .indexes()
      .catch(() => [])
    const isThere = indexes.some(
      (index) =>
        Object.keys(index.key).join() === fields.join() && (!isUnique || index.unique === true),
    )
    if (!isThere) missing.push(`${collection} (${fields.join(', ')})`)
  }
  return missing
}

const examineIndexes = async (db: Db): Promise<Finding[]> => {
  const missing = await missingIndexes(db)
  return [
    missing.length === 0
      ? { check: 'indexes', state: 'good', message: 'Every index is there.' }
      : {
          check: 'indexes',
          state: 'bad',
          message: `Indexes are missing: ${missing.join('; ')}. The next start makes them; if it cannot, its log says why.`,
        },
  ]
}
