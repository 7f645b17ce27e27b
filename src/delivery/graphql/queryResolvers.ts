/** The fields a query starts from. */
import { GraphQLError } from 'graphql'

import type { CurrentStory, LedgerReader, ReaderDocs } from '#src/ledger/port.ts'

import {
  correctionFacets,
  type CorrectionFilter,
  quoteFacets,
  type QuoteFilter,
  storyFacets,
  type StoryFilter,
} from '../findFacets.ts'
import { findStory } from '../findStory.ts'
import { findWords } from '../findWords.ts'
import {
  checkedTime,
  ledgerConnection,
  type PageArguments,
  searchConnection,
} from './connection.ts'
import { wordOf } from './enumName.ts'
import type { QueryContext } from './queryContext.ts'

type Key = { id?: string | null; slug?: string | null }
type Named = 'author' | 'source'
type SearchArguments = PageArguments & {
  q: string
  type?: 'ARTICLE' | 'QUOTE' | null
  section?: string | null
  author?: string | null
  articleKind?: string | null
  quoteKind?: string | null
  language?: string | null
  since?: string | null
}

const named = async <K extends Named>(
  ledger: LedgerReader,
  kind: K,
  key: Key,
): Promise<ReaderDocs[K] | null> => ledger.get(kind, oneKey(key))

const oneKey = ({ id, slug }: Key): { id: string } | { slug: string } => {
  if (typeof id === 'string' && typeof slug !== 'string') return { id }
  if (typeof slug === 'string' && typeof id !== 'string') return { slug }
  throw new GraphQLError('Give either id or slug.', { extensions: { code: 'BAD_USER_INPUT' } })
}

/** Old slugs lead on; an unpublished story is as if it had never been. */
const article = async (ledger: LedgerReader, key: Key): Promise<CurrentStory | null> => {
  const given = oneKey(key)
  const current = await ledger.get('story', given)
  if (current) return current.state === 'unpublished' ? null : current
  if ('id' in given) return null
  const found = await findStory({ ledger, address: given.slug, mayBeId: false })
  return found.outcome === 'moved' ? article(ledger, { slug: found.slug }) : null
}

export const queryResolvers = {
  article: (_: unknown, key: Key, { context }: QueryContext) => article(context.ledger, key),
  articles: async (
    _: unknown,
    args: PageArguments & StoryFilter & { q?: string | null; since?: string | null },
    { context, loaders }: QueryContext,
  ) => {
    const kind = args.kind ? wordOf(args.kind) : null
    const facets = await storyFacets(context.ledger, { ...args, kind })
    return ledgerConnection({ loaders, kind: 'story', facets, page: args })
  },
  quote: (_: unknown, { id }: { id: string }, { loaders }: QueryContext) =>
    loaders.byId('quote', id),
  quotes: async (
    _: unknown,
    args: PageArguments & QuoteFilter & { q?: string | null; since?: string | null },
    { context, loaders }: QueryContext,
  ) => {
    const kind = args.kind ? wordOf(args.kind) : null
    const facets = await quoteFacets(context.ledger, { ...args, kind })
    return ledgerConnection({ loaders, kind: 'quote', facets, page: args })
  },
  author: (_: unknown, key: Key, { context }: QueryContext) => named(context.ledger, 'author', key),
  authors: (_: unknown, page: PageArguments, { loaders }: QueryContext) =>
    ledgerConnection({ loaders, kind: 'author', facets: [], page }),
  source: (_: unknown, key: Key, { context }: QueryContext) => named(context.ledger, 'source', key),
  sources: (
    _: unknown,
    args: PageArguments & { kind?: string | null },
    { loaders }: QueryContext,
  ) => {
    const facets = args.kind ? [`kind:${wordOf(args.kind)}`] : []
    return ledgerConnection({ loaders, kind: 'source', facets, page: args })
  },
  corrections: async (
    _: unknown,
    args: PageArguments & CorrectionFilter & { since?: string | null },
    { context, loaders }: QueryContext,
  ) => {
    const kind = args.kind ? wordOf(args.kind) : null
    const facets = await correctionFacets(context.ledger, { ...args, kind })
    return ledgerConnection({ loaders, kind: 'correction', facets, page: args })
  },
  search: (_: unknown, args: SearchArguments, { context }: QueryContext) => {
    const { q, type, articleKind, quoteKind, section, author, language } = args
    const since = args.since ? checkedTime(args.since) : null
    const wantsStories = type !== 'QUOTE' && !quoteKind
    const wantsQuotes = type !== 'ARTICLE' && !articleKind
    const kinds = [
      ...(wantsStories ? ['story' as const] : []),
      ...(wantsQuotes ? ['quote' as const] : []),
    ]
    const given = articleKind ?? quoteKind
    const filter = { section, author, language, kind: given ? wordOf(given) : null }
    return searchConnection({
      find: async (page) =>
        kinds.length === 0
          ? { hits: [], endCursor: null, hasNextPage: false }
          : findWords({ ledger: context.ledger, q, kinds, filter, since, ...page }),
      page: args,
    })
  },
  sections: (_: unknown, page: PageArguments, { loaders }: QueryContext) =>
    ledgerConnection({ loaders, kind: 'section', facets: [], page }),
}
