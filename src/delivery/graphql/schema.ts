/** The reader's GraphQL schema, in its own language. Published: names here are promises. */
import { articleTypes } from './articleTypes.ts'
import { nameTypes } from './nameTypes.ts'
import { quoteTypes } from './quoteTypes.ts'
import { searchTypes } from './searchTypes.ts'

/** Every type of the schema; `buildReaderSchema` adds what its fields do. */
export const typeDefinitions = /* GraphQL */ `
  """
  What the newsroom has published. Everything here comes from the ledger of publications; drafts are
  not reachable. Lists are Relay connections: \`first\` is 20 unless given and 100 at most.
  """
  type Query {
    "A story by slug (old slugs lead to the story too) or by id. Null when it was never published or is offline; a retracted story is there with its state and retraction."
    article(slug: String, id: ID): Article
    "Stories, newest first. Filters combine."
    articles(
      first: Int = 20
      "The endCursor of an earlier page."
      after: String
      "The slug of a section."
      section: String
      "The id or slug of an author."
      author: String
      "The slug of a topic."
      topic: String
      "The id or slug of a source the story cites."
      source: String
      kind: ArticleKind
      "A language tag: en means en-GB too."
      language: String
      "Words that all have to be there; phrases in quotation marks; beginnings as harb*. The order stays newest first."
      q: String
      "Nothing older than this time."
      since: DateTime
    ): ArticleConnection!
    "A quote by id; null when no published story carries it."
    quote(id: ID!): Quote
    "Quotes of published stories, newest first. Filters combine."
    quotes(
      first: Int = 20
      "The endCursor of an earlier page."
      after: String
      "The id or slug of the source who said it."
      speaker: String
      "The id or slug of a source who said it or passed it on."
      source: String
      "The id or slug of a story that carries it."
      article: String
      "The slug of a section of a story that carries it."
      section: String
      "The id or slug of an author of a story that carries it."
      author: String
      kind: QuoteKind
      "A language tag: en means en-GB too."
      language: String
      "Words that all have to be there; phrases in quotation marks; beginnings as harb*. The order stays newest first."
      q: String
      "Nothing older than this time."
      since: DateTime
    ): QuoteConnection!
    "An author by id or slug; null when no published story carries the name."
    author(id: ID, slug: String): Author
    "Authors of published stories, by name."
    authors(first: Int = 20, after: String): AuthorConnection!
    "A source by id or slug; null when no published story cites it."
    source(id: ID, slug: String): Source
    "Sources of published stories, by name."
    sources(first: Int = 20, after: String, kind: SourceKind): SourceConnection!
    "What was put right in stories, newest first, retractions included. Filters combine."
    corrections(
      first: Int = 20
      "The endCursor of an earlier page."
      after: String
      "The slug of a section."
      section: String
      "The id or slug of a story."
      article: String
      kind: CorrectionKind
      "Nothing older than this time."
      since: DateTime
    ): CorrectionConnection!
    "Stories and quotes that have all the words, the best first. Filters combine."
    search(
      "Words that all have to be there; phrases in quotation marks; beginnings as harb*."
      q: String!
      first: Int = 20
      "The endCursor of an earlier page of this search."
      after: String
      "One of them only."
      type: SearchType
      "The slug of a section."
      section: String
      "The id or slug of an author."
      author: String
      "Stories of this kind only."
      articleKind: ArticleKind
      "Quotes of this kind only."
      quoteKind: QuoteKind
      "A language tag: en means en-GB too."
      language: String
      "Nothing older than this time."
      since: DateTime
    ): SearchHitConnection!
    "Sections with published stories, by name."
    sections(first: Int = 100, after: String): SectionConnection!
  }

  "A time in UTC, as ISO 8601: 2026-03-01T08:00:00.000Z."
  scalar DateTime
  "Any JSON value."
  scalar JSON

  "Where a page ends."
  type PageInfo {
    "Give it as after for the next page."
    endCursor: String
    "Null on an empty page."
    startCursor: String
    "Whether more follows."
    hasNextPage: Boolean!
    "Always false: pages are read forwards."
    hasPreviousPage: Boolean!
  }
  ${articleTypes}
  ${quoteTypes}
  ${nameTypes}
  ${searchTypes}
  ${['Article', 'Quote', 'Author', 'Source', 'Section', 'Correction', 'SearchHit'].map(connection).join('\n')}
`

function connection(type: string): string {
  return /* GraphQL */ `
  "A page of a list."
  type ${type}Connection {
    "The entries with their cursors."
    edges: [${type}Edge!]!
    "The entries alone."
    nodes: [${type}!]!
    "Where the page ends."
    pageInfo: PageInfo!
  }

  "An entry of a list."
  type ${type}Edge {
    "Where the entry stands in the list."
    cursor: String!
    "The entry."
    node: ${type}!
  }`
}
