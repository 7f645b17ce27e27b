import type { CollectionConfig } from 'payload'
import { nobody } from './access.ts'
import { noticeEndpoints } from '#src/editorial/people/noticesEndpoints.ts'
import { noticeKinds } from '#src/workflow/notices.ts'

const isNamed = (value: unknown): true | string => (value ? true : 'Name whom it is for.')

/** What a person was told: in the panel, and by mail if they wish. Written by the server. */
export const notifications: CollectionConfig = {
  slug: 'notifications',
  admin: {
    useAsTitle: 'text',
    group: 'Record',
    hidden: true,
    defaultColumns: ['at', 'kind', 'text', 'readAt'],
  },
  access: {
    create: nobody,
    read: ({ req }) => (req.user ? { user: { equals: req.user.id } } : false),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
  },
  versions: false,
  timestamps: false,
  lockDocuments: false,
  disableDuplicate: true,
  defaultSort: '-at',
  indexes: [{ fields: ['user', 'at'] }],
  endpoints: noticeEndpoints,
  fields: [
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      // Checked here and not by the column: it is emptied for a moment when the record it names is deleted.
      validate: isNamed,
      index: true,
      maxDepth: 0,
    },
    { name: 'kind', type: 'select', required: true, options: [...noticeKinds] },
    { name: 'text', type: 'text', required: true, maxLength: 1000 },
    { name: 'article', type: 'relationship', relationTo: 'articles', index: true, maxDepth: 0 },
    { name: 'actorName', type: 'text' },
    { name: 'at', type: 'date', required: true, index: true },
    { name: 'readAt', type: 'date' },
  ],
}
