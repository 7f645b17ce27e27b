/** A server that knows a mail server sends the notices of its people by itself, while everything else goes on. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, it } from 'vitest'
import { openServer } from '#tests/support/server.ts'

it('mails a notice by itself, and publishing does not wait for a mail server that says nothing', async () => {
  const recipients: string[] = []
  let isSilent = true
  let letGo: (() => void)[] = []
  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const take = (): void => {
        recipients.push(address)
        done()
      }
      if (isSilent) letGo.push(take)
      else take()
    },
    onData: (stream, _session, done) => void stream.resume().on('end', () => done()),
  })
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve))
  const { port } = mail.server.address() as AddressInfo
  const room = await openServer({ SMTP_URL: `smtp://127.0.0.1:${port}` })
  try {
    const rosa = await room.makeUser('reporter', 'Rosa')
    const ana = await room.makeUser('editor', 'Ana')
    const { id } = await room.makeArticle({}, rosa)
    await room.saveDraft(id, { assignee: rosa.id }, ana)
    await expect.poll(() => letGo.length, { timeout: 15_000 }).toBe(1)
    // While that mail is under way, a story goes out.
    await room.publish(id, {}, ana)
    expect((await room.rows()).map(({ event }) => event)).toEqual(['publish'])
    isSilent = false
    for (const go of letGo) go()
    letGo = []
    // The one that waited, and the one of the publication.
    await expect.poll(() => recipients, { timeout: 20_000 }).toEqual([rosa.email, rosa.email])
  } finally {
    await room.close()
    await new Promise<void>((resolve) => mail.close(() => resolve()))
  }
})
