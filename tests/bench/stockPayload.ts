/**
 * Payload as it comes, for comparison: the same story with its authors, quotes and sources in plain collections, asked
 * the way its documentation says. Payload answers straight from a Node server, without Next in between, which is the
 * quickest way it can be asked. Started by `stock.mjs`; `FILE` is its database.
 */
import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { Readable } from 'node:stream'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, getPayload, handleEndpoints, type CollectionConfig } from 'payload'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { storyToLexical } from '#src/story/storyToLexical.ts'

const open = { read: () => true }
const named = (slug: string): CollectionConfig => ({
  slug,
  access: open,
  fields: [{ name: 'name', type: 'text' }],
})

const config = await buildConfig({
  secret: 'for measuring only',
  telemetry: false,
  editor: lexicalEditor({}),
  db: sqliteAdapter({
    client: { url: `file:${process.env['FILE']}` },
    idType: 'uuid',
    push: process.env['FILL'] !== undefined,
  }),
  collections: [
    { slug: 'users', auth: true, fields: [] },
    named('sections'),
    named('authors'),
    named('sources'),
    {
      slug: 'quotes',
      access: open,
      fields: [
        { name: 'text', type: 'textarea' },
        { name: 'speaker', type: 'relationship', relationTo: 'sources' },
      ],
    },
    {
      slug: 'articles',
      access: { read: () => ({ _status: { equals: 'published' } }) },
      versions: { drafts: true },
      fields: [
        { name: 'slug', type: 'text', unique: true, index: true },
        { name: 'headline', type: 'text' },
        { name: 'standfirst', type: 'textarea' },
        { name: 'byline', type: 'text' },
        { name: 'body', type: 'richText' },
        { name: 'section', type: 'relationship', relationTo: 'sections' },
        { name: 'authors', type: 'relationship', relationTo: 'authors', hasMany: true },
        { name: 'quotes', type: 'relationship', relationTo: 'quotes', hasMany: true },
        { name: 'sources', type: 'relationship', relationTo: 'sources', hasMany: true },
      ],
    },
  ],
})
const payload = await getPayload({ config })

/** Makes the story that is copied, and says which it is. */
const fill = async (story: PublishedStory): Promise<string> => {
  const make = async (collection: string, data: object): Promise<string> => {
    const made = await payload.create({ collection: collection as never, data: data as never })
    return String((made as { id: unknown }).id)
  }
  const makeAll = (collection: string, all: object[]) =>
    Promise.all(all.map((data) => make(collection, data)))
  const sources = await makeAll(
    'sources',
    story.sources.map(({ name }) => ({ name })),
  )
  const quotes = await makeAll(
    'quotes',
    story.quotes.map(({ text }, index) => ({ text, speaker: sources[index % sources.length] })),
  )
  // Only what a plain editor knows: its quotations are paragraphs.
  const paragraphs = story.body.filter((block) => block.type === 'paragraph')
  return make('articles', {
    slug: story.slug,
    headline: story.headline,
    standfirst: story.standfirst,
    byline: story.byline,
    body: storyToLexical(paragraphs, { newId: randomUUID }),
    section: await make('sections', { name: story.section?.name ?? 'News' }),
    authors: await makeAll(
      'authors',
      story.authors.map(({ name }) => ({ name })),
    ),
    quotes,
    sources,
    _status: 'published',
  })
}

const serve = (): void => {
  const server = http.createServer((incoming, outgoing) => {
    const request = new Request(`http://127.0.0.1${incoming.url}`)
    void handleEndpoints({ config: payload.config, request }).then((answer) => {
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
      if (answer.body) Readable.fromWeb(answer.body as never).pipe(outgoing)
      else outgoing.end()
    })
  })
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ port: (server.address() as { port: number }).port })
  })
}

process.once('disconnect', () => process.exit(0))
if (process.env['FILL'] === undefined) serve()
else {
  const id = await fill(JSON.parse(process.env['FILL']) as PublishedStory)
  await payload.destroy()
  process.send?.({ id })
}
