import type { CollectionConfig } from 'payload'
import { nobody } from './access.ts'

/** Who has a story open, and who is writing in it. Short-lived rows that only their own endpoints reach. */
export const presence: CollectionConfig = {
  slug: 'presence',
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody },
  versions: false,
  timestamps: false,
  lockDocuments: false,
  disableDuplicate: true,
  graphQL: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'articleId', type: 'text', required: true, index: true },
    { name: 'userId', type: 'text', required: true },
    { name: 'userName', type: 'text', required: true },
    { name: 'seenAt', type: 'date', required: true, index: true },
    { name: 'typedAt', type: 'date' },
    { name: 'lockedAt', type: 'date' },
    { name: 'takenOverBy', type: 'text' },
  ],
}
