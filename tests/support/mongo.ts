/**
 * The MongoDB that tests run against: started before the first file of a project and handed to each
 * (`mongoSetup.ts`). Every test file takes a database of its own in it.
 */
import { MongoClient } from 'mongodb'
import { inject } from 'vitest'
import { mongoSources } from '../tools.mjs'
import { startMemoryServer, startMongod, startStandIn, type MongoServer } from './mongoServers.ts'

/** What a project's setup hands to its test files; `null` where there is no MongoDB. */
export type ProvidedMongo = Pick<MongoServer, 'url' | 'kind'>

declare module 'vitest' {
  // Vitest's own name for it, added to.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface ProvidedContext {
    mongo: ProvidedMongo[]
  }
}

/**
 * The nearest thing to production that this machine has: `MONGODB_TEST_URL`; a `mongod` on PATH;
 * `mongodb-memory-server`, where it is installed and its download works; the stand-in.
 *
 * @returns `null`, with nothing started, where there is none
 */
export const findMongo = async (): Promise<MongoServer | null> => {
  for (const { how, place } of mongoSources()) {
    if (how === 'running') return { url: place, kind: 'mongodb', stop: () => Promise.resolve() }
    if (how === 'mongod') return startMongod(place)
    if (how === 'stand-in') return startStandIn(place)
    try {
      return await startMemoryServer(place)
    } catch {
      // It is installed and has no program: it downloads one, where that is allowed.
    }
  }
  return null
}

/** The MongoDB of this project, or `null`. */
export const providedMongo = (): ProvidedMongo | null => {
  const servers = inject('mongo') ?? []
  return servers[Number(process.env['VITEST_POOL_ID'] ?? 0) % servers.length] ?? null
}

let taken = 0

/** The URL of a database that nobody has used yet. */
export const freshDatabase = ({ url }: ProvidedMongo): string => {
  taken += 1
  const parsed = new URL(url)
  parsed.pathname = `/verbatim_test_${process.pid}_${Date.now()}_${taken}`
  return parsed.toString()
}

/** Removes a database of `freshDatabase`. */
export const dropDatabase = async (url: string): Promise<void> => {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5000 })
  try {
    await client.db().dropDatabase()
  } finally {
    await client.close()
  }
}
