/** Many editors at one newsroom: each writes stories while others read, sign in and look for due work. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { publishDue } from '#src/jobs/publishDue.ts'
import { verifyChain } from '#src/ledger/chain.ts'
import { bodyOf } from '#tests/support/factories.ts'
import type { Newsroom, Person } from '#tests/support/newsroom.ts'

type Desk = { newsroom: Newsroom; editor: Person; section: string }

type Saved = { id: string; headline: string; text: string; isPublished: boolean }

const textOf = (article: unknown): string => JSON.stringify((article as { body?: unknown }).body)

/** One editor: writes a story, autosaves it twice, and publishes every third one. */
const writeStory = async (
  { newsroom, editor, section }: Desk,
  name: string,
  isPublished: boolean,
): Promise<Saved> => {
  const story = (text: string) => ({
    headline: name,
    bylineOverride: 'By us',
    section,
    body: bodyOf({ text }),
  })
  const made = await newsroom.rest(editor, 'POST', '/api/articles?draft=true', story(`${name} a`))
  expect(made.text).toContain(name)
  expect(made.status).toBe(201)
  const { id } = made.json.doc
  for (const take of ['b', 'c']) {
    const saved = await newsroom.rest(
      editor,
      'PATCH',
      `/api/articles/${id}?draft=true&autosave=true`,
      story(`${name} ${take}`),
    )
    expect(saved.status, saved.text).toBe(200)
  }
  if (isPublished) {
    const out = await newsroom.rest(editor, 'PATCH', `/api/articles/${id}`, {
      ...story(`${name} out`),
      _status: 'published',
    })
    expect(out.status, out.text).toBe(200)
  }
  return { id, headline: name, text: `${name} ${isPublished ? 'out' : 'c'}`, isPublished }
}

/** Reads, logs in and looks for due stories until it is stopped; every answer must be a good one. */
const keepBusy = ({ newsroom, editor }: Desk): { stop: () => Promise<Record<string, number>> } => {
  let isOver = false
  const done = { reads: 0, logins: 0, ticks: 0 }
  const until = async (act: () => Promise<void>): Promise<void> => {
    while (!isOver) {
      await act()
      await pause(20)
    }
  }
  const work = Promise.all([
    until(async () => {
      const list = await newsroom.rest(editor, 'GET', '/api/articles?draft=true&limit=5&depth=0')
      expect(list.status, list.text).toBe(200)
      done.reads += 1
    }),
    until(async () => {
      const { email, password } = editor
      const login = await newsroom.rest(null, 'POST', '/api/users/login', { email, password })
      expect(login.status, login.text).toBe(200)
      done.logins += 1
    }),
    until(async () => {
      await publishDue(newsroom.payload, new Date())
      done.ticks += 1
    }),
  ])
  return {
    async stop() {
      isOver = true
      await work
      return done
    },
  }
}

/** Expects every acknowledged save to be stored, with its own content, and none to fail. */
export const writeAtOnce = async (
  newsroom: Newsroom,
  { writers, storiesEach }: { writers: number; storiesEach: number },
): Promise<void> => {
  const editor = await newsroom.makeUser('editor')
  const desk = { newsroom, editor, section: (await newsroom.makeSection()).id }
  const others = keepBusy(desk)
  const writing = Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const stories: Saved[] = []
      for (let turn = 0; turn < storiesEach; turn += 1) {
        stories.push(
          await writeStory(desk, `w${writers}-${writer}-${turn}`, (writer + turn) % 3 === 0),
        )
      }
      return stories
    }),
  )
  const [outcome] = await Promise.allSettled([writing])
  const busy = await others.stop()
  if (outcome.status === 'rejected') throw outcome.reason
  const written = outcome.value
  const all = written.flat()
  expect(all).toHaveLength(writers * storiesEach)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  for (const { id, headline, text, isPublished } of all) {
    const newest = await newsroom.newest(id)
    expect(newest.headline).toBe(headline)
    expect(textOf(newest)).toContain(text)
    if (!isPublished) continue
    expect(textOf(await newsroom.stored(id))).toContain(text)
    expect((await newsroom.ledger.get('story', { id }))?.story.headline).toBe(headline)
  }
  expect(await verifyChain(newsroom.ledger.rows())).toEqual([])
  expect(busy['reads']).toBeGreaterThan(0)
  expect(busy['logins']).toBeGreaterThan(0)
}
