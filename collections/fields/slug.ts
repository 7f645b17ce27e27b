import type { TextField } from 'payload'
import { freeSlugForCopy } from '#src/editorial/stories/slugs.ts'

/**
 * The address of a record, made from its name when left empty.
 * `editorial/slugs.ts` fills it and refuses one that is taken, with a free one to use.
 */
export const slugField = (madeFrom: string): TextField => ({
  name: 'slug',
  type: 'text',
  index: true,
  unique: true,
  maxLength: 100,
  hooks: { beforeDuplicate: [freeSlugForCopy] },
  admin: {
    position: 'sidebar',
    description: `The last part of the address. Left empty, it is made from the ${madeFrom}.`,
  },
})
