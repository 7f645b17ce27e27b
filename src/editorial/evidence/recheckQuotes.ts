import type { PayloadRequest } from 'payload'
import type { Evidence } from '#src/payload-types.ts'
import { AHEAD, checkAll, isParaphrase, placeOf, wordsOf, type ChecksAhead } from './checkRecord.ts'

const BATCH = 25

/**
 * Checks every quote that points at a piece of evidence again: each is found at its new place, or loses its mark.
 * Part of the transaction that changed the evidence: either all of it is stored, or none.
 */
export const recheckQuotes = async (req: PayloadRequest, evidence: Evidence): Promise<void> => {
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await req.payload.find({
      collection: 'quotes',
      where: { evidence: { equals: evidence.id } },
      sort: 'id',
      depth: 0,
      limit: BATCH,
      page,
      joins: false,
      overrideAccess: true,
      req,
    })
    const checks = await checkAll(
      req,
      evidence,
      docs.map((quote) => ({
        words: wordsOf(quote),
        before: placeOf(quote),
        isParaphrase: isParaphrase(quote),
      })),
    )
    const ahead: ChecksAhead = new Map()
    docs.forEach((quote, index) => {
      const result = checks[index]
      if (result) {
        ahead.set(quote.id, { words: wordsOf(quote), result, sha256: evidence.sha256 ?? null })
      }
    })
    req.context[AHEAD] = ahead
    try {
      for (const { id } of docs) {
        await req.payload.update({
          collection: 'quotes',
          id,
          data: {},
          depth: 0,
          overrideAccess: true,
          req,
        })
      }
    } finally {
      delete req.context[AHEAD]
    }
    if (!hasNextPage) return
  }
}
