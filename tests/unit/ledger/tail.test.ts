/** Listening to another process's rows: what happens when the stream breaks, hangs, or does not exist. */
import { EventEmitter, once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { startTail, type AppendStream, type Tail } from '#src/ledger/tail.ts'

/** A database with streams of its own: the test says what each of them does. */
const fakeDatabase = () => {
  const events = new EventEmitter()
  const opened: { after: unknown; isClosed: boolean; feed: EventEmitter }[] = []
  let looks = 0
  let now = 0
  const waits: number[] = []
  const open = (after: unknown): AppendStream => {
    const feed = new EventEmitter()
    const own = { after, isClosed: false, feed }
    opened.push(own)
    let token: unknown = null
    return {
      async hasNews() {
        events.emit('asked', opened.length)
        const [news, next] = (await once(feed, 'answer')) as [boolean, unknown]
        token = next
        return news
      },
      resumeToken: () => token,
      close() {
        own.isClosed = true
        if (feed.listenerCount('error') > 0) feed.emit('error', new Error('closed'))
        return Promise.resolve()
      },
    }
  }
  const last = () => {
    const stream = opened.at(-1)
    if (!stream) throw new Error('No stream was opened')
    return stream
  }
  return {
    opened,
    waits,
    looks: () => looks,
    pass: (ms: number) => (now += ms),
    start: (over: Partial<Parameters<typeof startTail>[0]> = {}): Tail =>
      startTail({
        open,
        look() {
          looks += 1
          return Promise.resolve()
        },
        isUnsupported: (error) => (error as Error | null)?.message === 'unsupported',
        random: () => 0.5,
        wait(ms) {
          waits.push(ms)
          return Promise.resolve()
        },
        clock: () => now,
        ...over,
      }),
    /** Lets the newest stream answer, and returns when the tail has asked again. */
    async answer(news: boolean, token: unknown = null) {
      const asked = once(events, 'asked')
      last().feed.emit('answer', news, token)
      await asked
    },
    /** Breaks the newest stream, and returns when the next one is asked. */
    async fail(message = 'the primary went away') {
      const asked = once(events, 'asked')
      last().feed.emit('error', new Error(message))
      await asked
    },
    /** Breaks the newest stream for good. */
    failLast(message: string) {
      last().feed.emit('error', new Error(message))
    },
  }
}

describe('a tail', () => {
  it('looks once after the stream is open, and then at news alone', async () => {
    const database = fakeDatabase()
    const tail = database.start()
    expect(database.looks()).toBe(0)
    await database.answer(false)
    expect(database.looks()).toBe(1)
    await database.answer(false)
    expect(database.looks()).toBe(1)
    await database.answer(true)
    expect(database.looks()).toBe(2)
    await tail.close()
  })

  it('goes on from its place after an error, and looks again, for what came in between', async () => {
    const database = fakeDatabase()
    const tail = database.start()
    await database.answer(false, 'place 1')
    await database.answer(true, 'place 2')
    await database.fail()
    expect(database.opened.map(({ after }) => after)).toEqual([null, 'place 2'])
    expect(database.opened[0]?.isClosed).toBe(true)
    const before = database.looks()
    await database.answer(false)
    expect(database.looks()).toBe(before + 1)
    await tail.close()
  })

  it('forgets a place that the server no longer knows', async () => {
    const database = fakeDatabase()
    const tail = database.start()
    await database.answer(true, 'an old place')
    await database.fail()
    await database.fail('the resume point may no longer be in the oplog')
    expect(database.opened.map(({ after }) => after)).toEqual([null, 'an old place', null])
    await tail.close()
  })

  it('waits longer after each opening that failed, up to ten seconds, and not in step with others', async () => {
    const database = fakeDatabase()
    const tail = database.start()
    for (let turn = 0; turn < 8; turn += 1) await database.fail()
    expect(database.waits).toEqual([375, 750, 1500, 3000, 6000, 7500, 7500, 7500])
    await database.answer(false)
    await database.fail()
    expect(database.waits.at(-1)).toBe(187.5)
    await tail.close()
  })

  it('is live only while the stream is open and heard of', async () => {
    const database = fakeDatabase()
    const tail = database.start()
    expect(tail.isLive()).toBe(false)
    await database.answer(false)
    expect(tail.isLive()).toBe(true)
    database.pass(4_999)
    expect(tail.isLive()).toBe(true)
    database.pass(1)
    expect(tail.isLive()).toBe(false)
    await database.answer(false)
    expect(tail.isLive()).toBe(true)
    await database.fail()
    expect(tail.isLive()).toBe(false)
    await tail.close()
  })

  it('opens again when the ledger itself could not be asked', async () => {
    const database = fakeDatabase()
    let isAway = true
    const tail = database.start({
      look: () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve()),
    })
    await database.answer(true)
    expect(database.opened).toHaveLength(2)
    isAway = false
    await database.answer(true)
    expect(database.opened).toHaveLength(2)
    expect(tail.isLive()).toBe(true)
    await tail.close()
  })

  it('ends where there are no change streams, and leaves it to whoever polls', async () => {
    const database = fakeDatabase()
    const tail = database.start()
    database.failLast('unsupported')
    await tail.close()
    expect(database.opened).toHaveLength(1)
    expect(database.waits).toEqual([])
    expect(tail.isLive()).toBe(false)
  })

  it('closes at once, while it waits for news', async () => {
    const database = fakeDatabase()
    const tail = database.start()
    await database.answer(false)
    await tail.close()
    expect(database.opened).toHaveLength(1)
    expect(database.opened[0]?.isClosed).toBe(true)
    expect(tail.isLive()).toBe(false)
  })
})
