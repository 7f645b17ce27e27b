/** The reading pages: the front page, each story and what changed in it, and the corrections with their feed. */
import {
  CORRECTIONS_FEED_PATH,
  CORRECTIONS_PATH,
  renderCorrectionsFeed,
} from '#src/formats/correctionsFeed.ts'
import { renderRetractedPage } from '#src/formats/html/noticePages.ts'
import { renderArticlePage } from '#src/formats/html/renderArticlePage.ts'
import { renderCorrectionsPage } from '#src/formats/html/renderCorrectionsPage.ts'
import { renderFrontPage } from '#src/formats/html/renderFrontPage.ts'
import { renderHistoryPage } from '#src/formats/html/renderHistoryPage.ts'
import { historyUrl, storyUrl } from '#src/formats/urls.ts'
import type { CurrentStory } from '#src/ledger/port.ts'

import type { DeliveryContext } from '../context.ts'
import { findHistory, hasHistory } from '../findHistory.ts'
import { findStory } from '../findStory.ts'
import { errorReply } from '../problem.ts'
import { NEVER, redirectReply, type Reply, storyTags } from '../reply.ts'
import type { Target } from '../responder.ts'
import { page, pageContext, says, unknownPage } from './pageReply.ts'

const FRONT_PAGE_STORIES = 30
const LISTED_CORRECTIONS = 100
const LISTED_VERSIONS = 50

export const FRONT_PATH = '/'
export const STORY_PATH = '/articles/'
/** Behind the address of a story. */
const HISTORY = '/history'

/**
 * What answers the path of a page, or `null` for a path that is none. Query strings say nothing here:
 * other sites and campaigns append to addresses whatever they like.
 */
export const pageTarget = (options: {
  path: string
  context: DeliveryContext
  lastChange: () => string
}): Target | null => {
  const { path, context, lastChange } = options
  const fail = (err: unknown) => failedPage(err, context)
  if (path === FRONT_PATH) {
    return { key: path, compute: () => frontPage(context, lastChange()), fail }
  }
  if (path === CORRECTIONS_PATH) {
    return { key: path, compute: () => correctionsPage(context, lastChange()), fail }
  }
  if (path === CORRECTIONS_FEED_PATH) {
    const failed = (err: unknown) => errorReply(err, context)
    return { key: path, compute: () => correctionsFeed(context, lastChange()), fail: failed }
  }
  if (!path.startsWith(STORY_PATH)) return null
  const isHistory = path.endsWith(HISTORY) && path.length > STORY_PATH.length + HISTORY.length
  const slug = decoded(path.slice(STORY_PATH.length, isHistory ? -HISTORY.length : undefined))
  if (slug === null || slug === '') return { key: null, compute: () => unknownPage(context), fail }
  if (isHistory) return { key: path, compute: () => historyPage(slug, context), fail }
  return { key: path, compute: () => storyPage(slug, context), fail }
}

const frontPage = async (context: DeliveryContext, lastChange: string): Promise<Reply> => {
  const limit = FRONT_PAGE_STORIES
  const rows = await context.ledger.list('story', { facets: [], after: null, limit })
  const stories = rows.map(({ doc }) => doc.story)
  const html = renderFrontPage(stories, pageContext(context))
  const tags = ['front', ...stories.map(({ id }) => `story-${id}`)]
  return { ...page(200, html), tags, lastModified: lastChange }
}

const newestCorrections = async ({ ledger }: DeliveryContext) => {
  const rows = await ledger.list('correction', {
    facets: [],
    after: null,
    limit: LISTED_CORRECTIONS,
  })
  return rows.map(({ doc }) => doc)
}

const correctionsPage = async (context: DeliveryContext, lastChange: string): Promise<Reply> => {
  const html = renderCorrectionsPage(await newestCorrections(context), pageContext(context))
  return { ...page(200, html), tags: ['corrections'], lastModified: lastChange }
}

const correctionsFeed = async (context: DeliveryContext, lastChange: string): Promise<Reply> => ({
  status: 200,
  type: 'application/feed+json; charset=utf-8',
  body: renderCorrectionsFeed(await newestCorrections(context), context),
  headers: feedLinks(CORRECTIONS_FEED_PATH, context),
  tags: ['corrections'],
  lastModified: lastChange,
  isKept: true,
})

/** Where the feed is and who tells of its changes, as subscribers look for it first (W3C WebSub §4). */
const feedLinks = (path: string, { hub, publicUrl }: DeliveryContext): Record<string, string> =>
  hub ? { Link: `<${hub}>; rel="hub", <${publicUrl}${path}>; rel="self"` } : {}

const storyPage = async (slug: string, context: DeliveryContext): Promise<Reply> => {
  const found = await findStory({ ledger: context.ledger, address: slug, mayBeId: false })
  if (found.outcome === 'unknown') return unknownPage(context)
  if (found.outcome === 'moved') return redirectReply(storyUrl(context.publicUrl, found.slug))
  const { current, isCurrent } = found
  const reply = currentPage(current, context)
  return isCurrent ? { ...reply, isCurrent } : reply
}

const historyPage = async (slug: string, context: DeliveryContext): Promise<Reply> => {
  const found = await findStory({ ledger: context.ledger, address: slug, mayBeId: false })
  if (found.outcome === 'unknown') return unknownPage(context)
  if (found.outcome === 'moved') return redirectReply(historyUrl(context.publicUrl, found.slug))
  const { current, isCurrent } = found
  if (current.state === 'live' && !hasHistory(current)) return unknownPage(context)
  const reply =
    current.state === 'live' ? await versionsPage(current, context) : currentPage(current, context)
  return isCurrent ? { ...reply, isCurrent } : reply
}

const versionsPage = async (current: CurrentStory, context: DeliveryContext): Promise<Reply> => {
  const { story, at } = current
  const { versions, hasMore } = await findHistory(context, { id: story.id, first: LISTED_VERSIONS })
  const html = renderHistoryPage(story, versions, !hasMore, pageContext(context))
  return { ...page(200, html), tags: storyTags(current), lastModified: at }
}

const currentPage = (current: CurrentStory, context: DeliveryContext): Reply => {
  const { story, state, at, reason } = current
  switch (state) {
    case 'live': {
      const html = renderArticlePage(story, pageContext(context))
      return { ...page(200, html), tags: storyTags(current), lastModified: at }
    }
    case 'retracted': {
      const why = reason ?? 'The newsroom has withdrawn this story.'
      const html = renderRetractedPage(story, why, pageContext(context))
      return { ...page(410, html), tags: [`story-${story.id}`] }
    }
    case 'unpublished': {
      const message = 'This story is no longer published.'
      return { ...page(410, says('Gone', message, context)), tags: [`story-${story.id}`] }
    }
  }
}

/** The same decision as for the API (status, logging), in words for readers. */
const failedPage = (err: unknown, context: DeliveryContext): Reply => {
  const { status } = errorReply(err, context)
  const html = says('Something went wrong', 'Try again in a moment.', context)
  return { ...page(status, html), isKept: false, cacheControl: NEVER }
}

const decoded = (segment: string): string | null => {
  try {
    return decodeURIComponent(segment)
  } catch (err) {
    if (err instanceof URIError) return null
    throw err
  }
}
