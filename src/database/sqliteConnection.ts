/**
 * One SQLite connection, kept as long as the process, with its statements prepared once.
 *
 * libSQL's own client prepares every statement anew (a tenth of a save) and swaps the connection below a
 * transaction. Everything here is synchronous: SQLite is a library, and a statement takes microseconds.
 */
import {
  LibsqlError,
  type InStatement,
  type InValue,
  type ResultSet,
  type Row,
} from '@libsql/client'
import Database from 'libsql'

export type SqliteConnection = {
  execute(statement: InStatement): ResultSet
  /**
   * Statements without values: also BEGIN and COMMIT. A prepared statement that found the file busy stays
   * half done until it is collected, and what is written meanwhile is committed only then.
   */
  executeMultiple(sql: string): void
  /** False again once SQLite itself has rolled back, as it does when the disk is full. */
  readonly isInTransaction: boolean
  close(): void
}

type Values = (string | number | bigint | null | Buffer)[] | Record<string, unknown>
type Prepared = {
  run(values: Values): { changes: number; lastInsertRowid: number | bigint }
  all(values: Values): unknown[][]
  raw(isRaw: boolean): Prepared
  columns(): { name: string; type: string | null }[]
}
type Statement = { prepared: Prepared; returnsRows: boolean; columns?: string[] }

/** The model has some three hundred different statements; the rest are made by filters. */
const STATEMENTS_KEPT = 400

/**
 * Not those that run once, nor `SELECT *`, whose columns may change under it, nor those about the schema: while libSQL
 * keeps one, the connection does not notice that another has changed the schema.
 */
const isKept = (sql: string): boolean =>
  /^\s*(select|insert|update|delete|with)\b/i.test(sql) &&
  !/^\s*select\s+\*|\bsqlite_(schema|master)\b/i.test(sql)

/**
 * Opens the file, and makes it where there is none.
 *
 * @throws LibsqlError when it cannot be opened
 */
export const openConnection = (file: string): SqliteConnection => {
  const db = attempt(() => new Database(file))
  const kept = new Map<string, Statement>()
  let isClosed = false

  const statementFor = (sql: string): Statement => {
    const known = kept.get(sql)
    if (known) {
      // The least recently used one stands first.
      kept.delete(sql)
      kept.set(sql, known)
      return known
    }
    const made = prepare(db.prepare(sql) as unknown as Prepared)
    if (isKept(sql)) kept.set(sql, made)
    if (kept.size > STATEMENTS_KEPT) kept.delete(kept.keys().next().value ?? '')
    return made
  }

  return {
    execute(statement) {
      if (isClosed) throw new LibsqlError('The client is closed', 'CLIENT_CLOSED')
      const { sql, args = [] } =
        typeof statement === 'string' ? { sql: statement, args: [] } : statement
      return attempt(
        () => run(statementFor(sql), valuesOf(args)),
        // One that failed may be left in the middle of its rows.
        () => kept.delete(sql),
      )
    },
    executeMultiple(sql) {
      if (isClosed) throw new LibsqlError('The client is closed', 'CLIENT_CLOSED')
      attempt(() => db.exec(sql))
    },
    get isInTransaction() {
      return !isClosed && db.inTransaction
    },
    close() {
      isClosed = true
      kept.clear()
      db.close()
    },
  }
}

const attempt = <T>(act: () => T, onError: () => void = () => undefined): T => {
  try {
    return act()
  } catch (error) {
    onError()
    if (!(error instanceof Database.SqliteError)) throw error
    const { message, code, rawCode } = error as Error & { code: string; rawCode?: number }
    throw new LibsqlError(message, code, rawCode, error)
  }
}

const prepare = (prepared: Prepared): Statement => {
  try {
    prepared.raw(true)
  } catch {
    // That is how libSQL tells a statement that returns no rows.
    return { prepared, returnsRows: false }
  }
  return { prepared, returnsRows: true }
}

const run = (statement: Statement, values: Values): ResultSet => {
  const { prepared, returnsRows } = statement
  if (!returnsRows) {
    const { changes, lastInsertRowid } = prepared.run(values)
    return resultOf([], [], changes, BigInt(lastInsertRowid))
  }
  const cells = prepared.all(values)
  // Asked afterwards: a schema that was changed elsewhere is noticed while the statement runs.
  const columns = (statement.columns ??= prepared.columns().map(({ name }) => name))
  return resultOf(
    columns,
    cells.map((row) => rowOf(row, columns)),
    0,
    undefined,
  )
}

const resultOf = (
  columns: string[],
  rows: Row[],
  rowsAffected: number,
  lastInsertRowid: bigint | undefined,
): ResultSet => ({
  columns,
  columnTypes: columns.map(() => ''),
  rows,
  rowsAffected,
  lastInsertRowid,
  toJSON: () => ({ columns, rows, rowsAffected }),
})

/** By position and, for those who enumerate, by name only: what callers of libSQL expect of a row. */
const rowOf = (cells: unknown[], columns: string[]): Row => {
  const row = {} as Row
  Object.defineProperty(row, 'length', { value: cells.length })
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at]
    const value = (Buffer.isBuffer(cell) ? bytesOf(cell) : cell) as Row[number]
    Object.defineProperty(row, at, { value })
    const name = columns[at] ?? ''
    if (!Object.hasOwn(row, name)) row[name] = value
  }
  return row
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Buffer): ArrayBufferLike =>
  byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)

const valuesOf = (args: NonNullable<Exclude<InStatement, string>['args']>): Values =>
  Array.isArray(args)
    ? args.map(valueOf)
    : Object.fromEntries(
        Object.entries(args).map(([name, value]) => [name.replace(/^[@$:]/, ''), valueOf(value)]),
      )

const valueOf = (value: InValue) => {
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Date) return value.valueOf()
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError('Only finite numbers can be stored')
  }
  // SQLite would take it for NULL; the caller forgot something.
  if (value === undefined) throw new TypeError('undefined cannot be stored')
  return value
}
