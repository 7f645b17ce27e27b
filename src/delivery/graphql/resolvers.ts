/** What the fields of the schema do, where they do more than read a member of the same name. */
import { buildSchema, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql'

import { historyUrl, storyUrl } from '#src/formats/urls.ts'
import type { CurrentStory, PublishedCorrection } from '#src/ledger/port.ts'
import type {
  AttributionHop,
  StoryAuthor,
  StoryCorrection,
  StoryImage,
  StoryQuote,
  StoryRelative,
  StorySection,
  StorySource,
  StorySpeaker,
  StoryTopic,
} from '#src/story/publishedStory.ts'

import { hasHistory } from '../findHistory.ts'
import type { Hit } from '../findWords.ts'
import { type Body, renderIn } from './body.ts'
import { heldConnection, ledgerConnection, type PageArguments } from './connection.ts'
import { enumName } from './enumName.ts'
import type { QueryContext } from './queryContext.ts'
import { queryResolvers } from './queryResolvers.ts'
import { typeDefinitions } from './schema.ts'

type Resolver = GraphQLFieldResolver<never, QueryContext, never>

/** Builds the schema with its resolvers. Pure but slow: once per process. */
export const buildReaderSchema = (): GraphQLSchema => {
  const schema = buildSchema(typeDefinitions)
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName)
    if (!isObjectType(type)) throw new Error(`The schema has no type ${typeName}.`)
    for (const [name, resolve] of Object.entries(fields)) {
      const field = type.getFields()[name]
      if (!field) throw new Error(`The schema has no field ${typeName}.${name}.`)
      field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>
    }
  }
  return schema
}

const field =
  <Parent, Args = object>(
    resolve: (parent: Parent, args: Args, query: QueryContext) => unknown,
  ): Resolver =>
  (parent, args, query) =>
    resolve(parent, args, query)

const inList = <Parent>(kind: 'story' | 'quote', facet: (parent: Parent) => string): Resolver =>
  field<Parent, PageArguments>((parent, page, { loaders }) =>
    ledgerConnection({ loaders, kind, facets: [facet(parent)], page }),
  )

/** The members of the story, which an Article wraps together with its row. */
const storyMembers = Object.fromEntries(
  [
    'id slug language headline standfirst dateline section topics byline authors leadImage',
    'sources wordCount firstPublishedAt updatedAt',
  ]
    .join(' ')
    .split(' ')
    .map((name) => [name, field<CurrentStory>(({ story }) => story[name as keyof typeof story])]),
)

const absolute = (url: string, { context }: QueryContext): string =>
  /^\/(?!\/)/.test(url) ? context.publicUrl + url : url

const sourceOf = field<StorySpeaker | AttributionHop>(({ sourceId }, _, { loaders }) =>
  sourceId === null ? null : loaders.byId('source', sourceId),
)

/** A relative as it is now. One that was withdrawn a moment ago is none. */
const liveOf = async (
  relative: StoryRelative | undefined,
  { loaders }: QueryContext,
): Promise<CurrentStory | null> => {
  const current = relative ? await loaders.byId('story', relative.id) : null
  return current?.state === 'live' ? current : null
}

const resolvers: Record<string, Record<string, Resolver>> = {
  Query: queryResolvers,
  Article: {
    ...storyMembers,
    url: field<CurrentStory>(({ story }, _, { context }) =>
      storyUrl(context.publicUrl, story.slug),
    ),
    state: field<CurrentStory>(({ state }) => enumName(state)),
    kind: field<CurrentStory>(({ story }) => enumName(story.kind)),
    retraction: field<CurrentStory>(({ state, reason, at }) =>
      state === 'retracted' ? { reason, at } : null,
    ),
    body: field<CurrentStory, { format: Body }>(({ story }, { format }, { context }) =>
      renderIn(format, story, context),
    ),
    quotes: field<CurrentStory, PageArguments>(({ story }, page) =>
      heldConnection({ name: 'story-quote', held: story.quotes, page }),
    ),
    corrections: field<CurrentStory>(({ story }) =>
      story.corrections.map((note) => ({ ...note, article: { id: story.id } })),
    ),
    replaces: field<CurrentStory>(({ story }, _, query) => liveOf(story.replaces, query)),
    replacedBy: field<CurrentStory>(({ story }, _, query) => liveOf(story.replacedBy, query)),
    related: field<CurrentStory>(async ({ story }, _, query) => {
      const found = await Promise.all((story.related ?? []).map((one) => liveOf(one, query)))
      return found.filter((one) => one !== null)
    }),
    historyUrl: field<CurrentStory>((current, _, { context }) =>
      hasHistory(current) ? historyUrl(context.publicUrl, current.story.slug) : null,
    ),
    version: field<CurrentStory>(({ seq, versionHash, at }) => ({ seq, hash: versionHash, at })),
  },
  Section: { articles: inList<StorySection>('story', ({ slug }) => `section:${slug}`) },
  Topic: { articles: inList<StoryTopic>('story', ({ slug }) => `topic:${slug}`) },
  Author: {
    role: field<StoryAuthor>(({ role }) => enumName(role)),
    articles: inList<StoryAuthor>('story', ({ id }) => `author:${id}`),
  },
  Correction: {
    kind: field<StoryCorrection>(({ kind }) => enumName(kind)),
    article: field<PublishedCorrection>(({ article }, _, { loaders }) =>
      loaders.byId('story', article.id),
    ),
  },
  Image: { url: field<StoryImage>(({ url }, _, query) => absolute(url, query)) },
  ImageSize: { url: field<{ url: string }>(({ url }, _, query) => absolute(url, query)) },
  Quote: {
    kind: field<StoryQuote>(({ kind }) => enumName(kind)),
    verification: field<StoryQuote>(({ verification }) => enumName(verification)),
    stories: inList<StoryQuote>('story', ({ id }) => `quote:${id}`),
  },
  SearchHit: {
    article: field<Hit>((hit) => (hit.kind === 'story' ? hit.doc : null)),
    quote: field<Hit>((hit) => (hit.kind === 'quote' ? hit.doc : null)),
  },
  Speaker: { source: sourceOf },
  AttributionHop: { source: sourceOf, mode: field<AttributionHop>(({ mode }) => enumName(mode)) },
  Source: {
    kind: field<StorySource>(({ kind }) => enumName(kind)),
    quotes: inList<StorySource>('quote', ({ id }) => `source:${id}`),
    articles: inList<StorySource>('story', ({ id }) => `source:${id}`),
  },
}
