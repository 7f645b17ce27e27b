/** A stock Payload beside ours, with the same story as many times. */
import { fork } from 'node:child_process'
import path from 'node:path'
import Database from 'libsql'
import { copyRows, storyId } from './loadStories.mjs'

/** @typedef {{ url: string, stop: () => void }} Stock */

const start = (/** @type {Record<string, string>} */ env) => {
  const child = fork(path.join(import.meta.dirname, 'stockPayload.ts'), {
    execArgv: ['--conditions=production', '--import', 'tsx'],
    // Payload makes its tables by itself only while it is developed with.
    env: { ...process.env, NODE_ENV: env.FILL ? 'development' : 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const said = new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`Stock Payload stopped (${code}).`)))
  })
  return { child, said }
}

/**
 * Makes its database, fills it, and serves it.
 *
 * @param {{ file: string, story: object, count: number }} newsroom `story` as our ledger has it; copies are `SLUG-1`…
 * @returns {Promise<Stock>}
 */
export const startStock = async ({ file, story, count }) => {
  const filling = start({ FILE: file, FILL: JSON.stringify(story) })
  const { id } = await filling.said
  filling.child.disconnect()
  const db = new Database(file)
  db.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE')
  const numbers = `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})`
  for (const [table, owner] of [
    ['articles', 'id'],
    ['articles_rels', 'parent_id'],
  ]) {
    copyRows(db, { table, numbers, owner, from: id, to: storyId })
  }
  db.exec('COMMIT; ANALYZE')
  db.close()
  const { child, said } = start({ FILE: file })
  const { port } = await said
  return { url: `http://127.0.0.1:${port}/api/articles`, stop: () => child.disconnect() }
}
