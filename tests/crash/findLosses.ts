/** Looks for everything that could be wrong after a crash. An empty list is what we promise. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Client } from '@libsql/client'
import type { Payload } from 'payload'
import { compareMedia, sweepMedia } from '#src/editorial/media/mediaFiles.ts'
import { verifyChain } from '#src/ledger/chain.ts'
import { createPayloadLedger, type PayloadLedger } from '#src/ledger/payloadStore.ts'
import type { Article } from '#src/payload-types.ts'
import { takeIn, type Acknowledged, type StoryTakes } from './acknowledged.ts'

export const findLosses = async (
  payload: Payload,
  mediaDir: string,
  { stories, images, tokens }: Acknowledged,
): Promise<string[]> => {
  const ledger = createPayloadLedger(payload, { pollMs: 0 })
  const losses = [
    ...(await checkFile(payload)),
    ...(await verifyChain(ledger.rows())).map(({ message }) => message),
    ...(await checkHalves(payload, ledger)),
  ]
  for (const [id, takes] of Object.entries(stories)) {
    losses.push(...(await checkStory(payload, ledger, id, takes)))
  }
  for (const [id, alt] of Object.entries(images)) {
    const image = await payload.findByID({
      collection: 'images',
      id,
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
    })
    if (image?.alt !== alt) losses.push(`the picture ${id} is gone`)
    else if (!existsSync(path.join(mediaDir, image.filename ?? ''))) {
      losses.push(`the file of the picture ${id} is gone`)
    }
  }
  for (const token of tokens) {
    const headers = new Headers({ authorization: `JWT ${token}` })
    const { user } = await payload.auth({ headers })
    if (!user) losses.push('a login that was granted is no longer valid')
  }
  losses.push(...(await checkMedia(payload, mediaDir)))
  ledger.close()
  return losses
}

/** SQLite's own look at its file; MongoDB's files are MongoDB's. */
const checkFile = async (payload: Payload): Promise<string[]> => {
  if (payload.db.name !== 'sqlite') return []
  const { client } = payload.db as unknown as { client: Client }
  const rowsOf = async (sql: string) =>
    (await client.execute(sql)).rows.map((row) => String(row[0]))
  const integrity = await rowsOf('SELECT * FROM pragma_integrity_check')
  const references = await rowsOf('SELECT "table" FROM pragma_foreign_key_check')
  return [
    ...integrity.filter((line) => line !== 'ok'),
    ...references.map((table) => `a reference of ${table} leads nowhere`),
  ]
}

/** Main row, versions, relations and ledger are written in one transaction: there are no halves. */
const checkHalves = async (payload: Payload, ledger: PayloadLedger): Promise<string[]> => {
  const all = { collection: 'articles', pagination: false, limit: 0 } as const
  const { docs: articles } = await payload.db.find<Article>(all)
  const { docs: newest } = await payload.db.findVersions({
    ...all,
    where: { latest: { equals: true } },
  })
  const parents = newest.map(({ parent }) => String(parent))
  const versioned = new Set(parents)
  const halves = [
    ...articles
      .filter(({ id }) => !versioned.has(String(id)))
      .map(({ id }) => `the story ${id} has no newest version`),
    ...parents
      .filter((id, place) => parents.indexOf(id) !== place)
      .map((id) => `the story ${id} has two newest versions`),
  ]
  const published = articles.filter(({ _status }) => _status === 'published').map(({ id }) => id)
  for (const id of published) {
    const stored = await storyOf(payload, id, false)
    const live = await ledger.get('story', { id })
    if (takeIn(live?.story.body) !== takeIn(stored?.body)) {
      halves.push(`the story ${id} is published as another text than the ledger has`)
    }
  }
  return halves
}

const storyOf = (payload: Payload, id: string, draft: boolean): Promise<Article | null> =>
  payload.findByID({
    collection: 'articles',
    id,
    draft,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })

const checkStory = async (
  payload: Payload,
  ledger: PayloadLedger,
  id: string,
  { headline, draft, published, corrections }: StoryTakes,
): Promise<string[]> => {
  const newest = await storyOf(payload, id, true)
  if (newest?.headline !== headline) return [`the story ${id} is gone`]
  const wrong: string[] = []
  const isBetween = (
    name: string,
    found: number,
    limits: { acknowledged: number; asked: number },
  ) => {
    if (found >= limits.acknowledged && found <= limits.asked) return
    const { acknowledged, asked } = limits
    wrong.push(`${name} of ${id} is ${found}; acknowledged ${acknowledged}, asked for ${asked}`)
  }
  isBetween('the newest take', takeIn(newest.body), draft)
  const live = await ledger.get('story', { id })
  isBetween('the published take', takeIn(live?.story.body), published)
  isBetween('the number of corrections', live?.story.corrections.length ?? 0, corrections)
  return wrong
}

/** An upload that was cut off may leave a file; the sweep of a later start takes it away. */
const checkMedia = async (payload: Payload, mediaDir: string): Promise<string[]> => {
  const later = new Date(Date.now() + 60 * 60 * 1000)
  await sweepMedia(payload, mediaDir, later)
  const { missing, orphans } = await compareMedia(payload, mediaDir, later)
  return [
    ...missing.map((name) => `the file ${name} is missing`),
    ...orphans.map((name) => `the file ${name} has no record`),
  ]
}
