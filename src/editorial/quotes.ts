/** What the system keeps on a quote: the speaker as they were, and whether the words can be proved. */
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { checkQuote } from '#src/quotes/checkQuote.ts'

/**
 * Fills role and affiliation from the speaker when the quote is made, or given a new speaker. From then on
 * they stay: the person's record moves on, what they were when they spoke does not.
 */
export const freezeSpeaker: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const isNewSpeaker = data['speaker'] && data['speaker'] !== originalDoc?.speaker
  const frozen = isNewSpeaker ? await speakerNow(req, String(data['speaker'])) : null
  return {
    ...data,
    role: data['role'] || frozen?.role || null,
    affiliation: data['affiliation'] || frozen?.affiliation || null,
    verification: await verify(req, data),
  }
}

const speakerNow = async (req: PayloadRequest, id: string) =>
  req.payload.findByID({
    collection: 'sources',
    id,
    depth: 0,
    select: { role: true, affiliation: true },
    overrideAccess: true,
    disableErrors: true,
    req,
  })

const verify = async (req: PayloadRequest, quote: Record<string, unknown>): Promise<string> => {
  if (!quote['evidence'] || typeof quote['text'] !== 'string') return 'no-evidence'
  const found = await req.payload.findByID({
    collection: 'evidence',
    id: String(quote['evidence']),
    depth: 0,
    select: { text: true },
    overrideAccess: true,
    disableErrors: true,
    req,
  })
  if (!found) return 'no-evidence'
  const original = (quote['original'] as { text?: string | null } | undefined)?.text
  return checkQuote(original || quote['text'], found.text)
}
