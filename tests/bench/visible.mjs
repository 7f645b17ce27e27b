/**
 * From publishing to readers: how long after the answer to an editor a reader of the same process, and of another one,
 * sees the new text, while others read. SQLite has a process for readers beside the server; MongoDB, where
 * `MONGODB_TEST_URL` names one, two servers.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import autocannon from 'autocannon'
import { ask, summary } from './editors.mjs'

/** @typedef {import('../support/startNewsroom.mjs').Newsroom} Newsroom */
/** @typedef {import('./editors.mjs').Times} Times */

/** Requests per second to each process; `null`: ten readers who never pause. */
const LOADS = [0, 500, null]

const readAll = (/** @type {string[]} */ urls, /** @type {number | null} */ rate) => {
  if (rate === 0) return () => undefined
  const running = urls.map((url) =>
    autocannon({ url, connections: 10, duration: 600, ...(rate && { overallRate: rate }) }),
  )
  return () => running.map((one) => one.stop())
}

/** Asks until the text is there. @returns {Promise<number>} milliseconds */
const untilSeen = async (/** @type {string} */ url, /** @type {string} */ text) => {
  const start = performance.now()
  for (;;) {
    const answer = await fetch(url)
    if ((await answer.text()).includes(text)) return performance.now() - start
    if (performance.now() - start > 30_000) throw new Error(`${url} never showed ${text}.`)
  }
}

/** A plain story that nothing stands against. @returns {Promise<{ path: string, slug: string }>} */
const makeStory = async (/** @type {string} */ url, /** @type {string} */ token) => {
  const { docs } = await ask(`${url}/api/sections?limit=1`, token)
  const text = { type: 'text', text: 'The river rose again overnight. '.repeat(60), format: 0 }
  const paragraph = { type: 'paragraph', children: [text] }
  const { doc } = await ask(`${url}/api/articles?draft=true&depth=0`, token, {
    method: 'POST',
    body: {
      headline: 'The river rises',
      bylineOverride: 'From our correspondents',
      section: docs[0].id,
      body: { root: { type: 'root', children: [paragraph] } },
    },
  })
  const path = `${url}/api/articles/${doc.id}`
  const { slug } = (await ask(`${path}/publish`, token, { method: 'POST', body: {} })).doc
  return { path, slug }
}

/** @returns {Promise<{ readsPerSecond: number | null, same: Times, other: Times }[]>} */
const measurePair = async (
  /** @type {{ here: Newsroom, there: Newsroom, times: number }} */ { here, there, times },
) => {
  const { account, url } = here.addresses
  const { token } = await ask(`${url}/api/users/login`, '', { method: 'POST', body: account })
  const { path, slug } = await makeStory(url, token)
  const places = [here, there].map(({ origin }) => `${origin}/v1/articles/${slug}`)
  const results = []
  for (const rate of LOADS) {
    const stop = readAll(places, rate)
    /** @type {number[]} */
    const same = []
    /** @type {number[]} */
    const other = []
    for (let turn = 0; turn < times; turn += 1) {
      const standfirst = `Text ${turn} of ${Date.now()}`
      await ask(`${path}?draft=true`, token, { method: 'PATCH', body: { standfirst } })
      const change = { kind: 'update' }
      await ask(`${path}/publish`, token, { method: 'POST', body: { change } })
      const [mine = 0, others = 0] = await Promise.all(
        places.map((place) => untilSeen(place, standfirst)),
      )
      same.push(mine)
      other.push(others)
    }
    stop()
    results.push({ readsPerSecond: rate, same: summary(same), other: summary(other) })
  }
  return results
}

/**
 * @param {{ root: string, times: number, say: (line: string) => void }} options
 * @returns {Promise<Record<string, Awaited<ReturnType<typeof measurePair>>>>} by database
 */
export const measureVisible = async ({ root, times, say }) => {
  const { startNewsroom } = await import('../support/startNewsroom.mjs')
  const mongo = process.env['MONGODB_TEST_URL']
  /** @type {Record<string, Awaited<ReturnType<typeof measurePair>>>} */
  const results = {}
  for (const database of mongo ? ['sqlite', 'mongodb'] : ['sqlite']) {
    say(`publishing on ${database}`)
    const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-visible-'))
    const env = database === 'mongodb' && mongo ? { DATABASE_URL: freshDatabase(mongo) } : {}
    const here = await startNewsroom({ root, folder, env })
    const there = await startNewsroom({
      root,
      folder,
      env,
      ...(database === 'sqlite' && { args: ['serve', '--reader'] }),
    })
    try {
      results[database] = await measurePair({ here, there, times })
    } finally {
      await there.stop()
      await here.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return results
}

const freshDatabase = (/** @type {string} */ url) => {
  const parsed = new URL(url)
  parsed.pathname = `/verbatim_bench_${process.pid}`
  return parsed.toString()
}

/** A table for people. @param {Awaited<ReturnType<typeof measureVisible>>} results */
export const printVisible = (results) => {
  for (const [database, loads] of Object.entries(results)) {
    process.stdout.write(`\nfrom publishing to readers, ${database} (p50 / p99, ms)\n`)
    for (const { readsPerSecond, same, other } of loads) {
      const load = readsPerSecond === null ? 'readers never pause' : `${readsPerSecond} reads/s`
      process.stdout.write(
        `${load.padEnd(24)}same process ${same.p50} / ${same.p99}, another ${other.p50} / ${other.p99}\n`,
      )
    }
  }
}
