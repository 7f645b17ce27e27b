import type { CollectionConfig } from 'payload'
import { desk, newsroom, nobodyField, signedIn } from './access.ts'
import { createdByField } from './fields/derived.ts'
import { guardDelete } from '#src/editorial/quotes/whereUsed.ts'
import {
  hasText,
  readOriginal,
  recheckAfterChange,
  sealEvidence,
} from '#src/editorial/evidence/evidence.ts'
import { captureEndpoint } from '#src/editorial/evidence/captureEvidence.ts'

/** What a quote is checked against: the text of a page, a transcript, a document, with its hash. */
export const evidence: CollectionConfig = {
  slug: 'evidence',
  labels: { singular: 'Evidence', plural: 'Evidence' },
  admin: {
    useAsTitle: 'title',
    group: 'Sourcing',
    defaultColumns: ['title', 'kind', 'source', 'capturedAt'],
    listSearchableFields: ['title', 'url', 'text'],
    description: 'Captured text that proves a quote. Its hash shows whether it was altered since.',
  },
  access: {
    create: newsroom,
    read: signedIn,
    update: newsroom,
    delete: desk,
    readVersions: desk,
  },
  versions: { maxPerDoc: 0 },
  defaultPopulate: { title: true, kind: true, url: true, capturedAt: true, sha256: true },
  defaultSort: '-capturedAt',
  indexes: [{ fields: ['source', 'capturedAt'] }],
  endpoints: [captureEndpoint],
  hooks: {
    beforeValidate: [readOriginal],
    beforeChange: [sealEvidence],
    afterChange: [recheckAfterChange],
    beforeDelete: [guardDelete('evidence')],
  },
  fields: [
    {
      name: 'capture',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/components/proof/CaptureLink.tsx#CaptureLink' },
      },
    },
    { name: 'title', type: 'text', required: true, maxLength: 300 },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'text',
      options: [
        { label: 'Pasted text', value: 'text' },
        { label: 'Web page', value: 'html' },
        { label: 'Transcript', value: 'transcript' },
        { label: 'PDF', value: 'pdf' },
      ],
    },
    {
      name: 'text',
      type: 'textarea',
      required: true,
      maxLength: 2_000_000,
      validate: hasText,
      admin: {
        rows: 14,
        description:
          'The words as they stand in the source, nothing left out. Empty when there is an original file: ' +
          'then they are read from it.',
      },
    },
    {
      name: 'source',
      type: 'relationship',
      relationTo: 'sources',
      index: true,
      maxDepth: 1,
      admin: { position: 'sidebar' },
    },
    { name: 'url', type: 'text', maxLength: 2000, admin: { position: 'sidebar' } },
    {
      name: 'original',
      label: 'Original file',
      type: 'upload',
      relationTo: 'evidence-files',
      maxDepth: 1,
      admin: {
        description:
          'A web page, a PDF, a transcript or captions. Its words become the text, and cannot be edited.',
      },
    },
    {
      name: 'capturedAt',
      type: 'date',
      required: true,
      index: true,
      defaultValue: () => new Date().toISOString(),
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'sha256',
      label: 'SHA-256 of the text',
      type: 'text',
      index: true,
      access: { create: nobodyField, update: nobodyField },
      admin: { position: 'sidebar', readOnly: true },
    },
    createdByField,
    {
      name: 'quotes',
      type: 'join',
      collection: 'quotes',
      on: 'evidence',
      maxDepth: 1,
      admin: { defaultColumns: ['text', 'speaker', 'verification'], allowCreate: false },
    },
  ],
}
