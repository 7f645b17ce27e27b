import type { Payload } from 'payload'

/** Resolves when the database answers a query; rejects with its error when it does not. */
export const databaseAnswers = async (payload: Payload): Promise<void> => {
  await payload.count({ collection: 'sections', overrideAccess: true })
}
