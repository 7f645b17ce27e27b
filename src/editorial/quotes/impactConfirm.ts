/** Nobody changes published words without having seen which stories carry them. */
import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import type { Quote } from '#src/payload-types.ts'
import { impactOf, nameStories, type Impact } from './impact.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

/**
 * Refuses a change to the words or the speaker of a quote that live stories carry, unless the request says
 * how many these are: `?confirm=N`, or the header `X-Confirm-Impact: N`. It runs inside the save's transaction.
 *
 * @throws APIError 409 with `data.code` `confirm-impact`, the stories, and the number to confirm
 */
export const confirmImpact: CollectionBeforeChangeHook = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  // The server's own writes know what they do.
  if (operation !== 'update' || req.payloadAPI === 'local' || context['isCorrection']) return data
  const before = originalDoc as Quote
  if (saysOf(before) === saysOf(data as Partial<Quote>)) return data
  const impact = await impactOf(req, 'quotes', before)
  if (impact.total > 0) assertConfirmed(impact, confirmedBy(req))
  return data
}

/**
 * Compares what was confirmed with what there is.
 *
 * @param confirmed the number the editor saw, or `null` for none
 * @throws APIError 409 `confirm-impact`
 */
export const assertConfirmed = (impact: Impact, confirmed: number | null): void => {
  const { total, stories, feeds } = impact
  if (confirmed === total) return
  const begin =
    confirmed === null
      ? `${total === 1 ? 'A live story carries' : `${total} live stories carry`} this quote`
      : `The stories that carry this quote are no longer those you confirmed but ${total}`
  throw new APIError(
    // No colon: the panel would show what follows one as a list of fields.
    `${begin} (${nameStories(impact) || 'none'}). Nothing was changed. Look at them, then save again with ` +
      `confirm=${total}; to tell readers of a mistake, use POST /api/quotes/ID/correct.`,
    409,
    { code: 'confirm-impact', confirm: total, total, stories, feeds },
    true,
  )
}

/** Words and speaker, as far as readers can tell. */
const saysOf = ({ text, original, speaker }: Partial<Quote>): string =>
  JSON.stringify([text ?? '', original?.text || null, idOf(speaker)])

const confirmedBy = (req: PayloadRequest): number | null => {
  const given = req.headers?.get('x-confirm-impact') ?? req.query?.['confirm']
  return typeof given === 'string' && /^\d{1,9}$/.test(given.trim()) ? Number(given) : null
}
