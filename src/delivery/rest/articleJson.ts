/** A story as the REST API gives it. */
import { renderBody } from '#src/formats/html/renderBody.ts'
import { storyUrl } from '#src/formats/urls.ts'
import type { CurrentStory } from '#src/ledger/port.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'

type Teaser = Omit<PublishedStory, 'body' | 'quotes' | 'sources'>
export type ArticleSummary = Teaser & { url: string }
export type ArticleJson = PublishedStory & {
  url: string
  bodyHtml: string
  version: { seq: number; hash: string; at: string }
}

/** What a list shows of a story: enough for a teaser with picture and byline. */
export const articleSummary = (current: CurrentStory, publicUrl: string): ArticleSummary => {
  const { story } = current
  const teaser: Partial<PublishedStory> = { ...story }
  delete teaser.body
  delete teaser.quotes
  delete teaser.sources
  return { ...(teaser as Teaser), url: storyUrl(publicUrl, story.slug) }
}

/** The whole story: its blocks, the same as HTML, and which version of it this is. */
export const articleJson = (current: CurrentStory, publicUrl: string): ArticleJson => ({
  ...current.story,
  url: storyUrl(publicUrl, current.story.slug),
  bodyHtml: renderBody(current.story, { baseUrl: publicUrl }),
  version: { seq: current.seq, hash: current.versionHash, at: current.at },
})
