import type { CollectionConfig } from 'payload'
import { hasRole, newsroom, nobody } from './access.ts'
import { createdByField } from './fields/derived.ts'
import { guardNote, guardNoteDelete, tellOfNote } from '#src/editorial/people/notes.ts'

const isNamed = (value: unknown): true | string => (value ? true : 'Name the story it is about.')

/** Notes and threads on a story or a range of its text. For the newsroom only: in no output and no export. */
export const notes: CollectionConfig = {
  slug: 'notes',
  admin: {
    useAsTitle: 'text',
    group: 'Newsroom',
    hidden: true,
    defaultColumns: ['text', 'article', 'createdBy', 'isResolved', 'updatedAt'],
    description: 'What colleagues say about a story. Readers never see it.',
  },
  access: {
    create: newsroom,
    read: newsroom,
    update: ({ req }) => {
      if (hasRole(req.user, 'editor', 'chief')) return true
      return hasRole(req.user, 'reporter') ? { createdBy: { equals: req.user?.id } } : false
    },
    delete: ({ req }) => {
      if (hasRole(req.user, 'chief')) return true
      return hasRole(req.user, 'reporter', 'editor')
        ? { createdBy: { equals: req.user?.id } }
        : false
    },
    readVersions: nobody,
  },
  versions: false,
  lockDocuments: false,
  disableDuplicate: true,
  defaultSort: 'createdAt',
  indexes: [{ fields: ['article', 'createdAt'] }],
  hooks: {
    beforeChange: [guardNote],
    afterChange: [tellOfNote],
    beforeDelete: [guardNoteDelete],
  },
  fields: [
    {
      name: 'article',
      type: 'relationship',
      relationTo: 'articles',
      // Checked here and not by the column: it is emptied for a moment when the record it names is deleted.
      validate: isNamed,
      index: true,
      maxDepth: 0,
    },
    {
      name: 'thread',
      type: 'relationship',
      relationTo: 'notes',
      index: true,
      maxDepth: 0,
      admin: { description: 'The note this one answers; empty for the first of a thread.' },
    },
    { name: 'text', type: 'textarea', required: true, maxLength: 5000 },
    {
      name: 'range',
      label: 'About these words',
      type: 'group',
      admin: {
        description: 'W3C TextQuoteSelector: it finds its place again when the text moves.',
      },
      fields: [
        { name: 'exact', type: 'textarea', maxLength: 2000 },
        { name: 'prefix', type: 'text', maxLength: 200 },
        { name: 'suffix', type: 'text', maxLength: 200 },
      ],
    },
    { name: 'mentions', type: 'relationship', relationTo: 'users', hasMany: true, maxDepth: 0 },
    { name: 'isResolved', label: 'Resolved', type: 'checkbox', defaultValue: false, index: true },
    { name: 'resolvedBy', type: 'relationship', relationTo: 'users', maxDepth: 0 },
    { name: 'resolvedAt', type: 'date' },
    createdByField,
  ],
}
