/**
 * Which open transaction the running code is part of, whether or not it passes `req` along.
 *
 * A hook that saves without `req` asks for the writer that its own save is holding: it would wait for
 * itself until the wait runs out. This is how the write queue can tell at once.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { AppError } from '#src/errors.ts'

export type TransactionMark = { id: string; isOpen: boolean }

const marks = new AsyncLocalStorage<TransactionMark>()

/**
 * Marks everything the caller does from here on as part of a transaction.
 * It must be called before the first `await` of whoever begins: later, the caller would not notice.
 */
export const markTransaction = (id: string): TransactionMark => {
  const mark = { id, isOpen: false }
  marks.enterWith(mark)
  return mark
}

/** The id of the open transaction that the running code is part of, or `null`. */
export const openTransactionId = (): string | null => {
  const mark = marks.getStore()
  return mark?.isOpen ? mark.id : null
}

/**
 * Refuses to wait for the writer where the wait could only end in a deadlock.
 *
 * @throws AppError `internal` that names the line which wrote without `req`
 */
export const refuseDeadlock = (): void => {
  if (openTransactionId() === null) return
  const { stackTraceLimit } = Error
  // Payload's own operations stand between the hook and here.
  Error.stackTraceLimit = 100
  const error = new AppError('internal', '')
  Error.stackTraceLimit = stackTraceLimit
  const where = callerIn(error.stack ?? '')
  error.message =
    `A write waited for the transaction it is part of: ${where} wrote to the database without ` +
    'passing `req`. Pass it, so that the write is part of that transaction, or write after the commit.'
  throw error
}

/** The first line of a stack that is neither a library's nor this room's. */
const callerIn = (stack: string): string => {
  const lines = stack.split('\n').slice(1)
  const own = lines.find((line) => !/node_modules|node:|[\\/]src[\\/]database[\\/]/.test(line))
  return (own ?? lines.at(-1) ?? 'something').trim().replace(/^at (async )?/, '')
}
