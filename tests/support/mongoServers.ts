/** Starts a MongoDB for tests: on loopback, in a temporary folder, and gone with the tests. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { freePort } from '#src/cli/freePort.ts'

export type MongoServer = {
  /** Names a replica set and no database. */
  url: string
  /** `stand-in` where it is not MongoDB itself: what it cannot carry is skipped by name. */
  kind: 'mongodb' | 'stand-in'
  stop: () => Promise<void>
}

/** A `mongod` as a replica set of one. */
export const startMongod = async (program: string): Promise<MongoServer> => {
  const folder = makeFolder()
  const port = await freePort({ host: '127.0.0.1', port: 0 })
  const child = spawn(
    program,
    [
      ...['--dbpath', folder, '--port', `${port}`, '--bind_ip', '127.0.0.1', '--replSet', 'rs0'],
      // Some tests tell it to fail, as a failover would.
      ...['--setParameter', 'enableTestCommands=1'],
    ],
    { stdio: 'ignore' },
  )
  const address = `mongodb://127.0.0.1:${port}/`
  await whenReady(child, `${address}?directConnection=true`, async (client) => {
    const members = [{ _id: 0, host: `127.0.0.1:${port}` }]
    await client.db('admin').command({ replSetInitiate: { _id: 'rs0', members } })
  })
  const url = `${address}?replicaSet=rs0`
  await whenReady(child, url, (client) => client.db().command({ hello: 1 }))
  return { url, kind: 'mongodb', stop: () => stop(child, folder) }
}

const standInEnvironment = {
  ...process.env,
  PYTHONPATH: path.join(import.meta.dirname, 'standIn'),
  PYTHONDONTWRITEBYTECODE: '1',
}

/** The stand-in `secantusd-py` (SecantusDB), which speaks MongoDB's protocol and calls itself a replica set. */
export const startStandIn = async (program: string): Promise<MongoServer> => {
  const folder = makeFolder()
  const port = await freePort({ host: '127.0.0.1', port: 0 })
  const child = spawn(
    program,
    [
      ...['--host', '127.0.0.1', '--port', `${port}`, '--storage-path', folder],
      '--enable-test-commands',
    ],
    { stdio: 'ignore', cwd: folder, env: standInEnvironment },
  )
  const url = `mongodb://127.0.0.1:${port}/?replicaSet=secantus`
  await whenReady(child, url, (client) => client.db().command({ hello: 1 }))
  return { url, kind: 'stand-in', stop: () => stop(child, folder) }
}

/** The part of `mongodb-memory-server` that is used; the package itself is nobody's dependency. */
type MemoryServers = {
  MongoMemoryReplSet: {
    create: (options: object) => Promise<{ getUri: () => string; stop: () => Promise<boolean> }>
  }
}

/** A real `mongod` that `mongodb-memory-server` brings, where somebody installed that package. */
export const startMemoryServer = async (file: string): Promise<MongoServer> => {
  const { MongoMemoryReplSet } = (await import(file)) as MemoryServers
  const server = await MongoMemoryReplSet.create({ replSet: { count: 1, name: 'rs0' } })
  const stopServer = async () => void (await server.stop())
  return { url: server.getUri(), kind: 'mongodb', stop: stopServer }
}

const makeFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'verbatim-mongo-'))

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
