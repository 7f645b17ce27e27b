/**
 * The answer to whoever asks for one story, written once, with the story: one that nobody asked for lately is read and
 * sent, instead of parsed, rendered and written again. It lies beside the story's document, behind a line that says
 * what it was made of.
 */
import { articleAnswer } from '#src/formats/json/article.ts'
import { storyTags } from '#src/story/cacheTags.ts'
import type { CurrentStory, ReadyAnswer } from './port.ts'
import type { Scope } from './rows.ts'
import { sideOf } from './sides.ts'

/** Raised when the same story is written otherwise than before: what was stored is then made when it is asked for. */
export const ANSWER_FORM = 1

/** Stands for the site's address, which may change; a name that is nobody's (RFC 2606 §2). */
const SITE = 'https://verbatim.invalid'

type Head = { form: number; at: string; tags: string[] }

/** The text to store beside a story's document; `null` for a story that readers are not given. */
export const answerToStore = (current: CurrentStory): string | null => {
  if (current.state !== 'live') return null
  // Whoever writes about our placeholder must not find an address in its place.
  if (JSON.stringify(current.story).includes(SITE)) return null
  const head: Head = { form: ANSWER_FORM, at: current.at, tags: storyTags(current.story) }
  return `${JSON.stringify(head)}\n${articleAnswer(current, SITE)}`
}

/** Writes the answers to the stories of these rows anew: after `ANSWER_FORM` was raised, or where there were none. */
export const writeAnswers = async (
  { db, req }: Scope,
  rows: { from: number; to: number },
): Promise<void> => {
  const within = req ? { req } : {}
  const isOfRows = [
    { kind: { equals: 'story' } },
    { seq: { greater_than_equal: rows.from } },
    { seq: { less_than_equal: rows.to } },
  ]
  const { docs } = await db.find<{ id: string; doc: CurrentStory }>({
    collection: 'reader-docs',
    where: { and: isOfRows },
    select: { doc: true },
    pagination: false,
    limit: 0,
    ...within,
  })
  for (const { id, doc } of docs) {
    const data = { answer: answerToStore(doc) }
    await db.updateOne({ collection: 'reader-docs', id, data, returning: false, ...within })
  }
}

/**
 * The stored answer for a slug, with the site's address in it.
 *
 * @param publicUrl where readers reach us: an origin; with a path behind it addresses are made otherwise
 * @returns `null` where there is none, or one of another form: it must be made then
 */
export const storedAnswer = async (
  scope: Scope,
  slug: string,
  publicUrl: string,
): Promise<ReadyAnswer | null> => {
  if (!isOrigin(publicUrl)) return null
  const row = await readRow(scope, slug)
  const cut = row?.answer.indexOf('\n') ?? -1
  if (!row || cut < 0) return null
  const { form, at, tags } = JSON.parse(row.answer.toString('utf8', 0, cut)) as Head
  if (form !== ANSWER_FORM) return null
  return { seq: row.seq, at, tags, body: withSite(row.answer.subarray(cut + 1), publicUrl) }
}

/** Byte by byte, as which Latin-1 reads any text: taking UTF-8 apart would be most of the work. */
const withSite = (body: Buffer, publicUrl: string): Buffer =>
  Buffer.from(body.toString('latin1').replaceAll(SITE, publicUrl), 'latin1')

/** The number of the row that a slug leads to. */
export const storedSeq = async (scope: Scope, slug: string): Promise<number | null> => {
  const side = await sideOf(scope)
  if (side.name === 'sqlite') {
    const { rows } = await side.execute({ sql: `SELECT seq ${ofStory}`, args: [slug] })
    return rows[0] ? Number(rows[0]['seq']) : null
  }
  const row = await findRow<{ seq: number }>(scope, slug, { seq: true })
  return row?.seq ?? null
}

type Row = { seq: number; answer: Buffer }

const readRow = async (scope: Scope, slug: string): Promise<Row | null> => {
  const side = await sideOf(scope)
  if (side.name !== 'sqlite') {
    const row = await findRow<{ seq: number; answer?: string | null }>(scope, slug, asked)
    return row?.answer ? { seq: row.seq, answer: Buffer.from(row.answer) } : null
  }
  const sql = `SELECT seq, CAST(answer AS BLOB) AS answer ${ofStory}`
  const { rows } = await side.execute({ sql, args: [slug] })
  const row = rows[0] as { seq: number; answer: ArrayBuffer | null } | undefined
  return row?.answer ? { seq: row.seq, answer: Buffer.from(row.answer) } : null
}

const asked = { seq: true, answer: true } as const
const ofStory = `FROM reader_docs WHERE kind = 'story' AND doc_slug = ?`

const findRow = <T extends object>(
  { db, req }: Scope,
  slug: string,
  select: Record<string, true>,
): Promise<(T & { id: string }) | null> =>
  db.findOne<T & { id: string }>({
    collection: 'reader-docs',
    where: { and: [{ kind: { equals: 'story' } }, { docSlug: { equals: slug } }] },
    select,
    ...(req ? { req } : {}),
  })

/** One that every format writes as it is: letters that nobody escapes, and nothing behind the port. */
const isOrigin = (url: string): boolean => {
  if (url === lastOrigin) return true
  const isOne = /^https?:\/\/[a-z\d.:[\]-]+$/.test(url) && URL.canParse(url)
  if (!isOne || new URL(url).origin !== url) return false
  lastOrigin = url
  return true
}

/** A server asks for every answer, and always of its own address. */
let lastOrigin = ''
