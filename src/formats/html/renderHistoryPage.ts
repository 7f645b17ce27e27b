/** What changed in a story since it was first published, for readers: version by version, word by word. */
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { labelLanguage, languageAttributes } from '#src/formats/html/language.ts'
import { renderPage, type PageContext } from '#src/formats/html/pageShell.ts'
import { renderTime } from '#src/formats/html/renderArticlePage.ts'
import { renderNote } from '#src/formats/html/renderCorrections.ts'
import { renderWords } from '#src/formats/html/renderWords.ts'
import { historyUrl, storyUrl } from '#src/formats/urls.ts'
import type { BlockChange, StoryDiff } from '#src/story/diff.ts'
import { wordTotals, type StoryVersion } from '#src/story/history.ts'
import type { PublishedStory, StoryCorrection } from '#src/story/publishedStory.ts'

/**
 * Renders the page. Search engines are kept away: it holds words that were taken out.
 *
 * @param story as readers have it now
 * @param versions newest first
 * @param isWhole whether the first version is among them
 */
export const renderHistoryPage = (
  story: PublishedStory,
  versions: StoryVersion[],
  isWhole: boolean,
  context: PageContext,
): string => {
  const { language, slug, headline } = story
  const english = labelLanguage(language)
  const back = storyUrl(context.publicUrl, slug)
  const items = versions.map((version) => `<li>${renderVersion(version, language)}</li>`)
  const older = isWhole
    ? ''
    : '<p class="older">Older versions are not shown here. The interface for programs has all of them.</p>'
  return renderPage(
    {
      title: `What changed: ${headline} | ${context.publisher.name}`,
      language,
      head: [
        `<link${attributes({ rel: 'canonical', href: historyUrl(context.publicUrl, slug) })}>`,
      ],
      main: `<article class="history">
<header class="story-header">
<p class="kicker"${english}>What changed</p>
<h1>${escapeHtml(headline)}</h1>
<p class="standfirst"${english}>${escapeHtml(intro(versions, isWhole))} <a${attributes({ href: back })}>Read the story as it is now</a>.</p>
<p class="key"${english}><del>Words like these</del> were taken out, <ins>words like these</ins> were put in.</p>
</header>
<ol class="versions" reversed${english}>
${items.join('\n')}
</ol>
${older}
</article>`,
      isIndexed: false,
    },
    context,
  )
}

const intro = (versions: StoryVersion[], isWhole: boolean): string => {
  const changes = versions.filter(({ diff }) => diff !== null).length
  if (changes === 0) return 'Nothing has changed in this story since it was first published.'
  const count = changes === 1 ? 'one change' : `${changes} changes`
  return isWhole
    ? `This story has seen ${count} since it was first published.`
    : `The newest ${count} to this story.`
}

const LABELS: Record<string, string> = {
  minor: 'Minor change',
  update: 'Update',
  clarification: 'Clarification',
  correction: 'Correction',
}

const renderVersion = (version: StoryVersion, language: string): string => {
  const { at, diff, notes } = version
  const label = diff ? labelOf(version) : 'First published'
  const parts = [
    `<h2><span class="tag">${label}</span> ${renderTime(at)}</h2>`,
    diff ? `<p class="summary">${escapeHtml(summaryOf(diff))}</p>` : '',
    ...notes.map((note) => renderNoteOf(note, language)),
    ...(diff ? renderDiff(diff, language) : []),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

const labelOf = ({ change, event }: StoryVersion): string =>
  LABELS[change ?? ''] ?? (event === 'correct' ? 'Correction' : 'Change')

/** The words before and after stand below, in their place. */
const renderNoteOf = (note: StoryCorrection, language: string): string =>
  `<p class="correction-note">${renderNote({ ...note, before: null, after: null }, language)}</p>`

/** `2 paragraphs changed, 1 added; 12 words put in, 3 taken out.` */
const summaryOf = (diff: StoryDiff): string => {
  const { fields, blocks } = diff
  const of = (is: BlockChange['is']): number => blocks.filter((block) => block.is === is).length
  const passages = counted([
    [of('changed'), 'passage', 'changed'],
    [of('added'), 'passage', 'added'],
    [of('removed'), 'passage', 'removed'],
  ])
  const around = fields.map(({ label }) => label.toLowerCase())
  const { added, removed } = wordTotals(diff)
  const words = counted([
    [added, 'word', 'put in'],
    [removed, 'word', 'taken out'],
  ])
  const sentences = [
    around.length > 0 ? `Changed: ${around.join(', ')}` : '',
    passages === '' ? '' : `${passages} in the text`,
    words,
  ].filter((sentence) => sentence !== '')
  return sentences.length === 0 ? 'No words changed.' : `${sentences.join('. ')}.`
}

const counted = (counts: [number, string, string][]): string =>
  counts
    .filter(([count]) => count > 0)
    .map(([count, noun, verb]) => `${count} ${noun}${count === 1 ? '' : 's'} ${verb}`)
    .join(', ')

const renderDiff = ({ fields, blocks }: StoryDiff, language: string): string[] => {
  const words = labelLanguage(language) === '' ? '' : languageAttributes(language, 'en')
  return [
    ...fields.map(
      (field) =>
        `<div class="part"><p class="what">${escapeHtml(field.label)}</p><p${words}>${renderWords(field.words)}</p></div>`,
    ),
    ...blocks.map(
      (block) =>
        `<div class="part"><p class="what">${whatOf(block)}</p><p${words}>${renderWords(block.words)}</p></div>`,
    ),
  ]
}

const NAMES: Record<BlockChange['type'], string> = {
  paragraph: 'Paragraph',
  heading: 'Heading',
  list: 'List',
  blockquote: 'Quotation',
  quote: 'Quote',
  image: 'Picture',
  embed: 'Embed',
  divider: 'Divider',
}

const whatOf = ({ type, is }: BlockChange): string => `${NAMES[type]} ${is}`
