/** Where a story can stand, from the first line to the archive. */
export const states = [
  'draft',
  'in review',
  'changes requested',
  'approved',
  'scheduled',
  'published',
  'correcting',
  'retracted',
  'archived',
] as const

export type State = (typeof states)[number]
