/** The minute of a scheduled story, with processes that die in it and processes that race for it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publishDue } from '#src/jobs/publishDue.ts'
import { runFile, untilPrinted, type Child } from '#tests/support/childProcess.ts'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'
import { childEnvironment } from '#tests/support/serverChild.ts'

const at = '2030-01-01T10:00:00.000Z'

let room: Newsroom
let editor: Person
const children: Child[] = []

beforeAll(async () => {
  room = await openNewsroom()
  editor = await room.makeUser('editor')
})
afterAll(() => room.close())
beforeEach(() => room.payload.db.deleteMany({ collection: 'jobs', where: {} }))
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.process.kill('SIGKILL')
    await child.ended
  }
})

const startWorker = async (how: string): Promise<Child> => {
  const child = runFile('tests/database/publishWorker.ts', [at, how], childEnvironment(room.config))
  children.push(child)
  await untilPrinted(child, 'ready')
  return child
}
const schedule = async (): Promise<string> => {
  const { id } = await room.makeArticle({ headline: 'At ten' })
  const verb = (name: string, body: unknown) =>
    room.rest(editor, 'POST', `/api/articles/${id}/${name}`, body)
  expect((await verb('approve', {})).status).toBe(200)
  expect((await verb('schedule', { at })).status).toBe(200)
  return id
}
const eventsOf = async (id: string) =>
  (await room.rows()).filter((row) => row.articleId === id).map(({ event }) => event)

describe('a scheduled story', () => {
  it('whose process is killed across its minute goes out once, late, and the record says so', async () => {
    const id = await schedule()
    const doomed = await startWorker('to the middle')
    doomed.process.kill('SIGUSR2')
    await untilPrinted(doomed, 'in the middle of published')
    doomed.process.kill('SIGKILL')
    await doomed.ended
    expect(await eventsOf(id)).toEqual([])
    expect((await room.newest(id)).state).toBe('scheduled')
    // The dead one's claim still holds for a while: nobody begins the same work twice.
    expect(await publishDue(room.payload, new Date('2030-01-01T10:00:30.000Z'))).toEqual([])
    const restarted = new Date('2030-01-01T10:03:10.000Z')
    expect(await publishDue(room.payload, restarted)).toMatchObject([
      { article: id, outcome: 'published', lateMinutes: 3 },
    ])
    expect(await publishDue(room.payload, restarted)).toEqual([])
    expect(await eventsOf(id)).toEqual(['publish'])
    const { docs } = await room.payload.find({
      collection: 'activity',
      where: { and: [{ subjectId: { equals: id } }, { verb: { equals: 'publish late' } }] },
      depth: 0,
      overrideAccess: true,
    })
    expect(docs.map(({ summary }) => summary)).toEqual(['“At ten” went out 3 minutes late'])
  }, 60_000)

  it('goes out once when two processes begin at its minute', async () => {
    const ids = [await schedule(), await schedule(), await schedule()]
    const both = [await startWorker('to the end'), await startWorker('to the end')]
    for (const child of both) child.process.kill('SIGUSR2')
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0])
    for (const id of ids) expect(await eventsOf(id)).toEqual(['publish'])
    const sent = both.map((child) => Number(/sent out (\d+)/.exec(child.output())?.[1]))
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(ids.length)
  }, 60_000)
})
