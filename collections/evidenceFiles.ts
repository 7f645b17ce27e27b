import type { CollectionConfig } from 'payload'
import { desk, newsroom, nobody, nobodyField, signedIn } from './access.ts'
import { createdByField } from './fields/derived.ts'
import { asAttachment, readUpload, sealOriginal } from '#src/editorial/evidence/originals.ts'
import { guardDelete } from '#src/editorial/quotes/whereUsed.ts'

/** The original of captured evidence, byte for byte as it came. Kept once, never changed, for the newsroom only. */
export const evidenceFiles: CollectionConfig = {
  slug: 'evidence-files',
  labels: { singular: 'Original file', plural: 'Original files' },
  admin: {
    useAsTitle: 'filename',
    group: 'Sourcing',
    defaultColumns: ['filename', 'mimeType', 'filesize', 'createdAt'],
    description: 'Web pages, PDFs and transcripts as they were captured, with their hash.',
  },
  access: { create: newsroom, read: signedIn, update: nobody, delete: desk, readVersions: nobody },
  versions: false,
  disableDuplicate: true,
  defaultSort: '-createdAt',
  upload: {
    mimeTypes: [
      ...['text/html', 'application/xhtml+xml', 'application/pdf', 'text/plain'],
      ...['text/vtt', 'application/x-subrip', 'text/markdown'],
    ],
    // The file is read when it comes: what cannot be read as one of these is refused, in better words.
    allowRestrictedFileTypes: true,
    modifyResponseHeaders: asAttachment,
    pasteURL: false,
    crop: false,
    focalPoint: false,
  },
  hooks: {
    beforeOperation: [readUpload],
    beforeChange: [sealOriginal],
    beforeDelete: [guardDelete('evidence-files')],
  },
  fields: [
    {
      name: 'sha256',
      label: 'SHA-256 of the file',
      type: 'text',
      index: true,
      access: { create: nobodyField, update: nobodyField },
      admin: { readOnly: true },
    },
    createdByField,
  ],
}
