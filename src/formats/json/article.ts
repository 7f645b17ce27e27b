/** A story as JSON for readers: the REST API's own, and what the ledger keeps ready of it. */
import { renderBody } from '#src/formats/html/renderBody.ts'
import { absoluteJson } from '#src/formats/json/absoluteJson.ts'
import { historyUrl, storyUrl } from '#src/formats/urls.ts'
import type { PublishedStory, StoryRelative } from '#src/story/publishedStory.ts'

/** A story as it stands in a row of the ledger. */
export type StoryVersion = { story: PublishedStory; seq: number; versionHash: string; at: string }

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

/** What a list shows of a story: enough for a teaser with picture and byline. */
export const articleSummary = (
  { story }: Pick<StoryVersion, 'story'>,
  publicUrl: string,
): ArticleSummary => {
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

/** What the whole story has beyond its summary, each made when it is asked for and not before. */
export const articleParts = {
  body: ({ story }: StoryVersion) => story.body,
  quotes: ({ story }: StoryVersion) => story.quotes,
  sources: ({ story }: StoryVersion) => story.sources,
  bodyHtml: ({ story }: StoryVersion, publicUrl: string) =>
    renderBody(story, { baseUrl: publicUrl }),
  version: ({ seq, versionHash, at }: StoryVersion) => ({ seq, hash: versionHash, at }),
}

/** The answer to whoever asks for one story and names no members: its blocks, the same as HTML, its version. */
export const articleAnswer = (version: StoryVersion, publicUrl: string): string => {
  const { body, quotes, sources, bodyHtml, version: versionOf } = articleParts
  const data = {
    ...articleSummary(version, publicUrl),
    body: body(version),
    quotes: quotes(version),
    sources: sources(version),
    bodyHtml: bodyHtml(version, publicUrl),
    version: versionOf(version),
  }
  return absoluteJson({ data }, publicUrl)
}
