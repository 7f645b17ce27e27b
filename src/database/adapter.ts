import type { DatabaseAdapterObj } from 'payload'
import type { Config } from '#src/config.ts'

/** The database the configuration asks for. Only its own driver is loaded: the other would cost the start. */
export const databaseAdapter = async (
  config: Config,
  migrationDir: string,
): Promise<DatabaseAdapterObj> => {
  if (config.database.kind === 'mongodb') {
    const { replicaSetMongo } = await import('./mongoAdapter.ts')
    return replicaSetMongo({
      url: config.database.url,
      allowStandalone: config.allowStandaloneMongo,
    })
  }
  const { embeddedSqlite } = await import('./sqliteAdapter.ts')
  return embeddedSqlite({ ...config.database, migrationDir, isReader: config.role === 'reader' })
}
