import type { PayloadRequest } from 'payload'

const last = new WeakMap<PayloadRequest, Promise<unknown>>()

/**
 * Runs the work of one request one after the other. Payload saves the records of a bulk edit side by side in
 * one transaction; two that read the end of the ledger at the same moment would both want the next number.
 */
export const oneAtATime = <T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> => {
  const before = last.get(req) ?? Promise.resolve()
  const mine = before.then(work, work)
  last.set(req, mine)
  return mine
}
