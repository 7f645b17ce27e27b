/** The ledger in a process that only reads: it hears of every row that others append. */
import type { Payload } from 'payload'
import { onForeignCommit } from '#src/database/sqliteReader.ts'
import { createPayloadLedger, type PayloadLedger } from './payloadStore.ts'

/** A look costs microseconds, and nothing else is done until another process has written. */
const LOOK_MS = 25

/** Follows the file on SQLite, the change stream on MongoDB. Close it. */
export const followLedger = (payload: Payload): PayloadLedger => {
  const { client } = payload.db as unknown as {
    client?: Parameters<typeof onForeignCommit>[0]
  }
  if (payload.db.name !== 'sqlite' || !client) return createPayloadLedger(payload)
  const ledger = createPayloadLedger(payload, { pollMs: 0 })
  const stop = onForeignCommit(client, { everyMs: LOOK_MS, act: () => ledger.head() })
  return {
    ...ledger,
    close() {
      stop()
      ledger.close()
    },
  }
}
