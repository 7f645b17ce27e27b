/** What went wrong in the database, in words for whoever saved something and with what to do about it. */
import { AppError } from '#src/errors.ts'

type Thrown = {
  code?: unknown
  name?: unknown
  cause?: unknown
  errorLabels?: unknown
  hasErrorLabel?: (label: string) => boolean
}

const full =
  'The disk of the database is full. Nothing was saved, and nothing that was saved before is harmed. ' +
  'Free some space, then save again.'
const readOnly =
  'The database cannot be written to: its file, or the disk it lies on, is read-only. Nothing was saved.'
const broken =
  'The database file is damaged. Nothing was saved. Stop the server and run: verbatim doctor'
const away = 'The database does not answer. Nothing was saved; please try again in a moment.'
const unsure =
  'The database did not say whether this was saved: it went away while it was writing. Look whether it was ' +
  'saved before you save it again.'
const collided =
  'Somebody else saved the same records at the same moment. Nothing was saved; please try again.'

/** SQLite's codes, Node's and MongoDB's, by how they begin. */
const meanings: [RegExp, 'busy' | 'storage-full', string][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|OutOfDiskSpace|14031$)/, 'storage-full', full],
  [/^(SQLITE_READONLY|EROFS)/, 'storage-full', readOnly],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB)/, 'busy', broken],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|SQLITE_PROTOCOL)/, 'busy', away],
  [/^(SQLITE_IOERR|SQLITE_CANTOPEN|EIO)/, 'busy', away],
  [/^(CLIENT_CLOSED|TRANSACTION_CLOSED)/, 'busy', away],
  [/^(WriteConflict|112$|TransientTransactionError)/, 'busy', collided],
  [
    /^Mongo(Network|ServerSelection|NotConnected|TopologyClosed|PoolCleared|WaitQueueTimeout)/,
    'busy',
    away,
  ],
]

/**
 * The error as the caller should hear it, or `null` when the database is not to blame.
 *
 * The cause is looked for through wrapped errors: a full disk comes out of the query builder as «Failed
 * query», and after SQLite has rolled back, as a transaction that has ended.
 */
export const asAppError = (error: unknown): AppError | null => {
  const chain = [...causes(error)]
  const known = chain.find((one) => one instanceof AppError)
  if (known instanceof AppError) return known
  // Whatever else it says, nothing may be promised about what became of the save.
  if (chain.some(isUnsure)) return new AppError('busy', unsure, { cause: error })
  // The innermost cause came first in time.
  for (const one of chain.reverse()) {
    for (const name of namesOf(one as Thrown)) {
      const meaning = meanings.find(([pattern]) => pattern.test(name))
      if (meaning) return new AppError(meaning[1], meaning[2], { cause: error })
    }
  }
  return null
}

/** Whether it is not known if a transaction was committed: the commit may be asked for again, the save may not. */
export const isUnsure = (error: unknown): boolean =>
  [...causes(error)].some((one) =>
    namesOf(one as Thrown).includes('UnknownTransactionCommitResult'),
  )

/**
 * What a repeated value means where the next number is given out: another process took it meanwhile. The
 * whole operation may be made again; it will find the next one.
 *
 * @returns the error to throw, `null` where it was something else
 */
export const asLostRace = (error: unknown): AppError | null => {
  const { code, name, data } = (error ?? {}) as Thrown & { data?: { errors?: unknown } }
  const isRepeated = code === 11000 || (name === 'ValidationError' && Array.isArray(data?.errors))
  if (!isRepeated) return null
  return new AppError('busy', collided, { cause: { code: 'WriteConflict', cause: error } })
}

/** Whether MongoDB says that the same operation may well succeed when it is made again from the start. */
export const isTransient = (error: unknown): boolean =>
  [...causes(error)].some((one) =>
    namesOf(one as Thrown).some((name) =>
      /^(TransientTransactionError|WriteConflict|112$)/.test(name),
    ),
  )

/** For whoever starts a process: which file, and what to do. Errors that say it already stay as they are. */
export const describeDatabaseError = (error: unknown, file: string): unknown => {
  if (error instanceof AppError) return error
  const { code } = (error ?? {}) as Thrown
  const reason = startReasons.find(
    ([pattern]) => typeof code === 'string' && pattern.test(code),
  )?.[1]
  if (!reason) return error
  return new AppError('bad-configuration', `The database ${file} ${reason}`, { cause: error })
}

const startReasons: [RegExp, string][] = [
  [
    /^SQLITE_(CANTOPEN|PERM|AUTH)/,
    'cannot be opened. Check that its folder exists and that this user may read and write there.',
  ],
  [
    /^SQLITE_READONLY/,
    'is read-only. Give this user the right to write it, or point DATABASE_URL at another file.',
  ],
  [
    /^SQLITE_NOTADB/,
    'is no SQLite database. Point DATABASE_URL at another file, or restore a backup: verbatim restore FILE',
  ],
  [
    /^SQLITE_(CORRUPT|IOERR)/,
    'is damaged or cannot be read. Keep a copy of it, then restore a backup: verbatim restore FILE',
  ],
  [/^SQLITE_FULL/, 'does not fit on its disk any more. Free some space and start again.'],
  [/^SQLITE_(BUSY|LOCKED)/, 'is in use by another program. Stop that, then start again.'],
]

function* causes(error: unknown): Iterable<unknown> {
  const seen = new Set<unknown>()
  for (let one = error; one && !seen.has(one) && seen.size < 10;) {
    seen.add(one)
    yield one
    one = (one as Thrown).cause
  }
}

const namesOf = (error: Thrown): string[] => {
  const labels = ['TransientTransactionError', 'UnknownTransactionCommitResult'].filter((label) =>
    error.hasErrorLabel?.(label),
  )
  const codes = [error.code, (error as { codeName?: unknown }).codeName, error.name]
  return [...codes.filter((code) => code !== undefined).map(String), ...labels]
}
