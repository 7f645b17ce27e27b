/** A stock Payload beside ours, with the same story as many times: in Next and asked over REST, as it is installed. */
import { execFile, fork } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import Database from 'libsql'
import { copyRows, storyId } from './loadStories.mjs'

/** @typedef {{ url: string, stop: () => void }} Stock */

const folder = path.join(import.meta.dirname, 'stock')

const build = (/** @type {{ root: string, file: string }} */ { root, file }) =>
  promisify(execFile)(process.execPath, ['node_modules/next/dist/bin/next', 'build', folder], {
    cwd: root,
    env: { ...process.env, FILE: file, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })

const start = (/** @type {string} */ script, /** @type {Record<string, string>} */ env) => {
  const child = fork(path.join(folder, script), {
    execArgv: script.endsWith('.ts') ? ['--conditions=production', '--import', 'tsx'] : [],
    env: { ...process.env, ...env },
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
 * @param {{ root: string, file: string, story: object, count: number }} newsroom `story` as our ledger has it; copies are `SLUG-1`…
 * @returns {Promise<Stock>}
 */
export const startStock = async ({ root, file, story, count }) => {
  // Payload makes its tables by itself only while it is developed with.
  const filling = start('fill.ts', {
    FILE: file,
    FILL: JSON.stringify(story),
    NODE_ENV: 'development',
  })
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
  await build({ root, file })
  const { child, said } = start('serve.mjs', { FILE: file, NODE_ENV: 'production' })
  const { port } = await said
  return { url: `http://127.0.0.1:${port}/api/articles`, stop: () => child.disconnect() }
}
