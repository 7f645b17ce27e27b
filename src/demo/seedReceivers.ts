import { idFor, type SeedContext } from './seedContext.ts'

/** Who would be told of publications and who would read by key; neither is active in a demo. */
export const seedReceivers = async ({ payload, ids }: SeedContext): Promise<void> => {
  await payload.create({
    collection: 'subscriptions',
    data: {
      name: 'Harbour Wire, partner desk',
      kind: 'webhook',
      url: 'https://hooks.harbour-wire.example/courier',
      events: ['publish', 'correct', 'retract'],
      section: idFor(ids.sections, 'world'),
      isActive: false,
    },
    depth: 0,
    overrideAccess: true,
  })
  await payload.create({
    collection: 'consumers',
    data: {
      name: 'Courier reading app',
      contact: 'apps@meridian-courier.example',
      scopes: ['published'],
    },
    depth: 0,
    overrideAccess: true,
  })
}
