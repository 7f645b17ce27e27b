/**
 * Payload as it comes, for comparison: a story with its authors, quotes and sources in plain collections.
 * `FILE` is its database.
 */
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, type CollectionConfig } from 'payload'

const open = { read: () => true }
const named = (slug: string): CollectionConfig => ({
  slug,
  access: open,
  fields: [{ name: 'name', type: 'text' }],
})

export default buildConfig({
  secret: 'for measuring only',
  telemetry: false,
  editor: lexicalEditor({}),
  db: sqliteAdapter({
    client: { url: `file:${process.env['FILE']}` },
    idType: 'uuid',
    push: process.env['FILL'] !== undefined,
  }),
  collections: [
    { slug: 'users', auth: true, fields: [] },
    named('sections'),
    named('authors'),
    named('sources'),
    {
      slug: 'quotes',
      access: open,
      fields: [
        { name: 'text', type: 'textarea' },
        { name: 'speaker', type: 'relationship', relationTo: 'sources' },
      ],
    },
    {
      slug: 'articles',
      access: { read: () => ({ _status: { equals: 'published' } }) },
      versions: { drafts: true },
      fields: [
        { name: 'slug', type: 'text', unique: true, index: true },
        { name: 'headline', type: 'text' },
        { name: 'standfirst', type: 'textarea' },
        { name: 'byline', type: 'text' },
        { name: 'body', type: 'richText' },
        { name: 'section', type: 'relationship', relationTo: 'sections' },
        { name: 'authors', type: 'relationship', relationTo: 'authors', hasMany: true },
        { name: 'quotes', type: 'relationship', relationTo: 'quotes', hasMany: true },
        { name: 'sources', type: 'relationship', relationTo: 'sources', hasMany: true },
      ],
    },
  ],
})
