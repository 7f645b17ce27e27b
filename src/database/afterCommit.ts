/**
 * What Payload lacks: something to do once a transaction is safely committed, and never when it is not.
 * The waiting list hangs on the adapter, which all copies of this module share.
 */
import type { Payload, PayloadRequest } from 'payload'

type Waiting = Map<string, (() => void)[]>
type AdapterWithWaiting = Payload['db'] & { verbatimAfterCommit?: Waiting }

/** Wraps commit and rollback of the connected adapter. Call once, after `getPayload`. */
export const installAfterCommit = (payload: Payload): void => {
  const adapter = payload.db as AdapterWithWaiting
  if (adapter.verbatimAfterCommit) return
  const waiting: Waiting = new Map()
  adapter.verbatimAfterCommit = waiting
  const commit = adapter.commitTransaction.bind(adapter)
  const rollback = adapter.rollbackTransaction.bind(adapter)
  adapter.commitTransaction = async (id) => {
    const key = String(await id)
    await commit(id)
    const acts = waiting.get(key) ?? []
    waiting.delete(key)
    for (const act of acts) act()
  }
  adapter.rollbackTransaction = async (id) => {
    waiting.delete(String(await id))
    await rollback(id)
  }
}

/**
 * Runs `act` after the request's transaction is committed; at once when there is none.
 *
 * @param act must not throw: nobody is left to hear it
 */
export const afterCommit = async (req: PayloadRequest, act: () => void): Promise<void> => {
  const id = await req.transactionID
  const waiting = (req.payload.db as AdapterWithWaiting).verbatimAfterCommit
  if (!id || !waiting) return act()
  waiting.set(String(id), [...(waiting.get(String(id)) ?? []), act])
}
