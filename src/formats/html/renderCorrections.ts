/** Corrections: told at the top in a line, and in full at the end or beside the paragraph. */
import { formatDate } from '#src/formats/dates.ts'
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { labelLanguage, languageAttributes } from '#src/formats/html/language.ts'
import { noteAnchor } from '#src/formats/urls.ts'
import { notesAtEnd, notesBeside } from '#src/story/beside.ts'
import type { CorrectionKind, PublishedStory, StoryCorrection } from '#src/story/publishedStory.ts'

const VERBS: Record<CorrectionKind, string> = {
  clarification: 'clarified',
  correction: 'corrected',
  retraction: 'retracted',
}

const LABELS: Record<CorrectionKind, string> = {
  clarification: 'Clarification',
  correction: 'Correction',
  retraction: 'Retraction',
}

/** The line under the byline: "This story was corrected on 13 June 2014." Empty without corrections. */
export const renderCorrectionFlag = (story: PublishedStory): string => {
  const { corrections, language } = story
  const latest = corrections.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
  if (!latest) return ''
  const isAtEnd = notesAtEnd(story).includes(latest)
  const href = isAtEnd ? '#corrections' : `#${noteAnchor(latest.id)}`
  return `<p class="correction-flag"${labelLanguage(language)}>This story was ${VERBS[latest.kind]} on ${renderDay(latest)}. <a${attributes({ href })}>Read what changed</a>.</p>`
}

/** What stands beside a paragraph, by the number of its block. */
export const renderNotesBeside = (story: PublishedStory): Map<number, string> => {
  const { language } = story
  const written = [...notesBeside(story)].map(([block, notes]): [number, string] => {
    const paragraphs = notes.map((note) => {
      const values = { class: 'correction-note', id: noteAnchor(note.id), role: 'note' }
      return `<p${attributes(values)}${labelLanguage(language)}>${renderNote(note, language)}</p>`
    })
    return [block, paragraphs.join('\n')]
  })
  return new Map(written)
}

/** The section at the end: each correction with its date, what it said before and what it says now. */
export const renderCorrections = (story: PublishedStory): string => {
  const { language } = story
  const corrections = notesAtEnd(story)
  if (corrections.length === 0) return ''
  const items = corrections.map((correction) => `<li>${renderNote(correction, language)}</li>`)
  return `<section class="corrections" id="corrections" aria-labelledby="corrections-title"${labelLanguage(language)}>
<h2 id="corrections-title">Corrections and clarifications</h2>
<ul>${items.join('\n')}</ul>
</section>`
}

/** One correction: what it is, when, the note, and the words before and after. `language` is the story's. */
export const renderNote = (correction: StoryCorrection, language: string): string => {
  const words = labelLanguage(language) === '' ? '' : languageAttributes(language, 'en')
  const change =
    correction.before !== null && correction.after !== null
      ? ` <span class="change">Before: <del${words}>${escapeHtml(correction.before)}</del> Now: <ins${words}>${escapeHtml(correction.after)}</ins></span>`
      : ''
  return `<span class="when">${LABELS[correction.kind]}, ${renderDay(correction)}.</span> <span${words}>${escapeHtml(correction.text)}</span>${change}`
}

const renderDay = ({ at }: StoryCorrection): string =>
  `<time${attributes({ datetime: at })}>${escapeHtml(formatDate(at))}</time>`
