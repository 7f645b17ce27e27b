/** The panel's list of stories stays quick in a large archive. */
import type { Client } from '@libsql/client'

/** Stored drafts from which on it is worth it, and can be measured. */
const LARGE = 5000

/**
 * In a large archive, makes the indexes that the panel's list is counted and sorted by, and has SQLite measure the
 * table. Without measurements it takes `latest = 1` for a rare thing, finds half the table by it and sorts that; with
 * them it knows better. The model cannot name these indexes, because `latest` is no field; a migration that rebuilds
 * the table takes indexes and measurements away, so they are looked for at each start.
 *
 * Takes half a second for 100,000 stories, once, and again when the archive has grown fourfold.
 *
 * @param options.large stored drafts from which on an archive is large
 * @throws LibsqlError when the file cannot be written
 * @see https://www.sqlite.org/optoverview.html#manual_control_of_query_plans_using_sqlite_stat_tables
 */
export const tuneForLargeArchives = async (
  client: Client,
  { large = LARGE }: { large?: number } = {},
): Promise<void> => {
  const rows = Number(await firstValue(client, 'SELECT max(rowid) FROM _articles_v')) || 0
  if (rows < large) return
  if (rows < 4 * (await measuredRows(client))) return
  await client.executeMultiple(`
    CREATE INDEX IF NOT EXISTS articles_newest_drafts ON _articles_v (latest, version_deleted_at)
      WHERE version_deleted_at IS NULL;
    CREATE INDEX IF NOT EXISTS articles_by_headline ON _articles_v (version_headline);
    ANALYZE _articles_v;
  `)
}

/** How many rows the index was measured with; 0 when it never was. The first number of a measurement is that. */
const measuredRows = async (client: Client): Promise<number> => {
  const hasMeasured = await firstValue(
    client,
    "SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'",
  )
  if (!hasMeasured) return 0
  const measured = await firstValue(
    client,
    "SELECT stat FROM sqlite_stat1 WHERE idx = 'articles_newest_drafts'",
  )
  return typeof measured === 'string' ? Number.parseInt(measured, 10) : 0
}

const firstValue = async (client: Client, sql: string): Promise<unknown> =>
  (await client.execute(sql)).rows[0]?.[0]
