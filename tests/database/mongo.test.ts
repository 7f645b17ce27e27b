/** The same newsroom on MongoDB: boot, publishing and the ledger, from the adapter that production uses. */
import { MongoClient, type Db } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBackup } from '#src/database/backup.ts'
import { examineMongo, missingIndexes } from '#src/database/mongoChecks.ts'
import { replicaSetMongo } from '#src/database/mongoAdapter.ts'
import { restoreBackup } from '#src/database/restore.ts'
import { verifyChain } from '#src/ledger/chain.ts'
import { freshDatabase, providedMongo } from '#tests/support/mongo.ts'
import { openNewsroom, type Newsroom } from '#tests/support/newsroom.ts'

const mongo = providedMongo()
const url = mongo ? freshDatabase(mongo) : ''

describe.skipIf(!mongo)(`on MongoDB (${mongo?.kind ?? 'none here'})`, () => {
  let newsroom: Newsroom
  let client: MongoClient
  let db: Db

  beforeAll(async () => {
    newsroom = await openNewsroom({ env: { DATABASE_URL: url } })
    client = new MongoClient(url)
    db = client.db()
  })
  afterAll(async () => {
    await newsroom?.close()
    await client?.close()
  })

  it('the indexes that promises rest on are there after the start', async () => {
    expect(await missingIndexes(db)).toEqual([])
    const findings = await examineMongo(url)
    expect(findings.filter(({ state }) => state === 'bad')).toEqual([])
  })

  it('publishes, corrects and withdraws through an intact ledger', async () => {
    const article = await newsroom.makeArticle({ headline: 'On the other database' })
    await newsroom.publish(article.id)
    await newsroom.publish(article.id, { headline: 'Changed' })
    expect((await newsroom.ledger.get('story', { id: article.id }))?.story.headline).toBe('Changed')
    const rows = await newsroom.rows()
    expect(rows.map(({ event }) => event)).toEqual(['publish', 'update'])
    expect(await verifyChain(newsroom.ledger.rows())).toEqual([])
  })

  it('projects quotes and sources, and replays to the same lists', async () => {
    const quote = await newsroom.makeQuote()
    const { bodyOf } = await import('#tests/support/factories.ts')
    const article = await newsroom.makeArticle({ body: bodyOf({ quotes: [quote.id] }) })
    await newsroom.publish(article.id)
    const lists = async () => ({
      stories: await newsroom.ledger.list('story', { facets: [], after: null, limit: 50 }),
      quotes: await newsroom.ledger.list('quote', { facets: [], after: null, limit: 50 }),
      sources: await newsroom.ledger.list('source', { facets: [], after: null, limit: 50 }),
    })
    const live = await lists()
    expect(live.quotes).toHaveLength(1)
    await newsroom.ledger.replay()
    expect(await lists()).toEqual(live)
  })

  it('leaves nothing behind when a publication fails', async () => {
    const article = await newsroom.makeArticle({ section: null })
    const before = (await newsroom.rows()).length
    await expect(newsroom.publish(article.id)).rejects.toThrow()
    expect((await newsroom.rows()).length).toBe(before)
    expect((await newsroom.newest(article.id))._status).toBe('draft')
  })

  it('lets several records have no value in a field that is unique where it has one', async () => {
    const first = await newsroom.makeAuthor({ user: null })
    const second = await newsroom.makeAuthor({ user: null })
    expect(first.id).not.toBe(second.id)
  })

  it('goes into a backup and comes back from it', async () => {
    const from = `${newsroom.folder}/backup`
    await makeBackup(newsroom.config, from, new Date())
    const before = await db.collection('articles').countDocuments()
    await db.collection('articles').deleteMany({})
    const config = { ...newsroom.config, mediaDir: `${newsroom.folder}/media-restored` }
    await restoreBackup({ config, from, isForced: true, now: new Date() })
    expect(await db.collection('articles').countDocuments()).toBe(before)
    expect(await missingIndexes(db)).toEqual([])
  })
})

it('a URL without a replica set is refused, unless that was asked for', () => {
  const standalone = { url: 'mongodb://127.0.0.1:27017/verbatim' }
  expect(() => replicaSetMongo({ ...standalone, allowStandalone: false })).toThrow(
    /names no replica set/,
  )
  expect(() => replicaSetMongo({ ...standalone, allowStandalone: true })).not.toThrow()
})
