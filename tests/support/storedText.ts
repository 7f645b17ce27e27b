/** What the database really holds, past every access rule: to look for what must be in it, or must not. */
import { existsSync, readFileSync } from 'node:fs'
import { BSON, MongoClient } from 'mongodb'
import type { Config } from '#src/config.ts'

/** Every record as text: SQLite's files as they lie on the disk, MongoDB's documents as extended JSON. */
export const storedText = async ({ database }: Pick<Config, 'database'>): Promise<string> => {
  if (database.kind === 'mongodb') return documentsOf(database.url)
  return [database.file, `${database.file}-wal`]
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'latin1'))
    .join('')
}

const documentsOf = async (url: string): Promise<string> => {
  const client = new MongoClient(url)
  try {
    const collections = await client.db().collections()
    const found = await Promise.all(collections.map((one) => one.find({}).toArray()))
    return BSON.EJSON.stringify(found)
  } finally {
    await client.close()
  }
}
