import type { CollectionConfig } from 'payload'
import { desk, hasRole, newsroom, readArticles, signedIn, updateArticles } from './access.ts'
import { createdByField } from './fields/derived.ts'
import { slugField } from './fields/slug.ts'
import { storyTabs } from './fields/storyTabs.ts'
import { workflowFields } from './fields/workflow.ts'
import { deriveArticle } from '#src/editorial/stories/deriveArticle.ts'
import { articleEndpoints } from '#src/editorial/stories/articleEndpoints.ts'
import { guardArticle } from '#src/editorial/publishing/guardArticle.ts'
import { refuseLoops } from '#src/editorial/stories/families.ts'
import { enterSchedule } from '#src/editorial/publishing/jobsSchedule.ts'
import { noteSaver } from '#src/editorial/people/lastSaver.ts'
import { forgetStory } from '#src/editorial/people/notes.ts'
import { tellOfStory } from '#src/editorial/people/noticesOfStories.ts'
import { presenceEndpoints } from '#src/editorial/people/presenceEndpoints.ts'
import { previewUrl } from '#src/editorial/stories/preview.ts'
import { quoteEndpoints } from '#src/editorial/quotes/quoteEndpoints.ts'
import { recordPublication, withdrawDeleted } from '#src/editorial/publishing/publish.ts'
import { fillSlug } from '#src/editorial/stories/slugs.ts'
import { verbEndpoints } from '#src/editorial/publishing/verbEndpoints.ts'
import { dropWithheld, keepWithheld } from '#src/editorial/publishing/withheld.ts'
import { recordVerb } from '#src/editorial/publishing/workflowActivity.ts'

/** Stories. Saving keeps drafts apart; publishing writes the ledger in the same transaction. */
export const articles: CollectionConfig = {
  slug: 'articles',
  admin: {
    useAsTitle: 'headline',
    group: 'Newsroom',
    defaultColumns: ['headline', 'section', 'state', 'authors', 'updatedAt'],
    listSearchableFields: ['headline', 'slug', 'standfirst'],
    description:
      'Stories in every state. Readers see what was published, never what is being written.',
    components: {
      edit: { PublishButton: '/src/admin/components/change/PublishStory.tsx#PublishStory' },
    },
    preview: (doc, { req }) => previewUrl(doc, req),
    livePreview: { url: ({ data, req }) => previewUrl(data, req) },
    pagination: { defaultLimit: 25, limits: [25, 50, 100] },
  },
  access: {
    create: newsroom,
    read: readArticles,
    update: updateArticles,
    delete: ({ req }) => hasRole(req.user, 'editor', 'chief'),
    readVersions: signedIn,
    unlock: desk,
  },
  trash: true,
  versions: {
    maxPerDoc: 200,
    drafts: { autosave: { interval: 2000, showSaveDraftButton: true }, schedulePublish: false },
  },
  defaultPopulate: { headline: true, slug: true, state: true, firstPublishedAt: true },
  defaultSort: '-updatedAt',
  indexes: [
    { fields: ['_status', 'updatedAt'] },
    { fields: ['state', 'updatedAt'] },
    { fields: ['section', 'updatedAt'] },
  ],
  endpoints: [...articleEndpoints, ...verbEndpoints, ...presenceEndpoints, ...quoteEndpoints],
  hooks: {
    beforeValidate: [fillSlug('headline')],
    beforeChange: [refuseLoops, guardArticle, deriveArticle],
    afterChange: [
      recordPublication,
      enterSchedule,
      keepWithheld,
      recordVerb,
      tellOfStory,
      noteSaver,
    ],
    beforeDelete: [forgetStory],
    afterDelete: [withdrawDeleted, dropWithheld],
  },
  fields: [
    {
      name: 'people',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/components/presence/PeopleBar.tsx#PeopleBar' },
      },
    },
    {
      name: 'headline',
      type: 'text',
      required: true,
      maxLength: 200,
      admin: { placeholder: 'Headline' },
    },
    {
      type: 'tabs',
      tabs: storyTabs,
    },
    slugField('headline'),
    ...workflowFields,
    createdByField,
    {
      name: 'staleSaves',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/src/admin/components/saves/StaleDialog.tsx#StaleDialog' },
      },
    },
  ],
}
