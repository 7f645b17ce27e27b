/**
 * Stories that belong together: one takes the place of another, or is related to it. Readers are told of live
 * stories alone, by the headline that they have.
 */
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { CurrentStory } from '#src/ledger/port.ts'
import type { Article } from '#src/payload-types.ts'
import type { PublishedStory, StoryRelative } from '#src/story/publishedStory.ts'
import { refuse } from '#src/editorial/requests/problems.ts'
import { idOf } from './storyParts.ts'

export type Relatives = Pick<PublishedStory, 'replaces' | 'replacedBy' | 'related'>
type Member = Pick<Article, 'id'> &
  Partial<Pick<Article, 'replaces' | 'related' | 'firstPublishedAt'>>

/** Nobody needs more than the newest; a few are looked at, for some may be away. */
const REPLACERS = 5

/** The live stories that a story names, and the one that took its place. What there is none of is left out. */
export const relativesOf = async (req: PayloadRequest, article: Member): Promise<Relatives> => {
  const replaces = idOf(article.replaces)
  const related = (article.related ?? []).map(idOf).filter((id) => id !== null)
  const replacers = article.firstPublishedAt ? await replacersOf(req, article.id) : []
  const wanted = [replaces, ...related, ...replacers].filter(
    (id): id is string => id !== null && id !== article.id,
  )
  const live = await liveRelatives(req, [...new Set(wanted)])
  const [replacedBy] = found(live, replacers)
  const [earlier] = found(live, replaces ? [replaces] : [])
  // Whoever is told of it at the top is not told again below.
  const told = [earlier?.id, replacedBy?.id]
  const others = found(
    live,
    [...new Set(related)].filter((id) => !told.includes(id)),
  )
  return {
    ...(earlier ? { replaces: earlier } : {}),
    ...(replacedBy ? { replacedBy } : {}),
    ...(others.length > 0 ? { related: others } : {}),
  }
}

/** A story as readers have it, with its relatives as they are now. */
export const withRelatives = async (
  req: PayloadRequest,
  story: PublishedStory,
  article: Member,
): Promise<PublishedStory> => {
  const text = { ...story }
  for (const key of ['replaces', 'replacedBy', 'related'] as const) delete text[key]
  return { ...text, ...(await relativesOf(req, article)) }
}

/**
 * Before a save: no story takes the place of itself, directly or through others. Drafts count as well: they are
 * what goes out next.
 *
 * @throws ValidationError that says which story leads back
 */
export const refuseLoops: CollectionBeforeChangeHook<Article> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const target = idOf(data.replaces)
  if (operation !== 'update' || !originalDoc || !target) return data
  if (target === idOf(originalDoc.replaces)) return data
  const via = await leadsBack(req, target, originalDoc.id)
  if (via === null) return data
  const message =
    target === originalDoc.id
      ? 'A story cannot update itself.'
      : `The story “${via}” updates this one already, so this one cannot update it.`
  refuse('articles', [
    {
      code: 'family-loop',
      severity: 'error',
      path: 'replaces',
      message,
      fix: 'Choose another story, or take the link out there first.',
    },
  ])
  return data
}

/** The headline of the story from which `id` is reached, or `null` when no way leads there. */
const leadsBack = async (req: PayloadRequest, from: string, id: string): Promise<string | null> => {
  if (from === id) return ''
  const seen = new Set([from])
  for (const one of seen) {
    const versions = await versionsOf(req, one)
    const next = versions.map(({ replaces }) => idOf(replaces)).filter((to) => to !== null)
    if (next.includes(id)) return versions[0]?.headline ?? ''
    for (const to of next) seen.add(to)
  }
  return null
}

/** A story as it is being written, and as it went out. */
const versionsOf = async (req: PayloadRequest, id: string): Promise<Article[]> => {
  const select = { headline: true, replaces: true } as const
  const versions = await Promise.all(
    [true, false].map((draft) =>
      req.payload.findByID({
        ...{ collection: 'articles', id, draft, select, depth: 0, disableErrors: true },
        overrideAccess: true,
        req,
      }),
    ),
  )
  return versions.filter((version) => version !== null) as Article[]
}

/** Published stories that take the place of this one, the newest first. */
const replacersOf = async (req: PayloadRequest, id: string): Promise<string[]> => {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'articles',
    where: { and: [{ replaces: { equals: id } }, { _status: { equals: 'published' } }] },
    sort: '-firstPublishedAt',
    limit: REPLACERS,
    pagination: false,
    select: { id: true },
    req,
  })
  return docs.map((doc) => doc.id)
}

const liveRelatives = async (
  req: PayloadRequest,
  ids: string[],
): Promise<Map<string, StoryRelative>> => {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.db.find<{ key: string; doc: CurrentStory }>({
    collection: 'reader-docs',
    where: { and: [{ kind: { equals: 'story' } }, { key: { in: ids } }] },
    select: { key: true, doc: true },
    limit: ids.length,
    pagination: false,
    req,
  })
  const live = docs.filter(({ doc }) => doc.state === 'live')
  return new Map(
    live.map(({ key, doc: { story } }) => [
      key,
      { id: key, slug: story.slug, headline: story.headline },
    ]),
  )
}

const found = (live: Map<string, StoryRelative>, ids: string[]): StoryRelative[] =>
  ids.flatMap((id) => live.get(id) ?? [])
