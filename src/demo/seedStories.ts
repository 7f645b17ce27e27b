/** The stories, each led through the states it has been in, at the times it was. */
import { randomUUID } from 'node:crypto'
import { createLocalReq } from 'payload'
import { withIds } from '#src/editorial/stories/importDraft.ts'
import { retract } from '#src/editorial/publishing/retract.ts'
import type { StoryBlock, StoryImage } from '#src/story/publishedStory.ts'
import { storyToLexical } from '#src/story/storyToLexical.ts'
import type { DemoBlock, DemoStory } from './content/types.ts'
import { idFor, type SeedContext } from './seedContext.ts'

const HOUR_MS = 3_600_000

export const seedStories = async (context: SeedContext, stories: DemoStory[]): Promise<void> => {
  // Oldest first, so that the ledger reads in the order things happened.
  const age = (story: DemoStory) => story.published?.hoursBefore ?? 0
  for (const story of [...stories].sort((a, b) => age(b) - age(a))) {
    const id = await createDraft(context, story)
    context.ids.stories.set(story.key, id)
    await leadThrough(context, id, story)
  }
}

const createDraft = async (context: SeedContext, story: DemoStory): Promise<string> => {
  const { payload, ids } = context
  const first = story.firstVersion ?? story
  const user = await payload.findByID({
    collection: 'users',
    id: idFor(ids.users, story.createdBy),
    depth: 0,
    overrideAccess: true,
  })
  const { id } = await payload.create({
    collection: 'articles',
    draft: true,
    data: {
      slug: story.slug,
      headline: first.headline,
      standfirst: first.standfirst,
      kind: story.kind,
      language: story.language,
      section: idFor(ids.sections, story.section),
      topics: story.topics,
      authors: story.authors.map(({ author, role }) => ({
        author: idFor(ids.authors, author),
        role,
      })),
      bylineOverride: story.bylineOverride,
      dateline: story.dateline,
      leadImage: story.leadImage && idFor(ids.images, story.leadImage.image),
      leadCaption: story.leadImage?.captionOverride ?? null,
      body: bodyOf(context, first.body) as never,
      privateNotes: story.privateNotes,
      state: 'draft',
      _status: 'draft',
    },
    depth: 0,
    overrideAccess: true,
    user: { ...user, collection: 'users' },
  })
  return id
}

/** Every move is one an editor could have made in the panel. */
const leadThrough = async (context: SeedContext, id: string, story: DemoStory): Promise<void> => {
  const { state, changesRequested, published, corrections, schedule, retraction } = story
  if (state === 'in review') await move(context, id, { state })
  if (changesRequested) {
    await move(context, id, { state: 'in review' })
    await move(context, id, { state: 'changes requested', stateReason: changesRequested.reason })
  }
  if (state === 'approved' || state === 'scheduled') await move(context, id, { state: 'approved' })
  if (schedule) {
    const scheduledFor = context.seedTime.getTime() + schedule.hoursAfter * HOUR_MS
    await move(context, id, {
      state: 'scheduled',
      scheduledFor: new Date(scheduledFor).toISOString(),
    })
  }
  if (published) await publishAt(context, id, published.hoursBefore, {})
  for (const [index, correction] of corrections.entries()) {
    await publishAt(context, id, correction.hoursBefore, {
      headline: story.headline,
      standfirst: story.standfirst,
      body: bodyOf(context, story.body),
      corrections: corrections
        .slice(0, index + 1)
        .map(({ kind, hoursBefore, text, before, after }) => ({
          kind,
          at: hoursAgo(context, hoursBefore),
          text,
          before,
          after,
        })),
    })
  }
  if (retraction) {
    const req = await createLocalReq(
      { context: { at: hoursAgo(context, retraction.hoursBefore) } },
      context.payload,
    )
    await retract(req, id, retraction.reason)
  }
}

const move = async ({ payload }: SeedContext, id: string, data: Record<string, unknown>) =>
  payload.update({
    collection: 'articles',
    id,
    data,
    draft: true,
    // What is scheduled goes out by the clock, which ticks nothing.
    context: data['state'] === 'scheduled' ? { acknowledge: 'all' } : {},
    depth: 0,
    overrideAccess: true,
  })

const publishAt = async (
  context: SeedContext,
  id: string,
  hoursBefore: number,
  data: Record<string, unknown>,
) =>
  context.payload.update({
    collection: 'articles',
    id,
    data: { ...data, _status: 'published' },
    context: { at: hoursAgo(context, hoursBefore), acknowledge: 'all' },
    depth: 0,
    overrideAccess: true,
  })

const hoursAgo = ({ seedTime }: SeedContext, hours: number): string =>
  new Date(seedTime.getTime() - hours * HOUR_MS).toISOString()

const bodyOf = ({ ids }: SeedContext, blocks: DemoBlock[]) =>
  storyToLexical(
    withIds(
      blocks.map((block): StoryBlock =>
        block.type === 'image'
          ? {
              type: 'image',
              // Only the id and the caption of an image are written to the body.
              image: {
                id: idFor(ids.images, block.image),
                caption: block.captionOverride,
              } as StoryImage,
            }
          : block,
      ),
      ids.quotes,
      ids.sources,
    ),
    { newId: randomUUID },
  )
