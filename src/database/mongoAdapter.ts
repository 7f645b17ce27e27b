import { mongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'
import { AppError } from '#src/errors.ts'

export type MongoOptions = {
  /** `mongodb://…?replicaSet=rs0`. */
  url: string
  /** Runs without transactions on a server that is no replica set. */
  allowStandalone: boolean
}

/**
 * MongoDB for production: majority writes, journaled, in transactions.
 * Payload turns transactions off without a word when the connection names no replica set; here that is refused.
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
  return mongooseAdapter({
    url,
    connectOptions: {
      serverSelectionTimeoutMS: 10_000,
      maxPoolSize: 50,
      retryWrites: true,
      writeConcern: { w: 'majority', journal: true },
    },
    ensureIndexes: true,
    ...(namesReplicaSet ? {} : { transactionOptions: false }),
  }) as unknown as DatabaseAdapterObj
}
