import { mongooseAdapter } from '@payloadcms/db-mongodb'
import type { Db } from 'mongodb'
import type { DatabaseAdapterObj, Payload } from 'payload'
import { AppError } from '#src/errors.ts'
import { commitSurely } from './commitSurely.ts'
import { assertTransactions, missingIndexes } from './mongoChecks.ts'
import { indexValuesOnly, type Model } from './optionalUnique.ts'
import { keepSessions } from './keepSessions.ts'
import { orderVersions } from './orderVersions.ts'

export type MongoOptions = {
  /** `mongodb://…?replicaSet=rs0`. */
  url: string
  /** Runs without transactions on a server that is no replica set. */
  allowStandalone: boolean
}

type Connected = {
  connection: { db?: Db }
  collections: Record<string, Model>
  connect: (options?: object) => Promise<void>
}

/** Pool and time limits, in one place. Times in milliseconds. */
const connectOptions = {
  appName: 'verbatim',
  maxPoolSize: 50,
  // A failover takes about ten seconds; after that a save is better refused than left hanging.
  serverSelectionTimeoutMS: 15_000,
  connectTimeoutMS: 10_000,
  socketTimeoutMS: 60_000,
  waitQueueTimeoutMS: 15_000,
  retryWrites: true,
  retryReads: true,
  readPreference: 'primary',
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 15_000 },
} as const

/** A commit is acknowledged when a majority has it on disk, and reads see what a failover cannot undo. */
const transactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
  maxCommitTimeMS: 15_000,
} as const

/**
 * MongoDB for production: majority writes, journaled, in transactions.
 * Payload turns transactions off without a word when the connection names no replica set; here that is
 * refused, and so is a server that the URL calls a replica set and that is none.
 *
 * @throws AppError `bad-configuration` when the URL names no replica set and that was not asked for
 */
export const replicaSetMongo = ({ url, allowStandalone }: MongoOptions): DatabaseAdapterObj => {
  const namesReplicaSet = url.startsWith('mongodb+srv:') || /[?&]replicaSet=[^&]+/.test(url)
  if (!namesReplicaSet && !allowStandalone) {
    throw new AppError(
      'bad-configuration',
      'DATABASE_URL names no replica set, so MongoDB would run without transactions: a crash could ' +
        'leave half a publication behind. Add ?replicaSet=NAME (a single node can be one), or accept ' +
        'that with ALLOW_STANDALONE_MONGO=1.',
    )
  }
  const shipped = mongooseAdapter({
    url,
    connectOptions: namesReplicaSet
      ? connectOptions
      : { ...connectOptions, writeConcern: { w: 1, journal: true } },
    // The start waits for its indexes: without them publishing twice would be possible.
    ensureIndexes: true,
    transactionOptions: namesReplicaSet ? transactionOptions : false,
  })
  return {
    ...shipped,
    init: (args: { payload: Payload }) => {
      const adapter = shipped.init(args) as unknown as Connected
      keepSessions(adapter)
      orderVersions(adapter)
      commitSurely(adapter as never)
      const connect = adapter.connect.bind(adapter)
      adapter.connect = async (options) => {
        indexValuesOnly(Object.values(adapter.collections))
        await connect(options)
        await check(adapter, namesReplicaSet)
      }
      return adapter
    },
  } as unknown as DatabaseAdapterObj
}

const check = async (
  { connection: { db } }: Connected,
  namesReplicaSet: boolean,
): Promise<void> => {
  if (!db) return
  if (namesReplicaSet) await assertTransactions(db)
  const missing = await missingIndexes(db)
  if (missing.length === 0) return
  throw new AppError(
    'bad-configuration',
    `MongoDB could not make these indexes: ${missing.join('; ')}. The log says why; usually two records ` +
      'have the same value already. Verbatim does not start without them.',
  )
}
