/** The body of a story in the format a query asks for. */
import { renderBody } from '#src/formats/html/renderBody.ts'
import { absoluteJson } from '#src/formats/json/absoluteJson.ts'
import { renderMarkdown } from '#src/formats/markdown.ts'
import { renderBodyText } from '#src/formats/text.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'

import type { DeliveryContext } from '../context.ts'

export type Body = 'HTML' | 'MARKDOWN' | 'TEXT' | 'BLOCKS'

/** A string, or the tree of blocks. A withdrawn story has no blocks and gives an empty body. */
export const renderIn = (
  format: Body | null,
  story: PublishedStory,
  { publisher, publicUrl }: DeliveryContext,
): unknown => {
  if (story.body.length === 0) return format === 'BLOCKS' ? [] : ''
  switch (format) {
    case 'MARKDOWN':
      return renderMarkdown(story, { publisher, publicUrl })
    case 'TEXT':
      return renderBodyText(story)
    case 'BLOCKS':
      return JSON.parse(absoluteJson(story.body, publicUrl)) as unknown
    case 'HTML':
    case null:
      return renderBody(story, { baseUrl: publicUrl })
  }
}
