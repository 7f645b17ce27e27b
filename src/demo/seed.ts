/** Fills an empty database with the demo newsroom, through the same doors the newsroom uses. */
import type { Payload } from 'payload'
import { demoNewsroom as newsroom } from './content/newsroom.ts'
import type { SeedContext } from './seedContext.ts'
import { seedImages } from './seedImages.ts'
import { seedQuotes } from './seedQuotes.ts'
import { seedReceivers } from './seedReceivers.ts'
import { seedPeople, seedSources } from './seedRecords.ts'
import { seedSample } from './seedSample.ts'
import { seedStories } from './seedStories.ts'

/**
 * @param seedTime the moment everything in the newsroom is dated from
 * @returns how many stories there are now
 */
export const seedDemo = async ({
  payload,
  seedTime = new Date(),
}: {
  payload: Payload
  seedTime?: Date
}): Promise<{ stories: number }> => {
  const context: SeedContext = {
    payload,
    seedTime,
    ids: {
      users: new Map(),
      authors: new Map(),
      sections: new Map(),
      sources: new Map(),
      quotes: new Map(),
      evidence: new Map(),
      images: new Map(),
      stories: new Map(),
    },
  }
  await seedImages(context, newsroom.images)
  await seedPeople(context, newsroom)
  await seedReceivers(context)
  await seedSources(context, newsroom.sources)
  await seedQuotes(context, newsroom)
  await seedStories(context, newsroom.stories)
  await seedSample(context, newsroom.sampleArticleImage)
  return { stories: newsroom.stories.length + 1 }
}
