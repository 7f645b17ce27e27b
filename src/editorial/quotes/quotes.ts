/** What the system keeps on a quote: the speaker as they were. */
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { Quote } from '#src/payload-types.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

/**
 * Fills role and affiliation from the speaker when the quote is made, or given a new speaker. From then on
 * they stay: the person's record moves on, what they were when they spoke does not.
 */
export const freezeSpeaker: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const before = operation === 'update' ? (originalDoc as Partial<Quote>) : undefined
  const speaker = idOf(data['speaker'])
  const isNewSpeaker = speaker !== null && speaker !== idOf(before?.speaker)
  const frozen = isNewSpeaker ? await speakerNow(req, speaker) : null
  // What was kept of the speaker before says nothing of the new one; what was typed with the change does.
  const typed = (field: 'role' | 'affiliation'): unknown =>
    isNewSpeaker && data[field] === before?.[field] ? null : data[field]
  return {
    ...data,
    role: typed('role') || frozen?.role || null,
    affiliation: typed('affiliation') || frozen?.affiliation || null,
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
