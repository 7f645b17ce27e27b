import type { Client } from '@libsql/client'
import { AppError } from '#src/errors.ts'

type Queried = Pick<Client, 'execute'>

/** The names of the migrations this database has been through; none for a new one. */
export const appliedMigrations = async (client: Queried): Promise<string[]> => {
  const tables = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'",
  )
  if (tables.rows.length === 0) return []
  // Batch -1 is a schema that was pushed while developing.
  const applied = await client.execute('SELECT name FROM payload_migrations WHERE batch <> -1')
  return applied.rows.map((row) => row['name'] as string)
}

/**
 * Refuses a database that a newer Verbatim has migrated: running against a schema from the future could
 * drop what this version does not know.
 *
 * @param known the migrations this version carries
 * @throws AppError `bad-configuration`, naming the migrations that are not known here
 */
export const refuseNewerSchema = async (
  client: Queried,
  known: readonly { name: string }[],
): Promise<void> => {
  const names = new Set(known.map((migration) => migration.name))
  const unknown = (await appliedMigrations(client)).filter((name) => !names.has(name))
  if (unknown.length === 0) return
  throw new AppError(
    'bad-configuration',
    `This database was written by a newer version of Verbatim (${unknown.join(', ')}). ` +
      'Start that version, or point DATA_DIR or DATABASE_URL at a database of this one.',
  )
}
