/**
 * `npm run bench`: how fast readers are served, as ratios to Node's own server sending the same bytes in
 * the same run, because machines differ; then how long editors wait in a newsroom of 1,000 and of 100,000 stories.
 * Options: `-- --quick` (one short round, small newsrooms), `-- --json`, `-- readers` or `-- editors` for one half.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { prepare } from '../../src/cli/prepare.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const isQuick = process.argv.includes('--quick')
const isJson = process.argv.includes('--json')
const only = process.argv.slice(2).find((argument) => !argument.startsWith('-'))
const rounds = isQuick ? 1 : 5
const seconds = isQuick ? 1 : 3

/** @typedef {import('./measure.mjs').Target} Target */
/** @typedef {import('./raw.mjs').Recorded} Recorded */

/** @param {import('../support/startNewsroom.mjs').Addresses} addresses */
const listTargets = async ({ url, rest, graphql, page }, /** @type {Function} */ record) => {
  const slug = page.split('/').at(-1)
  const query = `query Story($slug: String!) {
    article(slug: $slug) { headline standfirst byline body authors { name } quotes { nodes { text } } sources { name } }
  }`
  const article = `${url}/v1/articles/${slug}`
  const { headers } = await record({ name: 'etag', url: article })
  /** @type {Target[]} */
  const targets = [
    { name: 'REST article by slug', url: article },
    { name: 'REST list of 20', url: `${rest}?first=20` },
    {
      name: 'GraphQL article, repeated',
      url: graphql,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { slug } }),
    },
    {
      name: 'REST article, not changed (304)',
      url: article,
      headers: { 'if-none-match': String(headers.etag) },
    },
    { name: 'Article page', url: page },
  ]
  return targets
}

const startRaw = async (/** @type {Recorded[]} */ recorded) => {
  const child = fork(path.join(import.meta.dirname, 'raw.mjs'))
  const { port } = await new Promise((resolve) => {
    child.once('message', resolve)
    child.send(recorded)
  })
  return { url: `http://127.0.0.1:${port}`, stop: () => child.disconnect() }
}

const median = (/** @type {number[]} */ values) => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Ours and the raw one take turns, so that a slow moment of the machine hits both. */
const compare = async (
  /** @type {{ targets: Target[], recorded: Recorded[], rawUrl: string }} */ run,
) => {
  const { measure } = await import('./measure.mjs')
  const { targets, recorded, rawUrl } = run
  const results = targets.map(({ name }) => ({ name, ours: [], raw: [], ratios: [] }))
  for (let round = 0; round <= rounds; round++) {
    const isWarmUp = round === 0
    for (const [index, target] of targets.entries()) {
      const { status } = recorded[index]
      const pair = { ours: target, raw: { ...target, url: `${rawUrl}/${index}` } }
      const order = round % 2 ? ['ours', 'raw'] : ['raw', 'ours']
      /** @type {Record<string, number>} */
      const rates = {}
      for (const side of order) {
        rates[side] = await measure({ target: pair[side], status, seconds: isWarmUp ? 1 : seconds })
      }
      process.stderr.write('.')
      if (isWarmUp) continue
      results[index].ours.push(rates.ours)
      results[index].raw.push(rates.raw)
      results[index].ratios.push(rates.ours / rates.raw)
    }
  }
  process.stderr.write('\n')
  return results.map(({ name, ours, raw, ratios }) => ({
    name,
    requestsPerSecond: Math.round(median(ours)),
    rawRequestsPerSecond: Math.round(median(raw)),
    ratio: Number(median(ratios).toFixed(3)),
  }))
}

const print = (/** @type {any} */ { table, firstReadyMs, readyMs, memory }) => {
  const row = (/** @type {unknown[]} */ [name, ours, raw, ratio]) =>
    `${String(name).padEnd(34)}${String(ours).padStart(10)}${String(raw).padStart(12)}${String(ratio).padStart(10)}`
  const lines = [
    row([
      'median of ' + rounds + (rounds === 1 ? ' round' : ' rounds'),
      'req/s',
      'raw req/s',
      'ratio',
    ]),
    ...table.map((/** @type {any} */ entry) =>
      row([
        entry.name,
        entry.requestsPerSecond,
        entry.rawRequestsPerSecond,
        entry.ratio.toFixed(2),
      ]),
    ),
    '',
    `ready, built, empty folder (migrations, demo): ${(firstReadyMs / 1000).toFixed(2)} s`,
    `ready, built, existing newsroom:               ${(readyMs / 1000).toFixed(2)} s`,
    `memory with the admin panel warm:              ${memory.warm ?? '?'} MB`,
    `memory after the rounds:                       ${memory.after ?? '?'} MB`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

const main = async (/** @type {string} */ folder) => {
  await prepare({ root, admin: true })
  // After `prepare`: these need the packages it installs.
  const { startNewsroom } = await import('../support/startNewsroom.mjs')
  const { record } = await import('./measure.mjs')

  const first = await startNewsroom({ root, folder })
  await first.stop()
  const newsroom = await startNewsroom({ root, folder })
  try {
    await fetch(`${newsroom.addresses.admin}/login`).then((response) => response.text())
    const warm = newsroom.memory()
    const targets = await listTargets(newsroom.addresses, record)
    const recorded = []
    for (const target of targets) recorded.push(await record(target))
    const wrong = recorded.findIndex(({ status }) => ![200, 304].includes(status))
    if (wrong >= 0) throw new Error(`${targets[wrong].name} answers ${recorded[wrong].status}.`)

    const raw = await startRaw(recorded)
    const table = await compare({ targets, recorded, rawUrl: raw.url })
    raw.stop()
    const result = {
      table,
      firstReadyMs: Math.round(first.readyMs),
      readyMs: Math.round(newsroom.readyMs),
      memory: { warm, after: newsroom.memory() },
    }
    if (isJson) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
    else print(result)
  } finally {
    await newsroom.stop()
  }
}

const writes = async () => {
  await prepare({ root, admin: true })
  const { measureWrites, printWrites } = await import('./writes.mjs')
  const results = await measureWrites({
    root,
    sizes: isQuick ? [100, 1000] : [1000, 100_000],
    seconds: isQuick ? 2 : 6,
    say: (line) => process.stderr.write(`${line}\n`),
    show: (result) => (isJson ? undefined : printWrites([result])),
  })
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
  else printWrites(results)
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-'))
try {
  if (only !== 'editors') await main(folder)
  if (only !== 'readers') await writes()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
