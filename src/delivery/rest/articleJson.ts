/** A story as the REST API gives it: a teaser in a list, the whole by itself, or the members that were asked for. */
import { articleParts, articleSummary } from '#src/formats/json/article.ts'
import { renderMarkdown } from '#src/formats/markdown.ts'
import { renderBodyText } from '#src/formats/text.ts'
import type { CurrentStory } from '#src/ledger/port.ts'

import type { DeliveryContext } from '../context.ts'
import { membersOf, selected } from './selection.ts'
import { restShape, teaserShape, writtenShape } from './storySchemas.ts'

export type Selection = { fields?: string[] | undefined; include?: string[] | undefined }
type Publication = Pick<DeliveryContext, 'publisher' | 'publicUrl'>

const inTeaser = Object.keys(teaserShape)
const inWhole = [...inTeaser, ...Object.keys(restShape)]

/** What a list of stories can add to its teasers, and one story to itself. */
export const includedInList = [...Object.keys(restShape), ...Object.keys(writtenShape)]
export const includedInOne = Object.keys(writtenShape)

/** A story in a list: a teaser, and what else was asked for. */
export const articleInListJson = (
  current: CurrentStory,
  publication: Publication,
  selection: Selection,
): Record<string, unknown> => written({ current, publication, selection, usual: inTeaser })

/** One story with the members that were asked for; without any of them `articleAnswer` is the answer. */
export const articleJson = (
  current: CurrentStory,
  publication: Publication,
  selection: Selection,
): Record<string, unknown> => written({ current, publication, selection, usual: inWhole })

type Part = (current: CurrentStory, publication: Publication) => unknown

const parts: [string, Part][] = [
  ...Object.entries(articleParts).map(([name, make]): [string, Part] => [
    name,
    (current, { publicUrl }) => make(current, publicUrl),
  ]),
  ['bodyText', ({ story }) => renderBodyText(story)],
  ['bodyMarkdown', ({ story }, publication) => renderMarkdown(story, publication)],
]

const written = (options: {
  current: CurrentStory
  publication: Publication
  selection: Selection
  usual: string[]
}): Record<string, unknown> => {
  const { current, publication, selection, usual } = options
  const members = membersOf({ usual, ...selection })
  const added = parts.filter(([name]) => members.has(name))
  const extra = added.map(([name, make]) => [name, make(current, publication)] as const)
  const summary = articleSummary(current, publication.publicUrl)
  return selected({ ...summary, ...Object.fromEntries(extra) }, selection)
}
