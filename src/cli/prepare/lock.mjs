/** One build at a time: a file that names the process which holds it. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Runs `work` while no other process does; waits for its turn and says so.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const withLock = async (file, work) => {
  mkdirSync(path.dirname(file), { recursive: true })
  let isWaiting = false
  while (!take(file)) {
    if (!isWaiting) process.stderr.write('Another process is building; waiting for it…\n')
    isWaiting = true
    await pause(300)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

const take = (/** @type {string} */ file) => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    const holder = holderOf(file)
    if (holder !== null && !isAlive(holder)) discard(file, holder)
    return false
  }
}

/** The process that holds the lock; 0 when it died before it could say; `null` when that is not known yet. */
const holderOf = (/** @type {string} */ file) => {
  const status = statSync(file, { throwIfNoEntry: false })
  if (!status) return null
  if (status.size === 0) return Date.now() - status.mtimeMs > 5000 ? 0 : null
  return read(file)
}

const read = (/** @type {string} */ file) => {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null
    throw error
  }
}

const isAlive = (/** @type {number} */ pid) => {
  // In a container every start has the same number: this process does not hold what it asks for.
  if (pid === 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** Two may find the same dead holder: only a file that still names it goes; a living one's is put back. */
const discard = (/** @type {string} */ file, /** @type {number} */ holder) => {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return
    throw error
  }
  if (read(aside) === holder) rmSync(aside)
  else renameSync(aside, file)
}
