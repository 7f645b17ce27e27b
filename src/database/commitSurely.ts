/**
 * Commits on MongoDB until the answer is known.
 *
 * A primary that goes away while it commits leaves the question open, and the driver asks once more at most.
 * Asking again is harmless: a commit that was made answers that it was. Payload takes the open question
 * for a failure, and whoever saved would save twice.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { isUnsure } from './databaseErrors.ts'

type Session = { commitTransaction: () => Promise<unknown>; endSession: () => Promise<unknown> }
type Adapter = {
  sessions: Record<string, Session | undefined>
  commitTransaction: (id: string | number | Promise<string | number>) => Promise<unknown>
}
export type CommitOptions = {
  /** How long to ask: a failover takes about ten seconds. Milliseconds. */
  patienceMs?: number
  random?: () => number
}

/**
 * Wraps the adapter's commit.
 *
 * What it throws in the end is the server's word that nothing was committed, or, when that word cannot be had,
 * an error that `isUnsure` knows.
 */
export const commitSurely = (
  adapter: Adapter,
  { patienceMs = 20_000, random = Math.random }: CommitOptions = {},
): void => {
  const commit = adapter.commitTransaction.bind(adapter)
  adapter.commitTransaction = async (id) => {
    const session = adapter.sessions[String(await id)]
    const until = performance.now() + patienceMs
    for (let turn = 1; ; turn += 1) {
      try {
        // Payload forgets the session at once; asking again is up to us.
        await (turn === 1 ? commit(id) : session?.commitTransaction())
        if (turn > 1) await session?.endSession().catch(() => undefined)
        return
      } catch (error) {
        const wait = (0.5 + random()) * Math.min(50 * 2 ** turn, 2000)
        if (!session || !isUnsure(error) || performance.now() + wait > until) {
          await session?.endSession().catch(() => undefined)
          throw error
        }
        await pause(wait)
      }
    }
  }
}
