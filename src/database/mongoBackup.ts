/** MongoDB's part of a backup: one file of extended JSON per collection, a document a line, and its indexes. */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BSON, MongoClient, type Db, type Document } from 'mongodb'

const DOCUMENTS_AT_ONCE = 500

/**
 * Writes every collection to `folder`, all as of one moment where the server keeps snapshots (a replica
 * set); a standalone one is read collection by collection.
 */
export const dumpMongo = (url: string, folder: string): Promise<void> =>
  withDatabase(url, async (db, client) => {
    await mkdir(folder, { recursive: true })
    const session = client.startSession({ snapshot: isReplicaSet(url) })
    try {
      const names = (await db.listCollections({ type: 'collection' }).toArray())
        .map(({ name }) => name)
        .filter((name) => !name.startsWith('system.'))
      for (const name of names) {
        const cursor = db.collection(name).find({}, { session })
        const lines = Readable.from(asLines(cursor))
        await pipeline(lines, createWriteStream(path.join(folder, `${name}.jsonl`)))
        const indexes = await db.collection(name).indexes()
        await writeFile(path.join(folder, `${name}.indexes.json`), JSON.stringify(indexes))
      }
    } finally {
      await session.endSession()
    }
  })

async function* asLines(cursor: AsyncIterable<Document>): AsyncIterable<string> {
  for await (const document of cursor) {
    yield `${BSON.EJSON.stringify(document, { relaxed: false })}\n`
  }
}

/** Whether the database holds no documents. */
export const isMongoEmpty = (url: string): Promise<boolean> =>
  withDatabase(url, async (db) => {
    for (const { name } of await db.listCollections({ type: 'collection' }).toArray()) {
      if (await db.collection(name).findOne({})) return false
    }
    return true
  })

/** Replaces every collection by the one in the backup. */
export const loadMongo = (url: string, folder: string): Promise<void> =>
  withDatabase(url, async (db) => {
    await db.dropDatabase()
    for (const file of (await readdir(folder)).filter((name) => name.endsWith('.jsonl'))) {
      const name = file.slice(0, -'.jsonl'.length)
      for await (const documents of batches(path.join(folder, file))) {
        await db.collection(name).insertMany(documents)
      }
      await makeIndexes(db, name, path.join(folder, `${name}.indexes.json`))
    }
  })

/** What the server adds by itself and does not take back. */
const serversOwn = ['v', 'key', 'ns', 'background']

const makeIndexes = async (db: Db, collection: string, file: string): Promise<void> => {
  for (const index of JSON.parse(await readFile(file, 'utf8')) as Document[]) {
    if (index['name'] === '_id_') continue
    const options = Object.entries(index).filter(([name]) => !serversOwn.includes(name))
    await db
      .collection(collection)
      .createIndex(index['key'] as Record<string, 1 | -1>, Object.fromEntries(options))
  }
}

async function* batches(file: string): AsyncIterable<Document[]> {
  let batch: Document[] = []
  for await (const line of createInterface({ input: createReadStream(file) })) {
    batch.push(BSON.EJSON.parse(line, { relaxed: false }) as Document)
    if (batch.length < DOCUMENTS_AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const isReplicaSet = (url: string): boolean =>
  url.startsWith('mongodb+srv:') || /[?&]replicaSet=/.test(url)

const withDatabase = async <T>(
  url: string,
  act: (db: Db, client: MongoClient) => Promise<T>,
): Promise<T> => {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 10_000 })
  try {
    await client.connect()
    return await act(client.db(), client)
  } finally {
    await client.close()
  }
}
