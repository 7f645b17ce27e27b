/** What the server may refuse for a moment is made again, from the start, and leaves one trace. */
import { MongoNetworkError, MongoServerError } from 'mongodb'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { commitSurely } from '#src/database/commitSurely.ts'
import { asAppError, isUnsure } from '#src/database/databaseErrors.ts'
import { canFail, failNext, stopFailing } from '#tests/support/failPoints.ts'
import { freshDatabase, providedMongo } from '#tests/support/mongo.ts'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

const mongo = providedMongo()
const canBeTold = mongo !== null && (await canFail(mongo.url))

describe.skipIf(!canBeTold)(`on a MongoDB that can be told to fail (${mongo?.kind})`, () => {
  const url = mongo?.url ?? ''
  let newsroom: Newsroom
  let reporter: Person

  beforeAll(async () => {
    newsroom = await openNewsroom({ env: { DATABASE_URL: mongo ? freshDatabase(mongo) : '' } })
    reporter = await newsroom.makeUser('reporter')
  })
  afterEach(() => stopFailing(url))
  afterAll(() => newsroom?.close())

  const make = (headline: string) =>
    newsroom.rest(reporter, 'POST', '/api/articles?draft=true', { headline })
  const stored = async (headline: string): Promise<number> => {
    const where = { headline: { equals: headline } }
    const options = { draft: true, depth: 0, overrideAccess: true } as const
    return (await newsroom.payload.find({ collection: 'articles', where, ...options })).totalDocs
  }

  it('a write that collided is made again', async () => {
    await failNext(url, { commands: ['insert'], times: 2, errorCode: 112, ...transient })
    const made = await make('Collided twice')
    expect(made.status, made.text).toBe(201)
    expect(await stored('Collided twice')).toBe(1)
  })

  it('a write of GraphQL that collided is made again', async () => {
    await failNext(url, { commands: ['insert'], times: 2, errorCode: 112, ...transient })
    const query = 'mutation { createAuthor(data: { name: "Once more" }) { name } }'
    const made = await newsroom.graphql(reporter, query)
    expect(made.json.errors).toBeUndefined()
    const where = { name: { equals: 'Once more' } }
    const options = { collection: 'authors', where, overrideAccess: true } as const
    expect((await newsroom.payload.count(options)).totalDocs).toBe(1)
  })

  it('a commit whose answer was lost is asked for again, and made once', async () => {
    await failNext(url, { commands: ['commitTransaction'], times: 3, closeConnection: true })
    const made = await make('Answered late')
    expect(made.status, made.text).toBe(201)
    expect(await stored('Answered late')).toBe(1)
  })

  it('a save that never gets through is refused, and nothing of it is stored', async () => {
    await failNext(url, { commands: ['insert'], times: 1000, errorCode: 112, ...transient })
    const made = await make('Never')
    await stopFailing(url)
    expect(made.status).toBe(503)
    expect(made.headers.get('retry-after')).toBe('2')
    expect(made.text).toContain('Nothing was saved')
    expect(await stored('Never')).toBe(0)
  })
})

const transient = { errorLabels: ['TransientTransactionError'] }

/** The driver's own errors, thrown where its session would throw them. */
const adapterThat = (...outcomes: (Error | null)[]) => {
  const left = [...outcomes]
  const asked: string[] = []
  const commitTransaction = () => {
    asked.push('commit')
    const error = left.shift()
    return error ? Promise.reject(error) : Promise.resolve()
  }
  const session = {
    commitTransaction,
    endSession() {
      asked.push('end')
      return Promise.resolve()
    },
  }
  const adapter: Parameters<typeof commitSurely>[0] = {
    sessions: { one: session },
    commitTransaction: () => commitTransaction(),
  }
  return { adapter, asked }
}

const lost = (): Error => {
  const error = new MongoNetworkError('connection closed')
  error.addErrorLabel('UnknownTransactionCommitResult')
  return error
}
const undone = (): Error => {
  const error = new MongoServerError({ message: 'no such transaction', code: 251 })
  error.addErrorLabel('TransientTransactionError')
  return error
}

describe('a commit', () => {
  it('is asked for until the server says what became of it', async () => {
    const { adapter, asked } = adapterThat(lost(), lost(), null)
    commitSurely(adapter, { random: () => 0 })
    await adapter.commitTransaction('one')
    expect(asked).toEqual(['commit', 'commit', 'commit', 'end'])
  })

  it('that was undone is not asked for again: the whole save must be made again', async () => {
    const { adapter, asked } = adapterThat(lost(), undone(), null)
    commitSurely(adapter, { random: () => 0 })
    await expect(adapter.commitTransaction('one')).rejects.toThrow('no such transaction')
    expect(asked).toEqual(['commit', 'commit', 'end'])
  })

  it('whose outcome stays unknown is an error that promises nothing', async () => {
    const { adapter, asked } = adapterThat(lost(), lost())
    commitSurely(adapter, { patienceMs: 0 })
    const error: unknown = await adapter.commitTransaction('one').catch((e: unknown) => e)
    expect(isUnsure(error)).toBe(true)
    expect(asAppError(error)).toMatchObject({ status: 503 })
    expect(asAppError(error)?.message).toMatch(/did not say whether this was saved/)
    expect(asked).toEqual(['commit', 'end'])
  })
})
