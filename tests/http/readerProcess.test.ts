/** A further process for readers on the same file: it shows what the server publishes, and changes nothing. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort } from '#src/cli/freePort.ts'
import { runFile, untilPrinted, type Child } from '#tests/support/childProcess.ts'
import { isOnMongo, type Json } from '#tests/support/newsroom.ts'
import { openServer, type RunningNewsroom } from '#tests/support/server.ts'
import { childEnvironment } from '#tests/support/serverChild.ts'

let room: RunningNewsroom
let reader: Child
let origin: string
const token = 'metrics-token-of-more-than-32-characters'

const startReader = async (env: Record<string, string> = {}): Promise<Child> =>
  runFile('src/cli/main.ts', ['serve', '--reader', '--json'], {
    ...childEnvironment(room.config),
    PUBLIC_URL: room.config.publicUrl,
    HOST: '127.0.0.1',
    METRICS_TOKEN: token,
    ...env,
  })

beforeAll(async () => {
  room = await openServer()
  const port = await freePort({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${port}`
  reader = await startReader({ PORT: String(port) })
  await untilPrinted(reader, '"at"')
}, 120_000)
afterAll(async () => {
  reader.process.kill('SIGKILL')
  await reader.ended
  await room.close()
})

const ask = (path: string, init: RequestInit = {}) => fetch(origin + path, init)
const headlines = async (path = '/v1/articles'): Promise<string[]> => {
  const { data }: Json = await (await ask(path)).json()
  return data.map((one: { headline: string }) => one.headline)
}

it('shows what the server publishes, changes and withdraws, in pages, lists and queries alike', async () => {
  expect(await headlines()).toEqual([])
  const article = await room.makeArticle({ headline: 'Wheat prices climb' })
  await room.publish(article.id)
  await expect.poll(() => headlines()).toEqual(['Wheat prices climb'])
  await room.publish(article.id, { headline: 'Wheat prices fall' })
  await expect.poll(() => headlines()).toEqual(['Wheat prices fall'])
  const { slug } = await room.newest(article.id)
  const here = await room.ask(`/articles/${slug}`)
  const there = await ask(`/articles/${slug}`)
  expect(there.status).toBe(200)
  expect(await there.text()).toBe(await here.text())
  expect(there.headers.get('etag')?.slice(0, 20)).toBe(here.headers.get('etag')?.slice(0, 20))
  const query = encodeURIComponent('{ articles { nodes { headline } } }')
  expect(await (await ask(`/graphql?query=${query}`)).text()).toContain('Wheat prices fall')
  const chief = await room.makeUser('chief')
  const reason = 'The figures were made up.'
  await room.rest(chief, 'POST', `/api/articles/${article.id}/retract`, { reason })
  await expect.poll(async () => (await ask(`/v1/articles/${slug}`)).status).toBe(410)
})

it('takes keys, and refuses those the server took back', async () => {
  const admin = await room.makeUser('admin')
  const { doc } = (await room.rest(admin, 'POST', '/api/consumers', { name: 'App' })).json
  const status = async () =>
    (await ask('/v1/articles', { headers: { authorization: `Bearer ${doc.key}` } })).status
  expect(await status()).toBe(200)
  await room.rest(admin, 'PATCH', `/api/consumers/${doc.id}`, { isRevoked: true })
  await expect.poll(status, { timeout: 10_000 }).toBe(401)
})

it('has nothing that could change anything, and its database refuses', async () => {
  const json = { 'content-type': 'application/json' }
  for (const path of [
    '/api/articles',
    '/api/users/login',
    '/api/graphql',
    '/admin',
    '/preview/x',
  ]) {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const body = method === 'POST' ? '{"email":"a@b.example","password":"x"}' : null
      expect((await ask(path, { method, headers: json, body })).status, path).toBe(404)
    }
  }
  expect((await ask('/v1/articles', { method: 'POST', headers: json, body: '{}' })).status).toBe(
    405,
  )
  expect((await ask('/healthz')).status).toBe(200)
  expect((await ask('/readyz')).status).toBe(200)
})

it('tells how long publications took to be visible', async () => {
  const article = await room.makeArticle({ headline: 'One more' })
  await room.publish(article.id)
  await expect.poll(() => headlines()).toContain('One more')
  const metrics = await (
    await ask('/metrics', { headers: { authorization: `Bearer ${token}` } })
  ).text()
  const count = Number(/verbatim_publish_visible_seconds_count (\d+)/.exec(metrics)?.[1])
  expect(count).toBeGreaterThan(0)
  expect(metrics).toContain('verbatim_http_requests_total{route="/v1/articles"')
})

it.skipIf(isOnMongo)(
  'makes no database where there is none',
  async () => {
    const lost = await startReader({ PORT: '0', DATABASE_URL: `file:${room.folder}/none.db` })
    expect(await lost.ended).toBe(1)
    expect(lost.output()).toContain('Start the newsroom itself first')
  },
  120_000,
)

it('ends well when it is told to stop', async () => {
  const port = await freePort({ host: '127.0.0.1', port: 0 })
  const other = await startReader({ PORT: String(port) })
  await untilPrinted(other, '"at"')
  other.process.kill('SIGTERM')
  expect(await other.ended).toBe(0)
}, 120_000)
