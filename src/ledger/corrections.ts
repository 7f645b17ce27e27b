/** The public record of what was put right: which corrections a story adds to it. Pure. */
import type { StoryCorrection } from '#src/story/publishedStory.ts'

import type { CurrentStory, PublishedCorrection } from './port.ts'

/** A withdrawn text is not to be read in its corrections either: the note stays, the words go. */
export const withoutWords = (correction: StoryCorrection): StoryCorrection => {
  const note = { ...correction, before: null, after: null }
  delete note.beside
  return note
}

/**
 * The corrections of a story that readers may know of. A retraction is one of them, with its reason, even
 * where the story has no note of it. A story that was taken offline is not spoken of.
 */
export const correctionsOf = (current: CurrentStory): PublishedCorrection[] => {
  const { state, story } = current
  if (state === 'unpublished') return []
  const { id, slug, headline, language, corrections } = story
  const article = { id, slug, headline, language, state }
  const isTold = state === 'live' || corrections.some(({ kind }) => kind === 'retraction')
  const notes = isTold ? corrections : [...corrections, retractionOf(current)]
  return firstOfEach(notes).map((note) => ({ ...note, article }))
}

const retractionOf = ({ at, reason, seq }: CurrentStory): StoryCorrection => ({
  id: `retraction-${seq}`,
  kind: 'retraction',
  at,
  text: reason ?? 'The newsroom has withdrawn this story.',
  before: null,
  after: null,
})

const firstOfEach = (notes: StoryCorrection[]): StoryCorrection[] => {
  const byId = new Map(notes.toReversed().map((note) => [note.id, note]))
  return notes.filter((note) => byId.get(note.id) === note)
}
