/** The newsroom's side of `npm run bench`: a server on a newsroom of 1,000 and of 100,000 stories. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { autosaves, creates, reads, signInEditors } from './editors.mjs'
import { loadStories } from './loadStories.mjs'

/** The panel saves two seconds after somebody stops typing. */
const PANEL_MS = 2000

/**
 * @param {{ root: string, sizes: number[], seconds: number, say: (line: string) => void, show: (result: object) => void }} options
 * @returns {Promise<object[]>} one entry for each size
 */
export const measureWrites = async ({ root, sizes, seconds, say, show }) => {
  const { startNewsroom } = await import('../support/startNewsroom.mjs')
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-writes-'))
  const results = []
  try {
    const first = await startNewsroom({ root, folder })
    const account = first.addresses.account
    const tokens = await signInEditors({
      url: first.addresses.url,
      account: must(account),
      count: 50,
    })
    await first.stop()
    for (const stories of sizes) {
      say(`loading ${stories} stories`)
      const { slug } = loadStories({ file: path.join(folder, 'data/verbatim.db'), count: stories })
      const newsroom = await startNewsroom({ root, folder })
      const setting = { url: newsroom.addresses.url, tokens, seconds, slug, stories }
      try {
        const handles = { before: openFiles(newsroom.pid), after: 0 }
        const quiet = await reads(setting)
        /** @type {Record<string, object>} */
        const saves = {}
        for (const editors of [1, 20, 50]) {
          say(`${stories} stories, ${editors} editors`)
          saves[`${editors} as the panel saves`] = await autosaves({
            ...setting,
            seconds: Math.max(seconds, 6),
            editors,
            everyMs: PANEL_MS,
          })
          saves[`${editors} without a pause`] = await autosaves({ ...setting, editors, everyMs: 0 })
        }
        const created = await creates(setting)
        const [busy] = await Promise.all([
          reads(setting),
          autosaves({ ...setting, editors: 20, everyMs: 0 }),
        ])
        handles.after = openFiles(newsroom.pid)
        const result = {
          stories,
          readyMs: Math.round(newsroom.readyMs),
          memory: newsroom.memory(),
          handles,
          saves,
          created,
          reads: { quiet, busy },
        }
        results.push(result)
        show(result)
      } finally {
        await newsroom.stop()
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return results
}

/** @template T @param {T | null} value */
const must = (value) => {
  if (value === null) throw new Error('The first start made no account.')
  return value
}

/** Open files of a process; 0 where the system does not tell. */
const openFiles = (/** @type {number | undefined} */ pid) =>
  process.platform === 'linux' ? readdirSync(`/proc/${pid}/fd`).length : 0

/** A table for people. @param {any[]} results */
export const printWrites = (results) => {
  const lines = results.flatMap(
    ({ stories, readyMs, memory, handles, saves, created, reads: read }) => [
      '',
      `${stories} stories: ready in ${readyMs} ms, ${memory ?? '?'} MB, open files ${handles.before} before and ${handles.after} after`,
      row('autosaves by', 'p50 ms', 'p95 ms', 'max ms', 'saves/s', 'lost'),
      ...Object.entries(saves).map(([name, one]) =>
        row(name, one.p50, one.p95, one.max, one.savesPerSecond, one.lost),
      ),
      row('new stories, 10 editors', created.p50, created.p95, created.max, created.perSecond, ''),
      row('reads, one after the other', 'p50 ms', 'p95 ms', 'max ms', '', ''),
      ...['quiet', 'busy'].flatMap((state) =>
        Object.entries(read[state]).map(([name, one]) =>
          row(
            `${name}${state === 'busy' ? ', while 20 save' : ''}`,
            one.p50,
            one.p95,
            one.max,
            '',
            '',
          ),
        ),
      ),
    ],
  )
  process.stdout.write(`${lines.join('\n')}\n`)
}

const row = (/** @type {unknown[]} */ ...[name, ...cells]) =>
  `${String(name).padEnd(48)}${cells.map((cell) => String(cell).padStart(9)).join('')}`
