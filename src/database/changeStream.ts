/** The change stream of a collection of MongoDB: what was inserted, by whichever process. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'

/** How long the server waits for news before it says that there are none. */
const AWAIT_MS = 1000
const AT_ONCE_MS = 50
const PAUSE_MS = 250

/** The part of the driver's `ChangeStream` that is used. */
type DriverStream = {
  tryNext: () => Promise<unknown>
  close: () => Promise<void>
  resumeToken: unknown
  closed: boolean
}
type MongoSide = {
  name: string
  connection?: {
    collection: (name: string) => {
      watch: (pipeline: object[], options: object) => DriverStream
    }
  }
}

export type InsertStream = {
  /** Waits a second at most for something inserted; the first call opens the stream. */
  hasNews: () => Promise<boolean>
  resumeToken: () => unknown
  close: () => Promise<void>
}

/**
 * How to open a stream of what is inserted into `collection`, or `null` on a database that has none.
 * The driver goes on by itself after a failover that it can bridge; what it cannot bridge is thrown.
 */
export const insertsOf = (
  db: Payload['db'],
  collection: string,
): ((resumeToken: unknown) => InsertStream) | null => {
  const { name, connection } = db as unknown as MongoSide
  if (name !== 'mongoose' || !connection) return null
  return (resumeToken) => {
    const stream = connection
      .collection(collection)
      .watch([{ $match: { operationType: 'insert' } }, { $project: { operationType: 1 } }], {
        maxAwaitTimeMS: AWAIT_MS,
        ...(resumeToken ? { resumeAfter: resumeToken } : {}),
      })
    return {
      async hasNews() {
        const asked = performance.now()
        if ((await stream.tryNext()) !== null) return true
        // Its collection was dropped, as a restore does.
        if (stream.closed) throw new Error(`The change stream of ${collection} has ended`)
        // A server that does not wait for news must not be asked without end.
        if (performance.now() - asked < AT_ONCE_MS) await pause(PAUSE_MS)
        return false
      },
      resumeToken: () => stream.resumeToken ?? null,
      close: () => stream.close(),
    }
  }
}

/** A standalone server, and most that only speak MongoDB's protocol, answer so: they have no change streams. */
export const hasNoChangeStreams = (error: unknown): boolean => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  // Only on replica sets; no such command; no such stage; not implemented.
  if ([40573, 59, 40324, 238].includes(Number(code))) return true
  return /\$changeStream.*(not supported|only supported|unrecognized)/i.test(String(message))
}
