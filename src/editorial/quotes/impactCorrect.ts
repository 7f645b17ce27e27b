/** A quote was wrong: the quote is mended, and every live story that carries it says so. */
import { randomBytes } from 'node:crypto'
import {
  APIError,
  commitTransaction,
  initTransaction,
  killTransaction,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { hasRole } from '#collections/access.ts'
import type { Problem } from '#src/errors.ts'
import type { Quote, Source } from '#src/payload-types.ts'
import { recordActivity } from '#src/editorial/record/activity.ts'
import { impactOf, type Impact } from './impact.ts'
import { assertConfirmed } from './impactConfirm.ts'
import { enqueue } from '#src/editorial/publishing/jobs.ts'
import { carriers, facetOf } from '#src/editorial/stories/publicRecords.ts'
import { refuse } from '#src/editorial/requests/problems.ts'
import type { RefreshTask } from '#src/editorial/publishing/refresh.ts'
import { actorOf, describeRecord, findRecord } from '#src/editorial/publishing/refreshHook.ts'
import { idOf, storySource } from '#src/editorial/stories/storyParts.ts'

const REASON = { least: 10, most: 1000 }
const LONGEST_WORDS = 10_000
/** As much as the fields `before` and `after` of a correction hold. */
const LONGEST_SHOWN = 2000

/**
 * `POST /api/quotes/:id/correct` with `{ "text"?: "…", "speaker"?: ID, "reason": "…", "confirm": N }`, for the
 * desk. One transaction changes the quote and enters a job for each of the N stories; each job adds the
 * correction to the article and appends one row `correct` to the ledger. Readers see `reason`.
 */
export const correctQuoteEndpoint: Endpoint = {
  path: '/:id/correct',
  method: 'post',
  handler: async (req) => {
    if (!hasRole(req.user, 'editor', 'chief')) {
      throw new APIError('Only an editor or a chief may correct a quote.', 403)
    }
    const quote = await findRecord(req, 'quotes', String(req.routeParams?.['id']))
    if (!quote) throw new APIError('There is no such quote.', 404)
    const body: unknown = await req.json?.().catch(() => null)
    const asked = await readCorrection(req, quote, body)
    const isOwner = await initTransaction(req)
    try {
      const { impact, doc } = await correct(req, quote, asked)
      if (isOwner) await commitTransaction(req)
      const { total, stories } = impact
      const told = total === 1 ? 'One story gets' : `${total} stories get`
      return Response.json({
        message: `Corrected. ${told} the correction now.`,
        total,
        stories,
        doc,
      })
    } catch (error) {
      if (isOwner) await killTransaction(req)
      throw error
    }
  },
}

type Asked = {
  text: string
  speaker: string | null
  reason: string
  confirm: number | null
}

const correct = async (
  req: PayloadRequest,
  quote: Quote,
  { text, speaker, reason, confirm }: Asked,
): Promise<{ impact: Impact; doc: Quote }> => {
  const impact = await impactOf(req, 'quotes', quote)
  assertConfirmed(impact, confirm)
  const doc = await req.payload.update({
    collection: 'quotes',
    id: quote.id,
    data: { text, speaker },
    context: { isCorrection: true },
    depth: 0,
    overrideAccess: false,
    req,
  })
  const at = new Date().toISOString()
  const shown = await beforeAndAfter(req, quote, doc)
  const task = { because: describeRecord('quotes', quote), actor: actorOf(req) }
  for (const { story } of await carriers(req, facetOf('quotes', quote), { limit: impact.total })) {
    const correction = { id: randomBytes(12).toString('hex'), at, text: reason, ...shown }
    const payload: RefreshTask = { ...task, article: story.id, correction }
    const key = `refresh:${story.id}:quotes:${quote.id}:${correction.id}`
    await enqueue(req, { kind: 'refresh', key, runAt: at, payload })
  }
  await recordActivity(req, {
    verb: 'correct quote',
    summary: `Corrected ${task.because} in ${impact.total} ${impact.total === 1 ? 'story' : 'stories'}`,
    subject: { collection: 'quotes', id: quote.id },
    reason,
  })
  return { impact, doc }
}

/** Checks what was sent, all at once. */
const readCorrection = async (req: PayloadRequest, quote: Quote, body: unknown): Promise<Asked> => {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const problems: Problem[] = []
  const wrong = (path: string, message: string, fix: string): void => {
    problems.push({ code: 'correction-invalid', severity: 'error', path, message, fix })
  }
  const reason = typeof sent['reason'] === 'string' ? sent['reason'].trim() : ''
  if (reason.length < REASON.least || reason.length > REASON.most) {
    wrong(
      'reason',
      'Readers are told what was wrong.',
      `Send “reason” with ${REASON.least} to ${REASON.most} characters.`,
    )
  }
  const words = sent['text'] ?? quote.text
  const text = typeof words === 'string' ? words.trim() : ''
  if (text === '' || text.length > LONGEST_WORDS) {
    wrong('text', 'The corrected words are missing or too long.', 'Send “text” as one text.')
  }
  const speaker = sent['speaker'] === undefined ? idOf(quote.speaker) : idOf(sent['speaker'])
  const isKnown = speaker !== null && (await findRecord(req, 'sources', speaker)) !== null
  if (sent['speaker'] !== undefined && !isKnown) {
    wrong('speaker', 'There is no such source.', 'Send the id of the source who said it.')
  }
  if (text === quote.text && speaker === idOf(quote.speaker)) {
    wrong('text', 'Nothing would change.', 'Send the right words, or the right speaker.')
  }
  refuse('quotes', problems)
  const confirm = Number.isInteger(sent['confirm']) ? (sent['confirm'] as number) : null
  return { text, speaker, reason, confirm }
}

/** What readers are shown: the words, and the speaker where that changed. Never a name that is kept from them. */
const beforeAndAfter = async (
  req: PayloadRequest,
  quote: Quote,
  now: Quote,
): Promise<{ before: string; after: string }> => {
  const isOtherSpeaker = idOf(quote.speaker) !== idOf(now.speaker)
  const isOtherText = quote.text !== now.text
  const show = async ({ text, speaker }: Quote): Promise<string> => {
    const source = await findRecord(req, 'sources', idOf(speaker) ?? '')
    const said = isOtherSpeaker ? publicName(source) : null
    const whole = said && isOtherText ? `“${text}” — ${said}` : (said ?? text)
    return whole.length > LONGEST_SHOWN ? `${whole.slice(0, LONGEST_SHOWN - 1)}…` : whole
  }
  return { before: await show(quote), after: await show(now) }
}

const publicName = (source: Source | null): string =>
  source ? storySource(source).name : 'nobody named'
