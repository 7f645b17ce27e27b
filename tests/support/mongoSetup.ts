/** Before the first file of a project: a MongoDB for all of them, stopped after the last. */
import type { TestProject } from 'vitest/node'
import { findMongo } from './mongo.ts'
import type { MongoServer } from './mongoServers.ts'

const servers: MongoServer[] = []

export const setup = async ({ config, provide, vitest }: TestProject): Promise<void> => {
  const workers = config.maxWorkers ?? vitest.config.maxWorkers
  const first = await findMongo()
  if (first) servers.push(first)
  // The stand-in does one thing at a time: files that run side by side have one each.
  while (first?.kind === 'stand-in' && servers.length < workers) {
    const another = await findMongo()
    if (another) servers.push(another)
  }
  provide(
    'mongo',
    servers.map(({ url, kind }) => ({ url, kind })),
  )
}

export const teardown = async (): Promise<void> => {
  await Promise.all(servers.map((server) => server.stop()))
}
