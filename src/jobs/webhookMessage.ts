/** Which rows of the ledger a receiver is told of, and in what words. */
import type { Message } from '#src/editorial/receivers/subscriptionSend.ts'
import { storyUrl } from '#src/formats/urls.ts'
import type { LedgerEvent, Publication } from '#src/ledger/port.ts'
import type { Subscription } from '#src/payload-types.ts'

const types: Record<LedgerEvent, string> = {
  publish: 'story.published',
  update: 'story.updated',
  correct: 'story.corrected',
  retract: 'story.retracted',
  unpublish: 'story.unpublished',
}

/** Whether a receiver asked for this row: its event, its section and its topic, where they are given. */
export const isWanted = (
  { events, section, topic }: Pick<Subscription, 'events' | 'section' | 'topic'>,
  { event, story }: Publication,
): boolean => {
  const wanted = topic?.trim().toLowerCase()
  const sectionId = typeof section === 'object' ? section?.id : section
  return (
    (!events?.length || events.includes(event)) &&
    (!sectionId || story.section?.id === sectionId) &&
    (!wanted ||
      story.topics.some(({ name, slug }) => slug === wanted || name.toLowerCase() === wanted))
  )
}

/**
 * A thin message: what happened to which story, and what kind of change it was, as `/v1/changes` has it. Its words are
 * read where everybody reads them.
 */
export const messageFor = (
  subscription: string,
  { seq, event, change, articleId, slug, versionHash, at }: Publication,
  publicUrl: string,
): Message => ({
  id: `msg_${subscription}_${seq}`,
  body: {
    type: types[event],
    timestamp: at,
    data: {
      seq,
      event,
      change: change ?? null,
      id: articleId,
      slug,
      url: storyUrl(publicUrl, slug),
      versionHash,
    },
  },
})
