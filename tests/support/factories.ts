/** Records for tests: each call makes a new one that could be published, and differs only in what the test names. */
import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import sharp from 'sharp'
import type {
  Article,
  Author,
  Evidence,
  EvidenceFile,
  Image,
  Quote,
  Section,
  Source,
} from '#src/payload-types.ts'
import type { StoryBlock } from '#src/story/publishedStory.ts'
import { storyToLexical } from '#src/story/storyToLexical.ts'
import type { Person } from './newsroom.ts'

type Data = Record<string, unknown>

export type Factories = {
  /** A draft with section, byline and text: publishable as it is. `by` becomes `createdBy`. */
  makeArticle: (data?: Data, by?: Person) => Promise<Article>
  makeSection: (data?: Data) => Promise<Section>
  makeAuthor: (data?: Data) => Promise<Author>
  makeSource: (data?: Data, by?: Person) => Promise<Source>
  /** With a speaker, unless `speaker: null` is given. */
  makeQuote: (data?: Data, by?: Person) => Promise<Quote>
  makeEvidence: (data?: Data, by?: Person) => Promise<Evidence>
  /** The original of a piece of evidence: a short plain text unless given otherwise. */
  makeEvidenceFile: (file?: {
    name: string
    data: Buffer
    mimetype: string
  }) => Promise<EvidenceFile>
  makeImage: (data?: Data, by?: Person) => Promise<Image>
  /** Saves a draft by the Local API, with all rights. */
  saveDraft: (id: string, data: Data, by?: Person) => Promise<Article>
  publish: (id: string, data?: Data, by?: Person) => Promise<Article>
  /** The newest draft, whole. */
  newest: (id: string) => Promise<Article>
  /** What is published, or the record as first made. */
  stored: (id: string) => Promise<Article>
}

/** A body that carries text, quotes and images. */
export const bodyOf = ({
  text = 'The wind rose in the night.',
  quotes = [],
  images = [],
  cites = [],
}: {
  text?: string
  quotes?: string[]
  images?: string[]
  cites?: string[]
} = {}): never => {
  const blocks: StoryBlock[] = [
    { type: 'paragraph', children: [{ type: 'text', text, marks: [] }] },
    ...quotes.map((quoteId): StoryBlock => ({ type: 'quote', display: 'block', quoteId })),
    ...images.map((id) => ({ type: 'image', image: { id, caption: null } }) as StoryBlock),
    ...cites.map((sourceId): StoryBlock => ({
      type: 'paragraph',
      children: [{ type: 'citation', sourceId, label: 'a paper', url: null }],
    })),
  ]
  return storyToLexical(blocks, { newId: randomUUID }) as never
}

/** A small picture. */
export const jpeg = (size = 40): Promise<Buffer> =>
  sharp({ create: { width: size, height: size, channels: 3, background: '#4a6' } })
    .jpeg()
    .toBuffer()

let made = 0
const next = (): number => (made += 1)

export const createFactories = (payload: Payload): Factories => {
  // Types of records are checked where the tests read them; what goes in may be wrong on purpose.
  const create = async <T>(collection: string, data: Data, by?: Person, more: Data = {}) =>
    (await payload.create({
      collection: collection as never,
      data: data as never,
      depth: 0,
      overrideAccess: true,
      ...(by ? { user: userOf(by) } : {}),
      ...more,
    })) as unknown as T

  const makeSection: Factories['makeSection'] = (data = {}) =>
    create('sections', { name: `Section ${next()}`, ...data })
  const makeAuthor: Factories['makeAuthor'] = (data = {}) =>
    create('authors', { name: `Author ${next()}`, ...data })
  const makeSource: Factories['makeSource'] = (data = {}, by) =>
    create('sources', { name: `Source ${next()}`, kind: 'person', ...data }, by)

  const update = async (id: string, data: Data, draft: boolean, by?: Person): Promise<Article> =>
    payload.update({
      collection: 'articles',
      id,
      data,
      draft,
      depth: 0,
      overrideAccess: true,
      ...(by ? { user: userOf(by) } : {}),
    })

  return {
    makeSection,
    makeAuthor,
    makeSource,
    async makeArticle(data = {}, by) {
      const section = 'section' in data ? data['section'] : (await makeSection()).id
      const whole = {
        headline: `Story ${next()}`,
        bylineOverride: 'From our correspondents',
        body: bodyOf(),
        ...data,
        section,
      }
      return create('articles', whole, by, { draft: true })
    },
    async makeQuote(data = {}, by) {
      const speaker = 'speaker' in data ? data['speaker'] : (await makeSource()).id
      return create(
        'quotes',
        { text: `These were the words, number ${next()}.`, ...data, speaker },
        by,
      )
    },
    makeEvidence: (data = {}, by) =>
      create('evidence', { title: `Evidence ${next()}`, text: 'What was said.', ...data }, by),
    makeEvidenceFile(given) {
      const file = given ?? {
        name: `transcript-${next()}.txt`,
        data: Buffer.from('What was said.'),
        mimetype: 'text/plain',
      }
      return create('evidence-files', {}, undefined, { file: { ...file, size: file.data.length } })
    },
    async makeImage(data = {}, by) {
      const bytes = await jpeg()
      const file = {
        name: `picture-${next()}.jpg`,
        data: bytes,
        mimetype: 'image/jpeg',
        size: bytes.length,
      }
      const whole = { alt: `Picture ${next()}`, credit: 'Jane Doe', ...data }
      return create('images', whole, by, { file })
    },
    saveDraft: (id, data, by) => update(id, data, true, by),
    publish: (id, data = {}, by) => update(id, { ...data, _status: 'published' }, false, by),
    newest: (id) =>
      payload.findByID({ collection: 'articles', id, draft: true, depth: 0, overrideAccess: true }),
    stored: (id) =>
      payload.findByID({
        collection: 'articles',
        id,
        draft: false,
        depth: 0,
        overrideAccess: true,
      }),
  }
}

/** What the Local API takes for the one who acts. */
export const userOf = ({ id, name, email, role }: Person): never =>
  ({ id, name, email, roles: [role], collection: 'users' }) as never
