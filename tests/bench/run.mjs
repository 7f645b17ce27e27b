/**
 * `npm run bench`: how fast readers are served, as ratios to Node's own server sending the same bytes in
 * the same run, because machines differ; how soon they see what is published; then how long editors wait in a newsroom
 * of 1,000 and of 100,000 stories.
 * Options: `-- --quick` (one short round, small newsrooms), `-- --json`, `-- readers`, `-- visible` or `-- editors` for
 * one part; `MONGODB_TEST_URL` for what is measured on MongoDB, too.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { prepare } from '../../src/cli/prepare.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const isQuick = process.argv.includes('--quick')
const isJson = process.argv.includes('--json')
const only = process.argv.slice(2).find((argument) => !argument.startsWith('-'))

const sizes = isQuick ? [100, 1000] : [1000, 100_000]
const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`)
const printJson = (/** @type {unknown} */ result) =>
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)

/** How long a start takes, and how much memory a newsroom with its panel open needs. */
const start = async () => {
  const { startNewsroom } = await import('../support/startNewsroom.mjs')
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-'))
  try {
    const first = await startNewsroom({ root, folder })
    await first.stop()
    const newsroom = await startNewsroom({ root, folder })
    await fetch(`${newsroom.addresses.admin}/login`).then((response) => response.text())
    const memory = newsroom.memory()
    await newsroom.stop()
    return {
      firstReadyMs: Math.round(first.readyMs),
      readyMs: Math.round(newsroom.readyMs),
      memory,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const printStart = (/** @type {any} */ { firstReadyMs, readyMs, memory }) =>
  process.stdout.write(
    `ready, built, empty folder (migrations, demo): ${(firstReadyMs / 1000).toFixed(2)} s\n` +
      `ready, built, existing newsroom:               ${(readyMs / 1000).toFixed(2)} s\n` +
      `memory with the admin panel warm:              ${memory ?? '?'} MB\n`,
  )

const readers = async () => {
  const { measureReaders, printReaders } = await import('./readers.mjs')
  const started = await start()
  if (!isJson) printStart(started)
  const options = { root, sizes, rounds: isQuick ? 1 : 3, seconds: isQuick ? 1 : 2, say }
  const results = await measureReaders(options)
  if (isJson) printJson({ ...started, readers: results })
  else printReaders(results)
}

const visible = async () => {
  const { measureVisible, printVisible } = await import('./visible.mjs')
  const results = await measureVisible({ root, times: isQuick ? 20 : 200, say })
  if (isJson) printJson({ visible: results })
  else printVisible(results)
}

const editors = async () => {
  const { measureWrites, printWrites } = await import('./writes.mjs')
  const results = await measureWrites({
    root,
    sizes,
    seconds: isQuick ? 2 : 6,
    say,
    // At once: a run of several minutes may be cut short.
    show: (result) => (isJson ? undefined : printWrites([result])),
  })
  if (isJson) printJson(results)
}

await prepare({ root, admin: true })
const parts = { readers, visible, editors }
for (const [name, measure] of Object.entries(parts)) {
  if (only === undefined || only === name) await measure()
}
