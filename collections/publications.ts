import type { CollectionConfig } from 'payload'
import { nobody, signedIn } from './access.ts'

/**
 * The ledger as the newsroom sees it: append-only, written by publication alone.
 * `src/ledger` says what a row means; nothing edits or deletes one.
 */
export const publications: CollectionConfig = {
  slug: 'publications',
  labels: { singular: 'Publication', plural: 'Ledger' },
  admin: {
    useAsTitle: 'slug',
    group: 'Record',
    defaultColumns: ['seq', 'event', 'change', 'slug', 'actorName', 'at'],
    listSearchableFields: ['slug', 'articleId', 'hash'],
    description:
      'Everything that ever went out, in order. Each row carries the hash of the one before.',
  },
  access: { create: nobody, read: signedIn, update: nobody, delete: nobody, readVersions: nobody },
  versions: false,
  timestamps: false,
  lockDocuments: false,
  disableDuplicate: true,
  defaultSort: '-seq',
  indexes: [{ fields: ['articleId', 'revision'], unique: true }, { fields: ['articleId', 'seq'] }],
  fields: [
    { name: 'seq', type: 'number', required: true, unique: true, index: true },
    {
      name: 'event',
      type: 'select',
      required: true,
      options: ['publish', 'update', 'correct', 'retract', 'unpublish'],
    },
    { name: 'articleId', type: 'text', required: true, index: true },
    {
      name: 'revision',
      type: 'number',
      required: true,
      admin: {
        description: 'Counts the rows of one story; unique, so a retry cannot publish twice.',
      },
    },
    { name: 'slug', type: 'text', required: true, index: true },
    { name: 'versionHash', type: 'text', required: true },
    { name: 'actorId', type: 'text' },
    { name: 'actorName', type: 'text' },
    { name: 'at', type: 'text', required: true, index: true },
    { name: 'reason', type: 'text' },
    {
      name: 'override',
      type: 'json',
      admin: { description: 'The checks that a chief set aside, and why.' },
    },
    {
      name: 'change',
      type: 'text',
      admin: {
        description: 'What kind of change it was: minor, update, clarification, correction.',
      },
    },
    { name: 'previousHash', type: 'text', required: true },
    { name: 'hash', type: 'text', required: true, unique: true },
    { name: 'story', type: 'json', required: true },
  ],
}
