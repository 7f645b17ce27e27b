import type { Payload } from 'payload'
import type { Job } from '#src/payload-types.ts'

/** How many jobs are in a state, for the monitoring. Rejects with the database's error. */
export const countJobs = async (payload: Payload, state: Job['state']): Promise<number> => {
  const where = { state: { equals: state } }
  return (await payload.count({ collection: 'jobs', where, overrideAccess: true })).totalDocs
}
