/**
 * The readers' side of `npm run bench`: hot answers beside Node's own server sending the same bytes, cold ones beside a
 * stock Payload with the same stories, in newsrooms of two sizes, with and without editors saving.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { compareCold, median, NO_MEMORY } from './cold.mjs'
import { autosaves, signInEditors } from './editors.mjs'
import { loadStories } from './loadStories.mjs'

/** @typedef {import('./measure.mjs').Target} Target */
/** @typedef {import('./raw.mjs').Recorded} Recorded */
/** @typedef {{ url: string, rest: string, graphql: string, page: string }} Addresses */

/** Editors first open their stories. */
const LEAD_S = 2

/** What readers ask for again and again. @returns {Promise<Target[]>} */
const hotTargets = async (
  /** @type {Addresses} */ { url, rest, graphql, page },
  /** @type {Function} */ record,
) => {
  const slug = page.split('/').at(-1)
  const article = `${url}/v1/articles/${slug}`
  const { headers, body } = await record({ name: 'etag', url: article })
  const { headline } = JSON.parse(Buffer.from(body, 'base64').toString()).data
  const words = headline.split(' ').slice(0, 2).join(' ')
  const ask = (/** @type {string} */ query, variables = {}) => ({
    url: graphql,
    method: /** @type {const} */ ('POST'),
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const fields = 'headline standfirst byline authors { name }'
  const one = `query Story($slug: String!) { article(slug: $slug) { ${fields} body quotes { nodes { text } } sources { name } } }`
  const many = `{ articles(first: 20) { edges { node { ${fields} } } } }`
  return [
    { name: 'REST article by slug', url: article },
    { name: 'REST list of 20', url: `${rest}?first=20` },
    { name: 'REST search', url: `${url}/v1/search?q=${encodeURIComponent(words)}` },
    { name: 'REST article, not changed', url: article, headers: { 'if-none-match': headers.etag } },
    { name: 'GraphQL article, repeated', ...ask(one, { slug }) },
    { name: 'GraphQL list of 20, repeated', ...ask(many) },
    { name: 'Corrections feed', url: `${url}/corrections.json` },
    { name: 'Article page', url: page },
  ]
}

const startRaw = async (/** @type {Recorded[]} */ recorded) => {
  const child = fork(path.join(import.meta.dirname, 'raw.mjs'))
  const { port } = await new Promise((resolve) => {
    child.once('message', resolve)
    child.send(recorded)
  })
  return { url: `http://127.0.0.1:${port}`, stop: () => child.disconnect() }
}

/** Ours and the raw one take turns, so that a slow moment of the machine hits both. */
const compareHot = async (
  /** @type {{ addresses: Addresses, rounds: number, seconds: number }} */ {
    addresses,
    rounds,
    seconds,
  },
) => {
  const { measure, record } = await import('./measure.mjs')
  const targets = await hotTargets(addresses, record)
  /** @type {Recorded[]} */
  const recorded = []
  for (const target of targets) recorded.push(await record(target))
  const wrong = recorded.findIndex(({ status }) => ![200, 304].includes(status))
  if (wrong >= 0) throw new Error(`${targets[wrong].name} answers ${recorded[wrong].status}.`)
  const raw = await startRaw(recorded)
  const results = targets.map(({ name }) => ({ name, ours: [], raw: [], ratios: [] }))
  for (let round = 0; round <= rounds; round++) {
    const isWarmUp = round === 0
    for (const [index, target] of targets.entries()) {
      const { status } = recorded[index]
      const pair = { ours: target, raw: { ...target, url: `${raw.url}/${index}` } }
      /** @type {Record<string, number>} */
      const rates = {}
      for (const side of round % 2 ? ['ours', 'raw'] : ['raw', 'ours']) {
        rates[side] = await measure({ target: pair[side], status, seconds: isWarmUp ? 1 : seconds })
      }
      if (isWarmUp) continue
      results[index].ours.push(rates.ours)
      results[index].raw.push(rates.raw)
      results[index].ratios.push(rates.ours / rates.raw)
    }
  }
  raw.stop()
  return results.map(({ name, ours, raw: rates, ratios }) => ({
    name,
    requestsPerSecond: Math.round(median(ours)),
    rawRequestsPerSecond: Math.round(median(rates)),
    ratio: Number(median(ratios).toFixed(3)),
  }))
}

/** The hot story while twenty editors save as fast as they can. */
const whileSaving = async (
  /** @type {{ addresses: Addresses, tokens: string[], seconds: number }} */ {
    addresses,
    tokens,
    seconds,
  },
) => {
  const { measure } = await import('./measure.mjs')
  const slug = addresses.page.split('/').at(-1)
  const target = { name: 'while saving', url: `${addresses.url}/v1/articles/${slug}` }
  const saving = autosaves({
    ...{ url: addresses.url, tokens, seconds: seconds + LEAD_S + 1, editors: 20 },
    everyMs: 0,
  })
  await pause(LEAD_S * 1000)
  const rate = await measure({ target, status: 200, seconds })
  const saves = await saving
  return { requestsPerSecond: Math.round(rate), savesPerSecond: saves.savesPerSecond }
}

/**
 * @param {{ root: string, sizes: number[], rounds: number, seconds: number, say: (line: string) => void }} options
 * @returns {Promise<object[]>} one entry for each size
 */
export const measureReaders = async ({ root, sizes, rounds, seconds, say }) => {
  const { startNewsroom } = await import('../support/startNewsroom.mjs')
  const { startStock } = await import('./stock.mjs')
  const results = []
  for (const stories of sizes) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-readers-'))
    try {
      const first = await startNewsroom({ root, folder })
      const { account, url } = first.addresses
      const tokens = account ? await signInEditors({ url, account, count: 20 }) : []
      await first.stop()
      say(`loading ${stories} stories`)
      const file = path.join(folder, 'data/verbatim.db')
      const { slug, story } = loadStories({ file, count: stories })
      say(`measuring what is not in memory at ${stories} stories`)
      const forgetful = await startNewsroom({ root, folder, env: NO_MEMORY })
      const stock = await startStock({
        root,
        file: path.join(folder, 'stock.db'),
        story,
        count: stories,
      })
      const { rest } = forgetful.addresses
      const cold = await compareCold({ rest, stock: stock.url, slug, stories })
        .finally(stock.stop)
        .finally(forgetful.stop)
      say(`measuring readers at ${stories} stories`)
      const newsroom = await startNewsroom({ root, folder })
      try {
        const { addresses } = newsroom
        results.push({
          stories,
          cold,
          hot: await compareHot({ addresses, rounds, seconds }),
          saving: await whileSaving({ addresses, tokens, seconds }),
          memory: newsroom.memory(),
        })
      } finally {
        await newsroom.stop()
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return results
}

/** A table for people. @param {any[]} results */
export const printReaders = (results) => {
  const lines = results.flatMap(({ stories, hot, cold, saving, memory }) => [
    '',
    row(`${stories} stories, hot`, 'req/s', 'raw req/s', 'ratio'),
    ...hot.map((/** @type {any} */ one) =>
      row(one.name, one.requestsPerSecond, one.rawRequestsPerSecond, one.ratio.toFixed(2)),
    ),
    row('REST article while 20 editors save', saving.requestsPerSecond, '', ''),
    row('cold, one after the other', 'ms', 'stock ms', 'times'),
    ...Object.entries(cold).map(([name, { ours, stock }]) =>
      row(name === 'page' ? 'page of 20' : name, ours, stock, (stock / ours).toFixed(1)),
    ),
    `memory after that: ${memory ?? '?'} MB`,
  ])
  const [small, large] = results
  if (large) {
    const ratio = large.cold.page.ours / small.cold.page.ours
    lines.push(
      `a page of 20 at ${large.stories} stories takes ${ratio.toFixed(2)} x its time at ${small.stories}`,
    )
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

const row = (/** @type {unknown[]} */ ...[name, ...cells]) =>
  `${String(name).padEnd(40)}${cells.map((cell) => String(cell).padStart(12)).join('')}`
