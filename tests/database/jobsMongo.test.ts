/** The queue on MongoDB, where several processes are the rule. */
import { afterAll, beforeAll, describe } from 'vitest'
import { freshDatabase, providedMongo } from '#tests/support/mongo.ts'
import { openNewsroom, type Newsroom } from '#tests/support/newsroom.ts'
import { queueContract } from './jobsContract.ts'

const mongo = providedMongo()

describe.skipIf(!mongo)(`the queue on MongoDB (${mongo?.kind ?? 'none here'})`, () => {
  let room: Newsroom

  beforeAll(async () => {
    room = await openNewsroom({ env: { DATABASE_URL: mongo ? freshDatabase(mongo) : '' } })
  })
  afterAll(() => room.close())

  // MongoDB keeps the transaction of a client that is gone, and what it wrote locked, for up to a minute
  // (`transactionLifetimeLimitSeconds`): as long as the lease, and by the server's clock.
  queueContract(() => room, { workersAre: 'processes', deaths: ['die before the transaction'] })
})
