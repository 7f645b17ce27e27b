/** People, sections and sources of the demo newsroom. */
import { createUser } from '#src/editorial/people/users.ts'
import type { DemoNewsroom, DemoSource } from './content/types.ts'
import { idFor, type SeedContext } from './seedContext.ts'

/** Accounts get a password nobody knows: an administrator sets one for whoever is to sign in. */
export const seedPeople = async (
  { payload, ids }: SeedContext,
  { users, authors, sections }: DemoNewsroom,
): Promise<void> => {
  for (const { key, ...user } of users) {
    // Nobody reads what is mailed to people who do not exist.
    const { id } = await createUser({ payload, ...user, mailFor: [] })
    ids.users.set(key, id)
  }
  for (const { key, user, image, ...author } of authors) {
    const { id } = await payload.create({
      collection: 'authors',
      data: {
        ...author,
        user: user && idFor(ids.users, user),
        image: image && idFor(ids.images, image),
      },
      depth: 0,
      overrideAccess: true,
    })
    ids.authors.set(key, id)
  }
  for (const { key, ...section } of sections) {
    const { id } = await payload.create({
      collection: 'sections',
      data: section,
      depth: 0,
      overrideAccess: true,
    })
    ids.sections.set(key, id)
  }
}

export const seedSources = async (
  { payload, ids }: SeedContext,
  sources: DemoSource[],
): Promise<void> => {
  for (const { key, confidential, ...source } of sources) {
    const { id } = await payload.create({
      collection: 'sources',
      data: {
        ...source,
        isConfidential: confidential !== null,
        ...(confidential
          ? {
              publicDescription: confidential.publicDescription,
              anonymityReason: confidential.anonymityReason,
              confirmations: confidential.confirmations,
              approvedBy: confidential.approvedBy && idFor(ids.users, confidential.approvedBy),
            }
          : {}),
      },
      depth: 0,
      overrideAccess: true,
    })
    ids.sources.set(key, id)
  }
}
