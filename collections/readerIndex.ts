/**
 * The projections of the ledger that the reader side queries: documents, and the lists they stand in.
 * Disposable: `verbatim ledger replay` makes them anew. Nobody reaches them through Payload's APIs.
 */
import type { CollectionConfig } from 'payload'
import { nobody } from './access.ts'

const closed: Pick<
  CollectionConfig,
  'access' | 'admin' | 'disableDuplicate' | 'graphQL' | 'lockDocuments' | 'timestamps' | 'versions'
> = {
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody },
  disableDuplicate: true,
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  versions: false,
}

/** One row per story, quote, author, source, section and old address. */
export const readerDocs: CollectionConfig = {
  slug: 'reader-docs',
  dbName: 'reader_docs',
  ...closed,
  indexes: [{ fields: ['kind', 'key'], unique: true }, { fields: ['kind', 'docSlug'] }],
  fields: [
    { name: 'kind', type: 'text', required: true },
    { name: 'key', type: 'text', required: true },
    { name: 'docSlug', type: 'text' },
    { name: 'seq', type: 'number', required: true },
    { name: 'doc', type: 'json', required: true },
    // Of a live story: what `src/ledger/storedAnswers.ts` keeps ready.
    { name: 'answer', type: 'textarea' },
  ],
}

/** One row per list a document stands in: all stories, the stories of a section, of an author… */
export const readerEntries: CollectionConfig = {
  slug: 'reader-entries',
  dbName: 'reader_entries',
  ...closed,
  indexes: [
    { fields: ['list', 'sortKey'] },
    { fields: ['kind', 'key'] },
    { fields: ['list', 'seq'] },
  ],
  fields: [
    { name: 'list', type: 'text', required: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'key', type: 'text', required: true },
    { name: 'sortKey', type: 'text', required: true },
    { name: 'seq', type: 'number', required: true },
    { name: 'facets', type: 'text', required: true },
  ],
}

/**
 * Approved stories under embargo, as partners with the right key may be given them before their time. Kept in
 * the transaction of the save, gone when the story goes out or is taken back: never among what readers query.
 */
export const readerWithheld: CollectionConfig = {
  slug: 'reader-withheld',
  dbName: 'reader_withheld',
  ...closed,
  fields: [
    { name: 'articleId', type: 'text', required: true, unique: true },
    { name: 'embargoUntil', type: 'text', required: true, index: true },
    { name: 'sectionSlug', type: 'text', index: true },
    { name: 'story', type: 'json', required: true },
  ],
}
