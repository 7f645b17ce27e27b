/** Answers as they may come, for the documentation. A test holds them against the schemas. */

export const exampleQuote = {
  id: '0b7c2f0e-6a0b-4f5e-9a43-0d1c6a6f3c11',
  text: 'No ship leaves before the storm has passed.',
  kind: 'direct',
  language: 'en',
  original: null,
  speaker: {
    sourceId: 'b6a2cf0c-1d0a-4c2e-8a57-6a1f9a2f1d22',
    name: 'Marta Duarte',
    description: null,
    role: 'harbour master',
    affiliation: 'Port Authority',
    isAnonymous: false,
    anonymityReason: null,
  },
  chain: [
    {
      mode: 'first-hand',
      sourceId: 'b6a2cf0c-1d0a-4c2e-8a57-6a1f9a2f1d22',
      name: 'Marta Duarte',
      url: null,
    },
  ],
  saidAt: '2026-03-01',
  medium: 'interview',
  url: null,
  verification: 'verified',
} as const

const section = { id: '7d1f7c7e-93a3-4d52-8f6a-1b8f3f0f4e33', name: 'World', slug: 'world' }
const author = {
  id: 'e2b1c1a0-5a3c-4f7b-9a39-2c7d2e0f5a44',
  name: 'Ada Quill',
  slug: 'ada-quill',
  role: 'by',
  bio: 'Writes about ports and weather.',
  image: null,
} as const
const source = {
  id: 'b6a2cf0c-1d0a-4c2e-8a57-6a1f9a2f1d22',
  kind: 'person',
  name: 'Marta Duarte',
  slug: 'marta-duarte',
  role: 'harbour master',
  affiliation: 'Port Authority',
  domain: null,
  url: null,
  isAnonymous: false,
} as const
const articlesOf = (filter: string) => `https://news.example/v1/articles?${filter}`

export const exampleNamed = {
  author: { ...author, links: { articles: articlesOf(`author=${author.id}`) } },
  source: {
    ...source,
    links: {
      articles: articlesOf(`source=${source.id}`),
      quotes: `https://news.example/v1/quotes?source=${source.id}`,
    },
  },
  section: { ...section, links: { articles: articlesOf('section=world') } },
}

export const exampleTeaser = {
  id: '3f9a1d52-0c64-4b8e-9d1e-8e5b7c2a6f55',
  slug: 'ships-stay-in-port',
  url: 'https://news.example/articles/ships-stay-in-port',
  kind: 'report',
  language: 'en',
  headline: 'Ships stay in port',
  standfirst: 'The harbour waits for the storm to pass.',
  dateline: 'PORTO',
  section,
  topics: [{ name: 'Weather', slug: 'weather' }],
  byline: 'By Ada Quill',
  authors: [author],
  leadImage: null,
  corrections: [],
  wordCount: 13,
  firstPublishedAt: '2026-03-01T08:00:00.000Z',
  updatedAt: '2026-03-01T08:00:00.000Z',
} as const

export const exampleArticle = {
  ...exampleTeaser,
  body: [
    { type: 'paragraph', children: [{ type: 'text', text: 'The wind rose at dawn.', marks: [] }] },
    { type: 'quote', display: 'block', quoteId: exampleQuote.id },
  ],
  bodyHtml: '<p>The wind rose at dawn.</p>',
  quotes: [exampleQuote],
  sources: [source],
  version: { seq: 121, hash: 'c0ffee'.padEnd(64, '0'), at: '2026-03-01T08:00:00.000Z' },
}

export const exampleVersion = {
  seq: 124,
  at: '2026-03-02T09:00:00.000Z',
  event: 'correct',
  change: 'correction',
  versionHash: 'decade'.padEnd(64, '0'),
  notes: [
    {
      id: '65e1b2c3d4e5f60718293a4b',
      kind: 'correction',
      at: '2026-03-02T09:00:00.000Z',
      text: 'An earlier version gave the wrong direction of the wind.',
      before: 'from the north',
      after: 'from the south',
    },
  ],
  diff: {
    fields: [],
    blocks: [
      {
        type: 'paragraph',
        is: 'changed',
        words: [
          { text: 'It came from the ', is: 'same' },
          { text: 'north', is: 'removed' },
          { text: 'south', is: 'added' },
          { text: '.', is: 'same' },
        ],
      },
    ],
  },
} as const

export const exampleCorrection = {
  id: '65e1b2c3d4e5f60718293a4b',
  kind: 'correction',
  at: '2026-03-02T09:00:00.000Z',
  text: 'An earlier version gave the wrong direction of the wind.',
  before: 'from the north',
  after: 'from the south',
  article: {
    id: exampleTeaser.id,
    slug: exampleTeaser.slug,
    headline: exampleTeaser.headline,
    language: 'en',
    state: 'live',
    url: exampleTeaser.url,
  },
} as const

export const exampleHit = {
  type: 'quote',
  score: 4.2,
  highlights: {
    headline: null,
    standfirst: null,
    text: 'No ship leaves before the <mark>storm</mark> has passed.',
    speaker: 'Marta Duarte',
  },
  quote: exampleQuote,
} as const

export const exampleChanges = {
  data: [
    {
      seq: 121,
      event: 'publish',
      change: null,
      isTombstone: false,
      articleId: exampleTeaser.id,
      slug: exampleTeaser.slug,
      at: '2026-03-01T08:00:00.000Z',
      reason: null,
      versionHash: exampleArticle.version.hash,
      hash: 'beef'.padEnd(64, '0'),
      links: { article: `https://news.example/v1/articles/${exampleTeaser.id}` },
    },
  ],
  page: { since: 121, head: 121, hasNextPage: false },
  links: { next: 'https://news.example/v1/changes?since=121' },
}

/** The last page of a list with one entry. */
export const pageExample = (entry: unknown) => ({
  data: [entry],
  page: { endCursor: 'c3RvcnkKODIyNw', hasNextPage: false },
  links: { next: null },
})
