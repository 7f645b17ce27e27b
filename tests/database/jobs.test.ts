/** The queue on SQLite: one file and one writer, whichever process it is in. */
import { afterAll, beforeAll, describe } from 'vitest'
import { openNewsroom, type Newsroom } from '#tests/support/newsroom.ts'
import { queueContract } from './jobsContract.ts'

let room: Newsroom

beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())

describe('the queue on SQLite', () =>
  queueContract(() => room, {
    workersAre: 'in one process',
    deaths: ['die in the transaction', 'die before the transaction'],
  }))
