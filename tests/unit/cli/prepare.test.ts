import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

type Staleness = {
  inputsOf: (root: string, name: string) => string
  isFresh: (root: string, name: string, inputs: string) => boolean
  markFresh: (root: string, name: string, inputs: string) => void
  markStale: (root: string, name: string) => void
}
type Lock = { withLock: <T>(file: string, work: () => Promise<T>) => Promise<T> }

// The launcher is plain JavaScript: it runs before anything that could read types is installed.
const load = (file: string): Promise<unknown> => import(path.resolve('src/cli/prepare', file))
const { inputsOf, isFresh, markFresh, markStale } = (await load('staleness.mjs')) as Staleness
const { withLock } = (await load('lock.mjs')) as Lock

let root: string

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-prepare-'))
  write('package-lock.json', '{}')
  write('src/cli/main.ts', 'main')
  write('src/story/slug.ts', 'slug')
  write('src/admin/app/[...segments]/page.tsx', 'page')
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}

describe('a build is stale', () => {
  const changes = (name: string, file: string): boolean => {
    const before = inputsOf(root, name)
    write(file, 'changed')
    return inputsOf(root, name) !== before
  }

  test.each([
    ['server', 'src/cli/main.ts', true],
    ['server', 'src/story/new.ts', true],
    ['server', 'collections/articles.ts', true],
    ['server', 'package-lock.json', true],
    ['server', 'src/admin/app/[...segments]/page.tsx', false],
    ['admin', 'src/admin/app/[...segments]/page.tsx', true],
    ['admin', 'src/story/slug.ts', true],
    ['admin', 'src/cli/main.ts', false],
    ['admin', 'src/server/app.ts', false],
    ['admin', 'src/admin/.next/BUILD_ID', false],
    ['packages', 'package-lock.json', true],
    ['packages', 'src/story/slug.ts', false],
    ['server', 'README.md', false],
  ])('%s after a change of %s: %s', (name, file, expected) => {
    expect(changes(name, file)).toBe(expected)
  })

  test('until it was made, and again when its result is gone', () => {
    const inputs = inputsOf(root, 'server')
    expect(isFresh(root, 'server', inputs)).toBe(false)
    write('dist/cli.js', '')
    expect(isFresh(root, 'server', inputs)).toBe(false)
    markFresh(root, 'server', inputs)
    expect(isFresh(root, 'server', inputs)).toBe(true)
    rmSync(path.join(root, 'dist/cli.js'))
    expect(isFresh(root, 'server', inputs)).toBe(false)
  })

  test('when it was begun and not finished', () => {
    const inputs = inputsOf(root, 'server')
    write('dist/cli.js', '')
    markFresh(root, 'server', inputs)
    markStale(root, 'server')
    expect(isFresh(root, 'server', inputs)).toBe(false)
  })
})

describe('the lock', () => {
  const file = () => path.join(root, 'dist/.preparing')

  test('is held by one process and given back, also after a failure', async () => {
    await withLock(file(), async () => expect(existsSync(file())).toBe(true))
    await expect(withLock(file(), () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    )
    expect(existsSync(file())).toBe(false)
  })

  test('of a process that died is taken over', async () => {
    // Beyond the highest number a process can have.
    write('dist/.preparing', '99999999')
    expect(await withLock(file(), async () => 'done')).toBe('done')
  })

  test('of a living process is waited for', async () => {
    write('dist/.preparing', String(process.ppid))
    let isDone = false
    const work = withLock(file(), async () => void (isDone = true))
    await pause(700)
    expect(isDone).toBe(false)
    rmSync(file())
    await work
    expect(isDone).toBe(true)
  })
})
