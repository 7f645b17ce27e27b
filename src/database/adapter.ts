import type { DatabaseAdapterObj } from 'payload'
import type { Config } from '#src/config.ts'
import { replicaSetMongo } from './mongoAdapter.ts'
import { embeddedSqlite } from './sqliteAdapter.ts'

/** The database the configuration asks for. */
export const databaseAdapter = (config: Config, migrationDir: string): DatabaseAdapterObj =>
  config.database.kind === 'mongodb'
    ? replicaSetMongo({ url: config.database.url, allowStandalone: config.allowStandaloneMongo })
    : embeddedSqlite({ url: config.database.url, migrationDir })
