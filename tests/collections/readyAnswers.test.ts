/** Answers that the ledger keeps ready are those that would be made, and never somebody else's or an older one's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { narrowLedger } from '#src/delivery/keys/narrowLedger.ts'
import { articleAnswer } from '#src/formats/json/article.ts'
import type { CurrentStory } from '#src/ledger/port.ts'
import { bodyOf } from '#tests/support/factories.ts'
import { openNewsroom, type Newsroom } from '#tests/support/newsroom.ts'
import { PUBLIC_URL, serveReaders } from '#tests/support/readers.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())

const published = async (given: Record<string, unknown> = {}) => {
  const quote = await room.makeQuote()
  const author = await room.makeAuthor()
  const { id } = await room.makeArticle({
    authors: [{ author: author.id, role: 'by' }],
    body: bodyOf({ quotes: [quote.id] }),
    ...given,
  })
  await room.publish(id)
  return { id, slug: (await currentOf(id)).story.slug }
}
const currentOf = async (id: string): Promise<CurrentStory> => {
  const current = await room.ledger.get('story', { id })
  if (!current) throw new Error('Nobody published it.')
  return current
}
const ready = (slug: string, publicUrl = PUBLIC_URL) => room.ledger.readyAnswer(slug, publicUrl)

describe('a ready answer', () => {
  it('is what would be made of the story, wherever readers reach us', async () => {
    const { id, slug } = await published()
    for (const site of [PUBLIC_URL, 'http://127.0.0.1:3000']) {
      const current = await currentOf(id)
      const found = await ready(slug, site)
      expect(found?.body.toString()).toBe(articleAnswer(current, site))
      expect(found).toMatchObject({ seq: current.seq, at: current.at })
      expect(found?.tags).toContain(`story-${id}`)
      expect(await room.ledger.seqOf(slug)).toBe(current.seq)
    }
  })

  it('is the same to readers as one that is made when they ask', async () => {
    const { slug } = await published()
    const without = { ...room.ledger, readyAnswer: async () => null }
    const answers = []
    for (const ledger of [room.ledger, without]) {
      const readers = await serveReaders({ ledger })
      const { status, headers, text } = await readers.ask(`/v1/articles/${slug}`)
      answers.push({ status, headers: { ...headers, date: null }, text })
      await readers.stop()
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.status).toBe(200)
  })

  it('follows the story: to its new address, and away with it', async () => {
    const { id, slug } = await published()
    await room.publish(id, { slug: `${slug}-moved`, standfirst: 'Later.' })
    expect(await ready(slug)).toBeNull()
    expect((await ready(`${slug}-moved`))?.body.toString()).toContain('Later.')
    const editor = await room.makeUser('editor')
    await room.rest(editor, 'PATCH', `/api/articles/${id}`, { _status: 'draft' })
    expect(await ready(`${slug}-moved`)).toBeNull()
  })

  it('is not there for an address that is written otherwise in some place', async () => {
    const { slug } = await published()
    const others = [
      `${PUBLIC_URL}/news`,
      `${PUBLIC_URL}/`,
      'https://News.example',
      'https://a$&.example',
    ]
    for (const site of others) expect({ [site]: await ready(slug, site) }).toEqual({ [site]: null })
  })

  it('is not kept of a story that writes of our placeholder', async () => {
    const { slug } = await published({ standfirst: 'See https://verbatim.invalid/ for more.' })
    expect(await ready(slug)).toBeNull()
    const readers = await serveReaders({ ledger: room.ledger })
    const { text } = await readers.ask(`/v1/articles/${slug}`)
    expect(text).toContain('See https://verbatim.invalid/ for more.')
    await readers.stop()
  })

  it('of an older form is left alone until it is made anew', async () => {
    const { id, slug } = await published()
    const where = { key: { equals: id } }
    const data = { answer: '{"form":0,"at":"2020-01-01T00:00:00.000Z","tags":[]}\n{"data":"old"}' }
    await room.payload.db.updateOne({ collection: 'reader-docs', where, data })
    expect(await ready(slug)).toBeNull()
    await room.ledger.rebuildIndex()
    const made = articleAnswer(await currentOf(id), PUBLIC_URL)
    expect((await ready(slug))?.body.toString()).toBe(made)
  })

  it('is nothing that a key for some sections could be given', async () => {
    const { slug } = await published()
    expect(await ready(slug)).not.toBeNull()
    expect(await narrowLedger(room.ledger, ['world']).readyAnswer(slug, PUBLIC_URL)).toBeNull()
  })
})
