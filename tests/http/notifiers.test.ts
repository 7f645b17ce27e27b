/** A server that was told of a cache in front and of a hub tells them, and shows how far it got. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { openServer } from '#tests/support/server.ts'

it('purges the cache in front by itself after a publication, and its feeds name the hub', async () => {
  const purged: string[] = []
  const cache = createServer((req, res) => {
    purged.push(String(req.headers['surrogate-key']))
    req.resume().on('end', () => res.end())
  })
  await new Promise<void>((resolve) => cache.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(cache.address() as AddressInfo).port}`
  const token = 'metrics-token-of-more-than-32-characters'
  const room = await openServer({
    PURGE_URL: `${origin}/purge`,
    WEBSUB_HUB: `${origin}/hub`,
    METRICS_TOKEN: token,
  })
  try {
    await expect.poll(() => room.payload.kv.has('verbatim:follower:purge')).toBe(true)
    const article = await room.makeArticle()
    await room.publish(article.id)
    await expect.poll(() => purged.join(' '), { timeout: 10_000 }).toContain(`story-${article.id}`)
    const feed = await room.ask('/corrections.json')
    expect(feed.headers.get('link')).toContain(`<${origin}/hub>; rel="hub"`)
    const scrape = async () => {
      const answer = await room.ask('/metrics', { headers: { authorization: `Bearer ${token}` } })
      return answer.text()
    }
    await expect.poll(scrape).toContain('verbatim_notifications_behind{kind="purge"} 0')
  } finally {
    await room.close()
    cache.closeAllConnections()
    cache.close()
  }
})
