/** A server that is stopped while a receiver lets it wait ends at once, and the next one sends the message again. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { currentSealingKeys } from '#src/config.ts'
import { freePort } from '#src/cli/freePort.ts'
import { deliverTo } from '#src/jobs/webhooks.ts'
import { runFile, untilPrinted } from '#tests/support/childProcess.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import { childEnvironment } from '#tests/support/serverChild.ts'

it('breaks off what is under way without holding it against the receiver', async () => {
  const waiting: ServerResponse[] = []
  const ids: string[] = []
  let hangs = true
  const hook = createServer((req, res) => {
    ids.push(String(req.headers['webhook-id']))
    if (hangs) waiting.push(res)
    else res.end()
  })
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`
  const room = await openNewsroom()
  const port = await freePort({ host: '127.0.0.1', port: 0 })
  const server = runFile('tests/support/serverProcess.ts', [], {
    ...childEnvironment(room.config),
    PORT: String(port),
    WEBHOOK_PRIVATE: '1',
  })
  try {
    await untilPrinted(server, 'ready')
    const admin = await room.makeUser('admin')
    const { json } = await room.rest(admin, 'POST', '/api/subscriptions', { name: 'Slow', url })
    const { id } = json.doc
    await room.rest(admin, 'POST', `/api/subscriptions/${id}/rotate`)
    const article = await room.makeArticle()
    await room.publish(article.id)
    await expect.poll(() => ids.length, { timeout: 30_000 }).toBe(1)
    server.process.kill('SIGTERM')
    expect(await server.ended).toBe(0)

    const left = await room.payload.findByID({
      collection: 'subscriptions',
      id,
      depth: 0,
      overrideAccess: true,
    })
    expect([left.attempts, left.lastError ?? null, left.nextAttemptAt ?? null]).toEqual([
      0,
      null,
      null,
    ])
    hangs = false
    const delivered = await deliverTo(id, {
      payload: room.payload,
      ledger: room.ledger,
      publicUrl: room.config.publicUrl,
      mayBePrivate: true,
      sealingKeys: () => currentSealingKeys(room.config).all,
    })
    expect(delivered).toBe(1)
    expect(ids).toEqual([ids[0], ids[0]])
  } finally {
    server.process.kill('SIGKILL')
    await server.ended
    hook.closeAllConnections()
    hook.close()
    await room.close()
  }
}, 120_000)
