/**
 * A newsroom with a canary in every place that readers must not see, around two live stories that they may.
 * Each canary names its place, so that a leak tells where it came from.
 */
import { randomUUID } from 'node:crypto'
import type { storyToLexical } from '#src/story/storyToLexical.ts'
import { bodyOf } from '#tests/support/factories.ts'
import type { Newsroom, Person } from '#tests/support/newsroom.ts'

/** Nothing else in the database or in Payload's own words contains it. */
export const CANARY = 'zqxjv'

/** Places whose text must not even stand in the database as it was typed. */
export const sealedPlaces = ['identity']

export type HiddenPlaces = { places: string[]; liveId: string; hiddenIds: string[] }

export const hide = async (room: Newsroom): Promise<HiddenPlaces> => {
  const places: string[] = []
  const secret = (place: string): string => {
    places.push(place)
    return `${CANARY}-${place}-x`
  }
  const { payload } = room
  const chief = await room.makeUser('chief', secret('user-name'))
  const create = async (collection: string, data: Record<string, unknown>) =>
    (await payload.create({
      collection: collection as never,
      data: data as never,
      depth: 0,
      overrideAccess: true,
    })) as { id: string }
  const writer = await create('users', {
    name: 'Writer',
    email: `${secret('user-email')}@newsroom.example`,
    password: 'correct horse battery staple',
    roles: ['reporter'],
  })
  await create('subscriptions', { name: secret('subscription'), url: 'https://hook.example' })
  await create('consumers', { name: secret('consumer') })

  const evidence = await room.makeEvidence({
    title: secret('evidence-title'),
    text: `${secret('evidence-text')}. It was whispered.`,
  })
  const confidential = await room.makeSource({
    name: secret('confidential-name'),
    isConfidential: true,
    publicDescription: 'a senior official',
    role: secret('confidential-role'),
    affiliation: secret('confidential-affiliation'),
    domain: secret('confidential-domain'),
    url: `https://${secret('confidential-url')}.example`,
    houseAbbreviation: secret('confidential-short'),
    reliabilityNote: secret('reliability'),
    identity: secret('identity'),
    approvedBy: chief.id,
  })
  const named = await room.makeSource({
    name: 'Named Speaker',
    reliabilityNote: secret('reliability-named'),
  })
  const whispered = await room.makeQuote({
    text: 'It was whispered.',
    speaker: confidential.id,
    evidence: evidence.id,
  })
  const spoken = await room.makeQuote({ speaker: named.id })
  const image = await room.makeImage({
    permissions: [{ access: 'allow-use', note: secret('permission') }],
  })
  const author = await room.makeAuthor({
    name: 'Ada Quill',
    contact: secret('contact'),
    user: writer.id,
  })
  const lead = await room.makeImage({})

  const linked = await room.makeArticle({ headline: secret('linked-headline') })
  await room.publish(linked.id)
  const hiddenIds = [
    await draftStory(room, secret),
    await heldStory(room, secret, 'scheduled'),
    await heldStory(room, secret, 'embargoed'),
    await takenAway(room, secret, chief, 'retracted'),
    await takenAway(room, secret, chief, 'unpublished'),
    await takenAway(room, secret, chief, 'trashed'),
    await takenAway(room, secret, chief, 'deleted'),
  ]

  const { id: liveId } = await room.makeArticle({
    headline: 'What everybody may read',
    authors: [{ author: author.id, role: 'by' }],
    leadImage: lead.id,
    standfirst: secret('first-version'),
    privateNotes: secret('notes'),
    stateReason: secret('state-reason'),
    foundCredit: { raw: secret('found-credit') },
    doubts: [{ message: secret('doubt'), excerpt: secret('doubt-excerpt') }],
    assignee: writer.id,
    // Readers see what changed in it, and are told of no story that they cannot read.
    isHistoryPublic: true,
    replaces: hiddenIds[0],
    related: hiddenIds.filter((id) => id !== ''),
    body: linkingTo(linked.id, [whispered.id, spoken.id], image.id),
  })
  await room.publish(liveId)
  await room.publish(liveId, { standfirst: 'For everybody.' })
  await room.saveDraft(liveId, {
    headline: secret('newer-headline'),
    standfirst: secret('newer-standfirst'),
    slug: secret('newer-slug'),
    body: bodyOf({ text: secret('newer-body') }),
    topics: [secret('newer-topic')],
  })
  await create('notes', {
    article: liveId,
    text: secret('note'),
    range: { exact: secret('note-words'), prefix: secret('note-before') },
  })
  await create('notifications', {
    user: writer.id,
    article: liveId,
    kind: 'mention',
    text: secret('notice'),
    at: '2026-01-05T09:00:00.000Z',
  })
  const note = await create('notes', { article: liveId, text: secret('note') })
  await create('notes', { article: liveId, thread: note.id, text: secret('note-reply') })
  const [draftId] = hiddenIds
  await create('notes', { article: draftId, text: secret('note-on-a-draft') })
  // A second one, so that an order has something to order.
  const other = await room.makeArticle({
    headline: 'Read this too',
    privateNotes: `aaa ${secret('notes-too')}`,
  })
  await room.publish(other.id)
  await room.rest(chief, 'PATCH', `/api/articles/${linked.id}`, { _status: 'draft' })
  hiddenIds.push(linked.id)
  return { places, liveId, hiddenIds: hiddenIds.filter((id) => id !== '') }
}

type Secret = (place: string) => string

const draftStory = async (room: Newsroom, secret: Secret): Promise<string> => {
  const speaker = await room.makeSource({ name: secret('hidden-source') })
  const quote = await room.makeQuote({ text: secret('hidden-quote'), speaker: speaker.id })
  const image = await room.makeImage({
    alt: secret('hidden-image'),
    caption: secret('hidden-caption'),
  })
  const author = await room.makeAuthor({ name: secret('hidden-author') })
  const { id } = await room.makeArticle({
    headline: secret('draft-headline'),
    standfirst: secret('draft-standfirst'),
    authors: [{ author: author.id, role: 'by' }],
    body: bodyOf({ text: secret('draft-body'), quotes: [quote.id], images: [image.id] }),
  })
  return id
}

const heldStory = async (
  room: Newsroom,
  secret: Secret,
  how: 'scheduled' | 'embargoed',
): Promise<string> => {
  const { id } = await room.makeArticle({
    headline: secret(`${how}-headline`),
    body: bodyOf({ text: secret(`${how}-body`) }),
  })
  await room.saveDraft(id, { state: 'approved' })
  const later = '2099-01-01T00:00:00.000Z'
  await room.saveDraft(
    id,
    how === 'scheduled' ? { state: how, scheduledFor: later } : { embargoUntil: later },
  )
  return id
}

const takenAway = async (
  room: Newsroom,
  secret: Secret,
  chief: Person,
  how: 'retracted' | 'unpublished' | 'trashed' | 'deleted',
): Promise<string> => {
  const quote = await room.makeQuote({ text: secret(`${how}-quote`) })
  const { id } = await room.makeArticle({
    headline: secret(`${how}-headline`),
    body: bodyOf({ text: secret(`${how}-body`), quotes: [quote.id] }),
  })
  await room.publish(id)
  const path = `/api/articles/${id}`
  const answer = await {
    retracted: () =>
      room.rest(chief, 'POST', `${path}/retract`, { reason: secret('retraction-reason') }),
    unpublished: () => room.rest(chief, 'PATCH', path, { _status: 'draft' }),
    trashed: () => room.rest(chief, 'PATCH', path, { deletedAt: new Date().toISOString() }),
    deleted: () => room.rest(chief, 'DELETE', path),
  }[how]()
  if (answer.status !== 200) throw new Error(`${how}: ${answer.status} ${answer.text}`)
  return how === 'deleted' ? '' : id
}

/** A body with quotes, a picture, and a link to a story that nobody may see. */
const linkingTo = (articleId: string, quotes: string[], imageId: string): never => {
  const state = bodyOf({ quotes, images: [imageId] }) as unknown as ReturnType<
    typeof storyToLexical
  >
  const text = {
    type: 'text',
    version: 1,
    text: 'as reported',
    format: 0,
    style: '',
    mode: 'normal',
    detail: 0,
  }
  const link = {
    type: 'link',
    version: 3,
    id: randomUUID().replaceAll('-', '').slice(0, 24),
    fields: {
      linkType: 'internal',
      newTab: false,
      doc: { relationTo: 'articles', value: articleId },
    },
    ...{ direction: null, format: '', indent: 0, children: [text] },
  }
  state.root.children.push({
    type: 'paragraph',
    version: 1,
    ...{ direction: null, format: '', indent: 0, textFormat: 0, textStyle: '', children: [link] },
  })
  return state as never
}
