/** Makes the stock Payload's database with one story, `FILL`, and says by which id it is known. */
import { randomUUID } from 'node:crypto'
import { getPayload } from 'payload'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { storyToLexical } from '#src/story/storyToLexical.ts'
import config from './payload.config.ts'

const payload = await getPayload({ config })

type Create = (wanted: { collection: string; data: object }) => Promise<{ id: unknown }>
// Its collections are not those of the types that were generated for the newsroom.
const create = payload.create as unknown as Create
const make = async (collection: string, data: object): Promise<string> =>
  String((await create({ collection, data })).id)
const makeAll = (collection: string, all: object[]) =>
  Promise.all(all.map((data) => make(collection, data)))

const story = JSON.parse(process.env['FILL'] ?? '') as PublishedStory
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
const id = await make('articles', {
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
await payload.destroy()
process.send?.({ id })
