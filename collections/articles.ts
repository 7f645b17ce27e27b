import type { CollectionConfig, Field } from 'payload'
import {
  desk,
  hasRole,
  internal,
  newsroom,
  readArticles,
  signedIn,
  updateArticles,
} from './access.ts'
import { bodyField } from './fields/body.ts'
import { createdByField } from './fields/derived.ts'
import { slugField } from './fields/slug.ts'
import { workflowFields } from './fields/workflow.ts'
import { deriveArticle } from '#src/editorial/deriveArticle.ts'
import { articleEndpoints } from '#src/editorial/articleEndpoints.ts'
import { guardArticle } from '#src/editorial/guardArticle.ts'
import { previewUrl } from '#src/editorial/preview.ts'
import { recordPublication, withdrawDeleted } from '#src/editorial/publish.ts'
import { fillSlug, freeSlugForCopy } from '#src/editorial/slugs.ts'

const derived = { readOnly: true } as const

const storyTab: Field[] = [
  {
    name: 'standfirst',
    type: 'textarea',
    maxLength: 500,
    admin: {
      description: 'One or two sentences under the headline: what happened and why it matters.',
    },
  },
  bodyField,
]

const filingTab: Field[] = [
  {
    name: 'authors',
    labels: { singular: 'Author', plural: 'Authors' },
    type: 'array',
    maxRows: 20,
    admin: { description: 'In the order of the byline.' },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'author',
            type: 'relationship',
            relationTo: 'authors',
            required: true,
            maxDepth: 1,
          },
          {
            name: 'role',
            type: 'select',
            required: true,
            defaultValue: 'by',
            options: ['by', 'photos by', 'additional reporting', 'editing', 'translation'],
          },
        ],
      },
    ],
  },
  {
    name: 'bylineOverride',
    label: 'Byline as printed',
    type: 'text',
    maxLength: 300,
    admin: {
      description: 'Only when it must differ from the authors above: “From our correspondents”.',
    },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'section',
        type: 'relationship',
        relationTo: 'sections',
        index: true,
        maxDepth: 1,
      },
      {
        name: 'kind',
        type: 'select',
        required: true,
        defaultValue: 'report',
        options: [
          { label: 'Brief', value: 'brief' },
          { label: 'Report', value: 'report' },
          { label: 'Analysis', value: 'analysis' },
          { label: 'Opinion', value: 'opinion' },
          { label: 'Live', value: 'live' },
        ],
      },
      { name: 'language', type: 'text', required: true, defaultValue: 'en', maxLength: 35 },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'dateline',
        type: 'text',
        maxLength: 100,
        admin: { description: 'Where it was filed from: BAGHDAD' },
      },
      { name: 'topics', type: 'text', hasMany: true, maxRows: 15 },
    ],
  },
]

const pictureTab: Field[] = [
  { name: 'leadImage', type: 'upload', relationTo: 'images', maxDepth: 1 },
  {
    name: 'leadCaption',
    label: 'Caption here',
    type: 'text',
    maxLength: 1000,
    admin: { description: 'Only for this story. Left empty, the caption of the image is used.' },
  },
  {
    name: 'foundCredit',
    label: 'Credit found in the imported text',
    type: 'group',
    access: { read: internal },
    admin: {
      condition: (data) => Boolean((data?.['foundCredit'] as { raw?: string } | undefined)?.raw),
      description: 'For the image record, once you have the picture and the right to use it.',
    },
    fields: [
      { name: 'raw', label: 'As found', type: 'text', maxLength: 500 },
      {
        type: 'row',
        fields: [
          { name: 'creator', type: 'text', maxLength: 200 },
          { name: 'platform', label: 'Agency or platform', type: 'text', maxLength: 200 },
        ],
      },
    ],
  },
]

const sourcingTab: Field[] = [
  {
    name: 'quotesCited',
    type: 'relationship',
    relationTo: 'quotes',
    hasMany: true,
    maxDepth: 1,
    admin: { ...derived, description: 'Found in the body each time the story is saved.' },
  },
  {
    name: 'otherSources',
    type: 'relationship',
    relationTo: 'sources',
    hasMany: true,
    maxDepth: 1,
    admin: {
      description: 'Sources the story rests on that are neither quoted nor cited in the text.',
    },
  },
  {
    name: 'sourcesCited',
    type: 'relationship',
    relationTo: 'sources',
    hasMany: true,
    maxDepth: 1,
    admin: { ...derived, description: 'Speakers, relays, citations and the list above, together.' },
  },
  {
    name: 'imagesUsed',
    type: 'relationship',
    relationTo: 'images',
    hasMany: true,
    maxDepth: 0,
    admin: { ...derived, hidden: true },
  },
  {
    name: 'doubts',
    labels: { singular: 'Doubt', plural: 'Doubts' },
    type: 'array',
    access: { read: internal },
    admin: {
      condition: (data) => Array.isArray(data?.['doubts']) && data['doubts'].length > 0,
      description: 'What the import was not sure of. Remove each one when it is settled.',
      initCollapsed: false,
    },
    fields: [
      { name: 'message', type: 'text', required: true },
      { name: 'fix', type: 'text' },
      { name: 'excerpt', type: 'textarea' },
      { name: 'code', type: 'text', admin: { hidden: true } },
    ],
  },
]

const correctionsTab: Field[] = [
  {
    name: 'corrections',
    labels: { singular: 'Correction', plural: 'Corrections' },
    type: 'array',
    admin: { description: 'Shown to readers with their date, for good. Newest last.' },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'kind',
            type: 'select',
            required: true,
            defaultValue: 'correction',
            options: ['clarification', 'correction'],
          },
          {
            name: 'at',
            label: 'When',
            type: 'date',
            required: true,
            defaultValue: () => new Date().toISOString(),
            admin: { date: { pickerAppearance: 'dayAndTime' } },
          },
        ],
      },
      {
        name: 'text',
        type: 'textarea',
        required: true,
        maxLength: 1000,
        admin: { description: 'In full sentences: what was wrong and what is right.' },
      },
      {
        type: 'row',
        fields: [
          { name: 'before', type: 'textarea', maxLength: 2000 },
          { name: 'after', type: 'textarea', maxLength: 2000 },
        ],
      },
    ],
  },
]

const notesTab: Field[] = [
  {
    name: 'privateNotes',
    type: 'textarea',
    maxLength: 20_000,
    access: { read: internal },
    admin: { rows: 8, description: 'For the newsroom only: in no output and no export.' },
  },
]

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
  endpoints: articleEndpoints,
  hooks: {
    beforeValidate: [fillSlug('headline')],
    beforeChange: [guardArticle, deriveArticle],
    afterChange: [recordPublication],
    afterDelete: [withdrawDeleted],
  },
  fields: [
    {
      name: 'headline',
      type: 'text',
      required: true,
      maxLength: 200,
      admin: { placeholder: 'Headline' },
    },
    {
      type: 'tabs',
      tabs: [
        { label: 'Story', fields: storyTab },
        { label: 'Byline and filing', fields: filingTab },
        { label: 'Picture', fields: pictureTab },
        { label: 'Sourcing', fields: sourcingTab },
        { label: 'Corrections', fields: correctionsTab },
        { label: 'Notes', fields: notesTab },
      ],
    },
    { ...slugField('headline'), hooks: { beforeDuplicate: [freeSlugForCopy] } },
    ...workflowFields,
    createdByField,
  ],
}
