/** A story as the REST API gives it. */
import { renderBody } from '#src/formats/html/renderBody.ts'
import { renderMarkdown } from '#src/formats/markdown.ts'
import { renderBodyText } from '#src/formats/text.ts'
import { historyUrl, storyUrl } from '#src/formats/urls.ts'
import type { CurrentStory } from '#src/ledger/port.ts'
import type { PublishedStory, StoryRelative } from '#src/story/publishedStory.ts'

import type { DeliveryContext } from '../context.ts'
import { membersOf, selected } from './selection.ts'
import { restShape, teaserShape, writtenShape } from './storySchemas.ts'

type Linked = StoryRelative & { url: string }
type Teaser = Omit<
  PublishedStory,
  'body' | 'quotes' | 'sources' | 'isHistoryPublic' | 'replaces' | 'replacedBy' | 'related'
>
export type ArticleSummary = Teaser & {
  url: string
  historyUrl?: string
  replaces?: Linked
  replacedBy?: Linked
  related?: Linked[]
}

export type Selection = { fields?: string[] | undefined; include?: string[] | undefined }
type Publication = Pick<DeliveryContext, 'publisher' | 'publicUrl'>

const inTeaser = Object.keys(teaserShape)
const inWhole = [...inTeaser, ...Object.keys(restShape)]

/** What a list of stories can add to its teasers, and one story to itself. */
export const includedInList = [...Object.keys(restShape), ...Object.keys(writtenShape)]
export const includedInOne = Object.keys(writtenShape)

/** What a list shows of a story: enough for a teaser with picture and byline. */
export const articleSummary = ({ story }: CurrentStory, publicUrl: string): ArticleSummary => {
  const { replaces, replacedBy, related, ...own } = story
  const teaser: Partial<PublishedStory> = own
  const linked = (one: StoryRelative): Linked => ({ ...one, url: storyUrl(publicUrl, one.slug) })
  delete teaser.body
  delete teaser.quotes
  delete teaser.sources
  delete teaser.isHistoryPublic
  return {
    ...(teaser as Teaser),
    url: storyUrl(publicUrl, story.slug),
    ...(story.isHistoryPublic ? { historyUrl: historyUrl(publicUrl, story.slug) } : {}),
    ...(replaces ? { replaces: linked(replaces) } : {}),
    ...(replacedBy ? { replacedBy: linked(replacedBy) } : {}),
    ...(related ? { related: related.map(linked) } : {}),
  }
}

/** A story in a list: a teaser, and what else was asked for. */
export const articleInListJson = (
  current: CurrentStory,
  publication: Publication,
  selection: Selection,
): Record<string, unknown> => written({ current, publication, selection, usual: inTeaser })

/** The whole story: its blocks, the same as HTML, which version of it this is, and what else was asked for. */
export const articleJson = (
  current: CurrentStory,
  publication: Publication,
  selection: Selection,
): Record<string, unknown> => written({ current, publication, selection, usual: inWhole })

const written = (options: {
  current: CurrentStory
  publication: Publication
  selection: Selection
  usual: string[]
}): Record<string, unknown> => {
  const { current, publication, selection, usual } = options
  const { story, seq, versionHash, at } = current
  const { publicUrl } = publication
  const members = membersOf({ usual, ...selection })
  // A body is rendered when it is asked for, not before.
  const rendered: [string, () => unknown][] = [
    ['body', () => story.body],
    ['quotes', () => story.quotes],
    ['sources', () => story.sources],
    ['bodyHtml', () => renderBody(story, { baseUrl: publicUrl })],
    ['bodyText', () => renderBodyText(story)],
    ['bodyMarkdown', () => renderMarkdown(story, publication)],
    ['version', () => ({ seq, hash: versionHash, at })],
  ]
  const added = rendered.filter(([name]) => members.has(name)).map(([name, make]) => [name, make()])
  const extra = Object.fromEntries(added) as Record<string, unknown>
  return selected({ ...articleSummary(current, publicUrl), ...extra }, selection)
}
