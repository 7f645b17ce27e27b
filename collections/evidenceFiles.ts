import type { CollectionConfig } from 'payload'
import { desk, newsroom, nobody, nobodyField, signedIn } from './access.ts'
import { createdByField } from './fields/derived.ts'

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
    mimeTypes: ['text/html', 'application/xhtml+xml', 'application/pdf', 'text/plain', 'text/vtt'],
    pasteURL: false,
    crop: false,
    focalPoint: false,
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
