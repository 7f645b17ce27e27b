/** Before the first file of a project: one MongoDB for all of them, stopped after the last. */
import type { TestProject } from 'vitest/node'
import { findMongo } from './mongo.ts'
import type { MongoServer } from './mongoServers.ts'

let mongo: MongoServer | null = null

export const setup = async ({ provide }: TestProject): Promise<void> => {
  mongo = await findMongo()
  provide('mongo', mongo && { url: mongo.url, kind: mongo.kind })
}

export const teardown = async (): Promise<void> => {
  await mongo?.stop()
}
