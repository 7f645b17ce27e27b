import type { CollectionConfig } from 'payload'
import { desk, internal, newsroom, publicOrSignedIn } from './access.ts'
import { isPublicField, usedInArticles } from './fields/derived.ts'
import { slugField } from './fields/slug.ts'
import { impactEndpoint } from '#src/editorial/quotes/impact.ts'
import { refreshStories } from '#src/editorial/publishing/refreshHook.ts'
import { fillSlug } from '#src/editorial/stories/slugs.ts'
import { guardDelete } from '#src/editorial/quotes/whereUsed.ts'

/** People with a byline. A login is optional: guest authors have none. */
export const authors: CollectionConfig = {
  slug: 'authors',
  admin: {
    useAsTitle: 'name',
    group: 'Newsroom',
    defaultColumns: ['name', 'jobTitle', 'user', 'updatedAt'],
    listSearchableFields: ['name', 'slug', 'jobTitle'],
    description: 'Everyone with a byline. Guest authors need no login.',
  },
  access: {
    create: newsroom,
    read: publicOrSignedIn,
    update: desk,
    delete: desk,
    readVersions: desk,
  },
  versions: false,
  defaultPopulate: { name: true, slug: true, jobTitle: true },
  defaultSort: 'name',
  endpoints: [impactEndpoint('authors')],
  hooks: {
    beforeValidate: [fillSlug('name')],
    afterChange: [refreshStories('authors')],
    beforeDelete: [guardDelete('authors')],
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      index: true,
      maxLength: 120,
      admin: { description: 'As it is printed in the byline: no titles.' },
    },
    slugField('name'),
    {
      name: 'jobTitle',
      type: 'text',
      maxLength: 120,
      admin: { description: 'For readers: “Climate correspondent”, “Guest author”.' },
    },
    { name: 'bio', type: 'textarea', maxLength: 1000 },
    { name: 'image', type: 'upload', relationTo: 'images', maxDepth: 1 },
    {
      name: 'links',
      type: 'array',
      admin: { description: 'Profiles readers may follow.' },
      fields: [
        { name: 'label', type: 'text', required: true, maxLength: 60 },
        { name: 'url', type: 'text', required: true, maxLength: 500 },
      ],
    },
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      unique: true,
      maxDepth: 0,
      access: { read: internal },
      admin: {
        position: 'sidebar',
        description: 'The login of this author, if there is one. Leave empty for a guest.',
      },
    },
    {
      name: 'contact',
      type: 'text',
      access: { read: internal },
      admin: { position: 'sidebar', description: 'For the newsroom only, never published.' },
    },
    isPublicField,
    usedInArticles('authors.author'),
  ],
}
