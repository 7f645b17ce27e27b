/**
 * The MongoDB that tests run against, in this order: `MONGODB_TEST_URL`; a `mongod` on PATH, started as a
 * replica set of one; the stand-in `secantusd-py` (SecantusDB), which CI installs. On loopback, in a
 * temporary folder, and gone with the tests.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { MongoClient } from 'mongodb'

export type TestMongo = {
  /** With a database name of its own; tests may fill it. */
  url: string
  /** `stand-in` where it is not MongoDB itself: what it cannot carry is skipped by name. */
  kind: 'mongodb' | 'stand-in'
  stop: () => Promise<void>
}

/** What the stand-in cannot carry, by the name of the missing feature. */
export const standInLacks = {
  'parallel reads in one transaction': 'ends the transaction, as MongoDB may',
} as const

/** A MongoDB to test against, or `null` with nothing started where there is none. */
export const findMongo = async (): Promise<TestMongo | null> => {
  const database = `verbatim_test_${process.pid}_${Date.now()}`
  const given = process.env['MONGODB_TEST_URL']
  if (given) return { url: withDatabase(given, database), kind: 'mongodb', stop: nothing }
  const mongod = onPath('mongod')
  if (mongod) return startMongod(mongod, database)
  const standIn = process.env['MONGODB_STANDIN'] ?? onPath('secantusd-py')
  return standIn ? startStandIn(standIn, database) : null
}

const nothing = () => Promise.resolve()

const startMongod = async (program: string, database: string): Promise<TestMongo> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-mongo-'))
  const port = await freePort()
  const child = spawn(
    program,
    [...['--dbpath', folder, '--port', `${port}`], '--bind_ip', '127.0.0.1', '--replSet', 'rs0'],
    { stdio: 'ignore' },
  )
  const address = `mongodb://127.0.0.1:${port}`
  await whenReady(child, `${address}/?directConnection=true`, async (client) => {
    const members = [{ _id: 0, host: `127.0.0.1:${port}` }]
    await client.db('admin').command({ replSetInitiate: { _id: 'rs0', members } })
  })
  const url = `${address}/${database}?replicaSet=rs0`
  await whenReady(child, url, (client) => client.db().command({ hello: 1 }))
  return { url, kind: 'mongodb', stop: () => stop(child, folder) }
}

const startStandIn = async (program: string, database: string): Promise<TestMongo> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-mongo-'))
  const port = await freePort()
  const child = spawn(
    program,
    [...['--host', '127.0.0.1', '--port', `${port}`], '--storage-path', folder],
    { stdio: 'ignore', cwd: folder },
  )
  const url = `mongodb://127.0.0.1:${port}/${database}?replicaSet=secantus`
  await whenReady(child, url, (client) => client.db().command({ hello: 1 }))
  return { url, kind: 'stand-in', stop: () => stop(child, folder) }
}

const whenReady = async (
  child: ChildProcess,
  url: string,
  act: (client: MongoClient) => Promise<unknown>,
): Promise<void> => {
  for (let turn = 0; ; turn += 1) {
    const client = new MongoClient(url, { serverSelectionTimeoutMS: 1000 })
    try {
      await client.connect()
      await act(client)
      return
    } catch (error) {
      if (turn > 60 || child.exitCode !== null) {
        child.kill('SIGKILL')
        throw error
      }
    } finally {
      await client.close()
    }
    await pause(500)
  }
}

const stop = async (child: ChildProcess, folder: string): Promise<void> => {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  if (child.exitCode === null) {
    child.kill('SIGTERM')
    const killer = setTimeout(() => child.kill('SIGKILL'), 5000)
    await gone
    clearTimeout(killer)
  }
  rmSync(folder, { recursive: true, force: true })
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

const withDatabase = (url: string, database: string): string => {
  const parsed = new URL(url)
  parsed.pathname = `/${database}`
  return parsed.toString()
}

const onPath = (program: string): string | null => {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const places = folders.map((folder) => path.join(folder, program))
  return places.find(isExecutable) ?? null
}

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
