/** Notices by mail, with a real mail server at the other end: once each, to who chose it, whatever happens in between. */
import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { mailDue } from '#src/jobs/mail.ts'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let rosa: Person
let ana: Person
let port = 0
let server: SMTPServer
let received: ParsedMail[] = []
/** What the server answers to an address. */
let answerTo: (address: string) => Error | null = () => null

const listen = async (): Promise<void> => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => done(answerTo(address)),
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        received.push(mail)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  port = (server.server.address() as AddressInfo).port
}
const goAway = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()))

beforeAll(async () => {
  await listen()
  room = await openNewsroom({
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'The Desk <desk@newsroom.example>' },
  })
  rosa = await room.makeUser('reporter', 'Rosa')
  ana = await room.makeUser('editor', 'Ana')
})
afterAll(async () => {
  await room.close()
  await goAway()
})
beforeEach(async () => {
  await work()
  received = []
  answerTo = () => null
})

/** What a worker does at this time; `hours` from now. */
const work = (hours = 0): ReturnType<typeof mailDue> => {
  const now = new Date(Date.now() + hours * 3_600_000)
  return mailDue(room.payload, { publicUrl: 'https://desk.newsroom.example', now: () => now })
}
const assign = async (headline: string): Promise<string> => {
  const { id } = await room.makeArticle({ headline, standfirst: 'Qzxvwords of the draft.' }, ana)
  await room.saveDraft(id, { assignee: rosa.id }, ana)
  return id
}
const jobsIn = async (state: string): Promise<Json[]> =>
  (
    await room.payload.find({
      collection: 'jobs',
      where: { and: [{ kind: { equals: 'mail' } }, { state: { equals: state } }] },
      depth: 0,
      overrideAccess: true,
    })
  ).docs
const choose = (who: Person, mailFor: string[]): Promise<unknown> =>
  room.rest(who, 'PATCH', `/api/users/${who.id}`, { mailFor })

it('a notice comes by mail once, with the headline and a link and no word of the story', async () => {
  const id = await assign('“Ça va” & <other> words')
  expect(await work()).toEqual({ count: 1, sent: 1 })
  expect(await work(100)).toEqual({ count: 0, sent: 0 })
  expect(received).toHaveLength(1)
  const [mail] = received as [ParsedMail]
  expect(mail.subject).toBe('Ana gave you ““Ça va” & <other> words”')
  expect(mail.from?.text).toBe('"The Desk" <desk@newsroom.example>')
  expect(mail.to).toMatchObject({ text: `"Rosa" <${rosa.email}>` })
  expect(mail.text).toContain(`https://desk.newsroom.example/admin/collections/articles/${id}`)
  expect(mail.text).toContain('A story is given to me')
  expect(mail.html).toContain('&#38; &#60;other&#62;')
  expect(`${mail.text} ${String(mail.html)}`).not.toContain('Qzxv')
  const header = (name: string): unknown => mail.headerLines.find(({ key }) => key === name)?.line
  expect(header('auto-submitted')).toBe('Auto-Submitted: auto-generated')
  expect(header('list-id')).toContain('<notices.desk.newsroom.example>')
  expect(header('list-unsubscribe')).toContain('<https://desk.newsroom.example/admin/account>')
  expect(mail.messageId).toMatch(/^<notice\.[\w-]+@desk\.newsroom\.example>$/)
  expect(mail.references).toBe(`<story.${id}@desk.newsroom.example>`)
})

it('what could not be sent while the server was away is sent when it is back, once', async () => {
  await assign('The harbour')
  await goAway()
  expect(await work()).toEqual({ count: 1, sent: 0 })
  // Not at once again: it waits, and longer each time.
  expect(await work()).toEqual({ count: 0, sent: 0 })
  for (let hours = 2; hours <= 40; hours += 2) {
    expect(await work(hours)).toEqual({ count: 1, sent: 0 })
  }
  const [waiting] = await jobsIn('waiting')
  expect(waiting).toMatchObject({ attempts: 21 })
  expect(waiting.lastError).toContain('ECONNREFUSED')
  await listen()
  expect(await work(42)).toEqual({ count: 1, sent: 1 })
  expect(received).toHaveLength(1)
  expect(await work(100)).toEqual({ count: 0, sent: 0 })
})

it('a worker that died with a mail leaves it to the next one, under the same Message-ID', async () => {
  await assign('The harbour')
  const [job] = await jobsIn('waiting')
  // As a process leaves it that is killed after sending and before noting it.
  await room.payload.db.updateOne({
    collection: 'jobs',
    where: { id: { equals: job.id } },
    data: {
      state: 'running',
      attempts: 1,
      leaseOwner: 'dead',
      leaseUntil: new Date(Date.now() + 60_000).toISOString(),
    },
  })
  expect(await work()).toEqual({ count: 0, sent: 0 })
  expect(await work(1)).toEqual({ count: 1, sent: 1 })
  expect(received[0]?.messageId).toContain(job.payload.notice)
})

it('an address that the server refuses is given up, with its reason, and does not keep others waiting', async () => {
  answerTo = () => Object.assign(new Error('No such person here'), { responseCode: 550 })
  await assign('The harbour')
  await work()
  expect(await work(100)).toEqual({ count: 0, sent: 0 })
  expect(await jobsIn('failed')).toMatchObject([
    { attempts: 1, lastError: expect.stringContaining('No such person here') },
  ])
})

it('nobody gets what they did not choose, also when they chose it after the notice was made', async () => {
  await choose(rosa, ['mention'])
  await assign('The harbour')
  expect(await work()).toEqual({ count: 0, sent: 0 })
  await choose(rosa, ['assigned'])
  await assign('The harbour')
  await choose(rosa, [])
  expect(await work()).toEqual({ count: 1, sent: 0 })
  expect(received).toEqual([])
  await choose(rosa, ['assigned'])
})

it('what was read in the panel meanwhile, or whose story or reader is gone, is not sent', async () => {
  await assign('Read')
  await room.rest(rosa, 'POST', '/api/notifications/read', { all: true })
  const gone = await assign('In the trash')
  await room.rest(ana, 'PATCH', `/api/articles/${gone}`, { deletedAt: new Date().toISOString() })
  await assign('For somebody who works on no stories any more')
  await room.payload.update({
    collection: 'users',
    id: rosa.id,
    data: { roles: ['admin'] },
    depth: 0,
    overrideAccess: true,
  })
  const { sent } = await work()
  expect(sent).toBe(0)
  expect(received).toEqual([])
})
