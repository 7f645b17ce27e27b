import type { CollectionConfig } from 'payload'
import { desk } from './access.ts'
import { usedInArticles } from './fields/derived.ts'
import { slugField } from './fields/slug.ts'
import { impactEndpoint } from '#src/editorial/quotes/impact.ts'
import { refreshStories } from '#src/editorial/publishing/refreshHook.ts'
import { guardDelete } from '#src/editorial/quotes/whereUsed.ts'
import { fillSlug } from '#src/editorial/stories/slugs.ts'

/** The parts of the paper: World, Politics, Culture. */
export const sections: CollectionConfig = {
  slug: 'sections',
  admin: {
    useAsTitle: 'name',
    group: 'Newsroom',
    defaultColumns: ['name', 'slug', 'description'],
    description: 'The parts of the paper. Every story belongs to one.',
  },
  access: { create: desk, read: () => true, update: desk, delete: desk, readVersions: desk },
  versions: false,
  defaultPopulate: { name: true, slug: true },
  defaultSort: 'name',
  endpoints: [impactEndpoint('sections')],
  hooks: {
    beforeValidate: [fillSlug('name')],
    afterChange: [refreshStories('sections')],
    beforeDelete: [guardDelete('sections')],
  },
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, maxLength: 60 },
    slugField('name'),
    {
      name: 'description',
      type: 'textarea',
      maxLength: 300,
      admin: { description: 'One sentence for readers and search engines.' },
    },
    usedInArticles('section'),
  ],
}
