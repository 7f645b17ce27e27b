/**
 * The server is killed in the middle of its work, again and again, and must have kept its word each time.
 * `CRASH_ROUNDS=50` is the full run; a few rounds are enough to see that nothing is broken.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectRoot } from '#src/projectRoot.ts'
import { programOf } from '#tests/support/childProcess.ts'
import { isOnMongo, ownDatabase } from '#tests/support/newsroom.ts'
import type { Acknowledged } from './acknowledged.ts'
import { startWork, type Work } from './mixedWrites.ts'

const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 5)
const EDITORS = 6

/** A database of its own on the project's MongoDB; on SQLite it lies in the folder. */
const database = ownDatabase()
let folder = ''
let section = ''
let child: ChildProcess | null = null
const acknowledged: Acknowledged = { stories: {}, images: {}, tokens: [] }
let saves = 0

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-crash-'))
})
afterAll(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Starts the server; resolves with where it is and what it found missing. */
const start = async (): Promise<{ url: string; losses: string[] }> => {
  const file = path.join(folder, 'acknowledged.json')
  writeFileSync(file, JSON.stringify(acknowledged))
  const own = spawn(process.execPath, programOf('tests/crash/child.ts'), {
    cwd: projectRoot,
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      DATA_DIR: path.join(folder, 'data'),
      MEDIA_DIR: path.join(folder, 'media'),
      ...database,
      SELF_APPROVAL: '1',
      LOG_LEVEL: 'silent',
      ACKNOWLEDGED: file,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child = own
  let complaints = ''
  own.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  for await (const line of createInterface({ input: own.stdout })) {
    if (!line.startsWith('{')) continue
    const said = JSON.parse(line) as { section?: string; url?: string; losses?: string[] }
    if (said.section) section = said.section
    if (said.url && said.losses) return { url: said.url, losses: said.losses }
  }
  throw new Error(`The server did not start:\n${complaints}`)
}

const ended = (own: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    own.exitCode !== null || own.signalCode ? resolve() : own.once('exit', () => resolve()),
  )

/** Resolves once so many saves were acknowledged; rejects when one was refused. */
const untilSaved = async (work: Work, count: number): Promise<void> => {
  let isOver = false
  const over = work.done.finally(() => (isOver = true))
  const saved = async () => {
    while (work.count < count && !isOver) await pause(2)
  }
  await Promise.race([saved(), over])
}

it(
  `loses nothing in ${ROUNDS} kills`,
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { url, losses } = await start()
      expect(losses, `before round ${round}`).toEqual([])
      // A few logins are enough: a session list is no archive.
      acknowledged.tokens.splice(0, Math.max(0, acknowledged.tokens.length - 30))
      const work = startWork({ url, section, acknowledged, editors: EDITORS })
      // By the number of saves and not by the time: a slow machine dies in the middle of its work, too.
      await untilSaved(work, 8 + Math.random() * 40)
      await pause(Math.random() * 40)
      child?.kill('SIGKILL')
      await work.done
      if (child) await ended(child)
      saves += work.count
    }
    const { losses } = await start()
    expect(losses).toEqual([])
    child?.kill('SIGKILL')
    if (child) await ended(child)
    expect(Object.keys(acknowledged.stories).length).toBeGreaterThan(0)
    process.stdout.write(
      `${ROUNDS} kills, ${saves} acknowledged saves, ${Object.keys(acknowledged.stories).length} stories, ` +
        `${Object.keys(acknowledged.images).length} pictures: nothing lost\n`,
    )
  },
  60_000 + ROUNDS * 60_000,
)

it('goes on after it was stopped and continued', async () => {
  const { url, losses } = await start()
  expect(losses).toEqual([])
  const work = startWork({ url, section, acknowledged, editors: 3 })
  await untilSaved(work, 6)
  child?.kill('SIGSTOP')
  await pause(2000)
  child?.kill('SIGCONT')
  await untilSaved(work, 12)
  work.stop()
  await work.done
  child?.kill('SIGTERM')
  await pause(200)
  child?.kill('SIGKILL')
  if (child) await ended(child)
  expect((await start()).losses).toEqual([])
}, 180_000)

// Several servers may share a MongoDB.
it.skipIf(isOnMongo)(
  'refuses a second server on the same database, until the first one is dead',
  async () => {
    const first = child
    await expect(start()).rejects.toThrow(/in use by process \d+ \(server/)
    first?.kill('SIGKILL')
    if (first) await ended(first)
    expect((await start()).losses).toEqual([])
  },
  180_000,
)
