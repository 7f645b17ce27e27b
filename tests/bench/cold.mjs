/** What is not in memory, ours and a stock Payload's with the same stories, one request after the other. */
import http from 'node:http'

const COLD_ROUNDS = 5
const COLD_READS = 200
/** Servers have answered before; the engine goes on compiling what runs often for some thousand requests. */
const WARM_UP = 3000
/** Room for some fifty answers: whatever is asked for again has been forgotten meanwhile. */
export const NO_MEMORY = { READER_CACHE_MB: '1' }

export const median = (/** @type {number[]} */ values) => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })

/** Node's bare client: what `fetch` itself takes would hide the difference. @returns {Promise<{ status: number, text: string, cached: string }>} */
const get = (/** @type {string} */ url) =>
  new Promise((resolve, reject) => {
    const request = http.get(url, { agent }, (response) => {
      /** @type {Buffer[]} */
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          cached: String(response.headers['cache-status'] ?? ''),
        }),
      )
    })
    request.once('error', reject)
  })

/** Milliseconds of each request, one after the other. */
const oneByOne = async (
  /** @type {number} */ count,
  /** @type {(turn: number) => string | Promise<string>} */ urlOf,
) => {
  /** @type {number[]} */
  const times = []
  for (let turn = 0; turn < count; turn += 1) {
    const url = await urlOf(turn)
    const start = performance.now()
    const { status, text, cached } = await get(url)
    times.push(performance.now() - start)
    if (status !== 200 || text.length < 500) throw new Error(`${url}: ${status} ${text}`)
    if (cached.includes('; hit')) throw new Error(`${url} came from memory.`)
  }
  return times
}

/** Ours and the stock Payload's take turns; milliseconds, the medians. */
const inTurns = async (
  /** @type {number} */ count,
  /** @type {Record<'ours' | 'stock', (turn: number) => string | Promise<string>>} */ urls,
) => {
  /** @type {Record<'ours' | 'stock', number[]>} */
  const times = { ours: [], stock: [] }
  const each = Math.floor(count / COLD_ROUNDS)
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    for (const side of /** @type {const} */ (['ours', 'stock'])) {
      times[side].push(...(await oneByOne(each, (turn) => urls[side](round * each + turn))))
    }
  }
  const inMs = (/** @type {number[]} */ all) => Number(median(all).toFixed(2))
  return { ours: inMs(times.ours), stock: inMs(times.stock) }
}

/** Stories and pages of the list that are not in memory. */
export const compareCold = async (
  /** @type {{ rest: string, stock: string, slug: string, stories: number }} */ {
    rest,
    stock,
    slug,
    stories,
  },
) => {
  const spread = (/** @type {number} */ turn) => `${slug}-${1 + ((turn * 7919) % stories)}`
  const stockOf = (/** @type {string} */ query) => `${stock}?${query}&depth=2`
  const article = {
    ours: (/** @type {number} */ turn) => `${rest}/${spread(turn)}`,
    stock: (/** @type {number} */ turn) => stockOf(`where[slug][equals]=${spread(turn)}`),
  }
  /** The next page is known from the one before. @type {string | null} */
  let after = null
  const page = {
    ours: async () => {
      const url = `${rest}?first=20${after ? `&after=${encodeURIComponent(after)}` : ''}`
      after = JSON.parse((await get(`${url}&fields=slug`)).text).page.endCursor
      return url
    },
    stock: (/** @type {number} */ turn) => stockOf(`sort=-createdAt&limit=20&page=${turn + 1}`),
  }
  await oneByOne(WARM_UP, article.ours)
  await oneByOne(WARM_UP, article.stock)
  return {
    article: await inTurns(COLD_ROUNDS * COLD_READS, article),
    page: await inTurns(Math.min(COLD_READS, stories / 20 - 1), page),
  }
}
