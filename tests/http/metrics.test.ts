/** What the monitoring reads: behind a token, on a port of its own, and without a name of anything in it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort } from '#src/cli/freePort.ts'
import { tellOutcome } from '#src/jobs/outcomes.ts'
import { createMetrics } from '#src/server/metrics.ts'
import { openServer, type RunningNewsroom } from '#tests/support/server.ts'

const token = 'metrics-token-of-more-than-32-characters'
const bearer = { authorization: `Bearer ${token}` }

let room: RunningNewsroom
let port: number

beforeAll(async () => {
  port = await freePort({ host: '127.0.0.1', port: 0 })
  room = await openServer({ METRICS_TOKEN: token, METRICS_PORT: String(port) })
})
afterAll(() => room.close())

const scrape = async (): Promise<string> => {
  const answer = await room.ask('/metrics', { headers: bearer })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('version=0.0.4')
  return answer.text()
}
const valueOf = (text: string, metric: string): number | null => {
  const line = text.split('\n').find((one) => one.startsWith(`${metric} `))
  return line === undefined ? null : Number(line.slice(metric.length + 1))
}
const requests = (text: string, route: string, method: string, status: string): number =>
  valueOf(
    text,
    `verbatim_http_requests_total{route="${route}",method="${method}",status="${status}"}`,
  ) ?? 0

it('opens to the token alone, on both ports', async () => {
  const own = `http://127.0.0.1:${port}/metrics`
  for (const url of [`${room.origin}/metrics`, own]) {
    for (const authorization of ['', 'Bearer ', 'Bearer wrong', `Basic ${token}`, `${token}`]) {
      const refused = await fetch(url, { headers: { authorization } })
      expect(refused.status).toBe(401)
      expect(refused.headers.get('www-authenticate')).toContain('Bearer')
      expect(await refused.text()).toBe('')
    }
    expect((await fetch(url, { headers: bearer })).status).toBe(200)
    expect((await fetch(url, { method: 'POST', headers: bearer })).status).toBe(405)
  }
  expect((await fetch(`http://127.0.0.1:${port}/v1`, { headers: bearer })).status).toBe(404)
})

it('counts requests by route, method and class of status, whichever side answers', async () => {
  const before = await scrape()
  await room.ask('/v1/articles/no-such-story')
  await room.ask('/v1/articles/another-one?fields=id')
  await room.ask('/articles/nothing-here', { method: 'HEAD' })
  await room.ask('/api/users/me')
  await room.ask('/wp-login.php')
  const after = await scrape()
  const grown = (...labels: [string, string, string]) =>
    requests(after, ...labels) - requests(before, ...labels)
  expect(grown('/v1/articles/{slugOrId}', 'GET', '4xx')).toBe(2)
  expect(grown('/articles/{slug}', 'HEAD', '4xx')).toBe(1)
  expect(grown('/api', 'GET', '2xx')).toBe(1)
  expect(grown('other', 'GET', '4xx')).toBe(1)
  expect(after).not.toMatch(/no-such-story|another-one|nothing-here|wp-login/)
})

it('counts answers from memory and computed ones, and what they take', async () => {
  const before = await scrape()
  await (await room.ask('/v1/sections')).text()
  await (await room.ask('/v1/sections')).text()
  const after = await scrape()
  const grown = (result: string): number => {
    const metric = `verbatim_reader_cache_answers_total{result="${result}"}`
    return (valueOf(after, metric) ?? 0) - (valueOf(before, metric) ?? 0)
  }
  expect([grown('miss'), grown('hit')]).toEqual([1, 1])
  expect(valueOf(after, 'verbatim_reader_cache_bytes')).toBeGreaterThan(0)
})

it('shows the ledger, the jobs, the notifications and the process', async () => {
  const article = await room.makeArticle()
  await room.publish(article.id)
  const failed = { kind: 'test', key: 'metrics', runAt: '2026-01-01T00:00:00.000Z', attempts: 8 }
  await room.payload.db.create({ collection: 'jobs', data: { ...failed, state: 'failed' } })
  tellOutcome({ kind: 'webhook', outcome: 'given up', durationMs: 40 })
  const text = await scrape()
  expect(valueOf(text, 'verbatim_ledger_seq')).toBe(await room.ledger.head())
  expect(valueOf(text, 'verbatim_ledger_seq')).toBeGreaterThan(0)
  expect(valueOf(text, 'verbatim_jobs{state="failed"}')).toBe(1)
  expect(valueOf(text, 'verbatim_jobs{state="waiting"}')).not.toBeNull()
  const given = 'verbatim_notifications_total{kind="webhook",outcome="given_up"}'
  expect(valueOf(text, given)).toBe(1)
  expect(text).toContain(
    'verbatim_notification_duration_seconds_bucket{le="0.05",kind="webhook"} 1',
  )
  expect(text).toContain('nodejs_eventloop_lag_seconds')
  expect(text).toContain('process_cpu_seconds_total')
})

it('leaves out what cannot be read, says so, and shows the rest', async () => {
  const errors: unknown[] = []
  const fail = () => Promise.reject(new Error('The database is away'))
  const metrics = createMetrics({
    cacheCounts: () => ({ hits: 3, misses: 4 }),
    cacheBytes: () => 5,
    ledgerHead: fail,
    countJobs: fail,
    behind: fail,
    onError: (err) => errors.push(err),
  })
  const { text } = await metrics.read()
  metrics.close()
  expect(errors).toHaveLength(3)
  expect(valueOf(text, 'verbatim_ledger_seq')).toBeNull()
  expect(valueOf(text, 'verbatim_jobs{state="waiting"}')).toBeNull()
  expect(valueOf(text, 'verbatim_reader_cache_bytes')).toBe(5)
})
