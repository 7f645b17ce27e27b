/** Editors at work: how long a save takes while others save, what readers notice of it, and whether anything is lost. */
import { setTimeout as pause } from 'node:timers/promises'
import { loadedStoryId } from './loadStories.mjs'

/** @typedef {{ url: string, tokens: string[], seconds: number }} Setting */
/** @typedef {{ p50: number, p95: number, p99: number, max: number, count: number }} Times */

const PASSWORD = 'correct horse battery staple'

/** Milliseconds, to a tenth. @returns {Times} */
export const summary = (/** @type {number[]} */ times) => {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (/** @type {number} */ share) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1))
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), count: sorted.length }
}

export const ask = async (
  /** @type {string} */ url,
  /** @type {string} */ token,
  /** @type {{ method?: string, body?: unknown }} */ { method = 'GET', body } = {},
) => {
  const answer = await fetch(url, {
    method,
    headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text.slice(0, 300)}`)
  return JSON.parse(text)
}

/** Accounts for so many editors, signed in. */
export const signInEditors = async (
  /** @type {{ url: string, account: { email: string, password: string }, count: number }} */ {
    url,
    account,
    count,
  },
) => {
  const { token: admin } = await ask(`${url}/api/users/login`, '', {
    method: 'POST',
    body: account,
  })
  /** @type {string[]} */
  const tokens = []
  for (let number = 1; number <= count; number += 1) {
    const email = `editor${number}@bench.example`
    const login = { email, password: PASSWORD }
    await ask(`${url}/api/users`, admin, {
      method: 'POST',
      body: { ...login, name: `Editor ${number}`, roles: ['editor'] },
    })
    tokens.push((await ask(`${url}/api/users/login`, '', { method: 'POST', body: login })).token)
  }
  return tokens
}

/**
 * Autosaves of whole stories, as the panel sends them.
 *
 * @param {Setting & { editors: number, everyMs: number }} run `everyMs` 0: the next save goes out as soon as the last is answered
 * @returns {Promise<Times & { lost: number, savesPerSecond: number }>}
 */
export const autosaves = async ({ url, tokens, seconds, editors, everyMs }) => {
  /** @type {number[]} */
  const times = []
  let lost = 0
  const until = performance.now() + seconds * 1000
  await Promise.all(
    tokens.slice(0, editors).map(async (token, index) => {
      const path = `${url}/api/articles/${loadedStoryId(index + 1)}`
      const { body } = await ask(`${path}?draft=true&depth=0`, token)
      await pause(everyMs * Math.random())
      let standfirst = ''
      for (let turn = 0; performance.now() < until; turn += 1) {
        standfirst = `Save ${turn} of editor ${index} at ${Date.now()}`
        const start = performance.now()
        await ask(`${path}?draft=true&autosave=true&depth=0`, token, {
          method: 'PATCH',
          body: { standfirst, body },
        })
        times.push(performance.now() - start)
        if (everyMs) await pause(Math.max(0, everyMs - (performance.now() - start)))
      }
      const stored = await ask(`${path}?draft=true&depth=0`, token)
      if (stored.standfirst !== standfirst) lost += 1
    }),
  )
  return { ...summary(times), lost, savesPerSecond: Math.round(times.length / seconds) }
}

/** New stories from ten editors at once. @returns {Promise<Times & { perSecond: number }>} */
export const creates = async (/** @type {Setting} */ { url, tokens, seconds }) => {
  /** @type {number[]} */
  const times = []
  const until = performance.now() + seconds * 1000
  await Promise.all(
    tokens.slice(0, 10).map(async (token, index) => {
      while (performance.now() < until) {
        const start = performance.now()
        await ask(`${url}/api/articles?draft=true&depth=0`, token, {
          method: 'POST',
          body: { headline: `Made by ${index} at ${start}`, standfirst: 'A new story.' },
        })
        times.push(performance.now() - start)
      }
    }),
  )
  return { ...summary(times), perSecond: Math.round(times.length / seconds) }
}

/**
 * How long one reader and one editor wait, one request after the other.
 *
 * @param {Setting & { slug: string, stories: number }} run
 */
export const reads = async ({ url, tokens, seconds, slug, stories }) => {
  /** Far from each other, and none twice before all were asked for. */
  const spread = (/** @type {number} */ turn) => 1 + ((turn * 7919) % stories)
  const targets = {
    'reader, a story not in memory': (/** @type {number} */ turn) =>
      `${url}/v1/articles/${slug}-${spread(turn)}`,
    'editor, the list of 25': () => `${url}/api/articles?draft=true&limit=25&depth=0`,
    'editor, a story': (/** @type {number} */ turn) =>
      `${url}/api/articles/${loadedStoryId(spread(turn))}?draft=true&depth=0`,
  }
  /** @type {Record<string, Times>} */
  const found = {}
  for (const [name, target] of Object.entries(targets)) {
    /** @type {number[]} */
    const times = []
    const until = performance.now() + (seconds * 1000) / 3
    for (let turn = 0; performance.now() < until && turn < 400; turn += 1) {
      const start = performance.now()
      await ask(target(turn), tokens[0] ?? '')
      times.push(performance.now() - start)
    }
    found[name] = summary(times)
  }
  return found
}
