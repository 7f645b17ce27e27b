/** Looks at each write of the adapter before it starts: one that could only wait for itself is refused. */
import { openTransactionId, refuseDeadlock } from './transactionContext.ts'

type WriteArgs = { req?: { transactionID?: unknown }; data?: Record<string, unknown> }
type Write = (args: WriteArgs) => Promise<unknown>

const writes = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
]

/**
 * Wraps the adapter's writing methods. They are looked at here and not only at the queue because here the
 * hook that forgot `req` is still on the stack; below, the query builder cuts it off.
 */
export const guardWrites = (adapter: Record<string, unknown>): void => {
  for (const name of writes) {
    const shipped = adapter[name] as Write | undefined
    if (typeof shipped !== 'function') continue
    const write = shipped.bind(adapter)
    adapter[name] = async (args: WriteArgs) => {
      const open = args.req?.transactionID ? null : openTransactionId()
      if (open === null) return write(args)
      if (!isResetNote(args)) refuseDeadlock()
      return write({ ...args, req: { ...args.req, transactionID: open } })
    }
  }
}

/**
 * Payload notes that a password reset was asked for outside of the transaction it has just begun, so that
 * two requests in a row send one mail. With one writer that note must be part of it.
 */
const isResetNote = ({ data }: WriteArgs): boolean =>
  data !== undefined && 'resetPasswordRequestedAt' in data && Object.keys(data).length === 1
