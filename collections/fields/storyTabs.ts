/** What an editor fills in on a story, tab by tab. */
import type { Field, FilterOptions, UnnamedTab } from 'payload'
import { internal } from '#collections/access.ts'
import { bodyField } from './body.ts'
import { correctionsTab } from './corrections.ts'

const derived = { readOnly: true } as const

const MOST_RELATED = 20

/** No story stands beside itself. */
const otherStories: FilterOptions = ({ id }) => (id ? { id: { not_equals: id } } : true)

const storyTab: Field[] = [
  {
    name: 'standfirst',
    type: 'textarea',
    maxLength: 500,
    admin: {
      description: 'One or two sentences under the headline: what happened and why it matters.',
    },
  },
  {
    name: 'quoteBar',
    type: 'ui',
    admin: {
      disableListColumn: true,
      components: { Field: '/src/admin/components/findQuotes/QuoteBar.tsx#QuoteBar' },
    },
  },
  bodyField,
  {
    name: 'noteOnWords',
    type: 'ui',
    admin: {
      disableListColumn: true,
      components: { Field: '/src/admin/components/notes/NoteOnWords.tsx#NoteOnWords' },
    },
  },
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
  {
    name: 'replaces',
    label: 'Updates the story',
    type: 'relationship',
    relationTo: 'articles',
    index: true,
    maxDepth: 0,
    filterOptions: otherStories,
    // Readers are told of live stories alone: one that is in the trash holds nothing up.
    validate: (): true => true,
    admin: {
      description: 'The story that this one takes the place of. Readers of that one are sent here.',
    },
  },
  {
    name: 'related',
    label: 'Related stories',
    type: 'relationship',
    relationTo: 'articles',
    hasMany: true,
    maxRows: MOST_RELATED,
    maxDepth: 0,
    filterOptions: otherStories,
    validate: (value: unknown) =>
      !Array.isArray(value) || value.length <= MOST_RELATED || `At most ${MOST_RELATED} stories.`,
    admin: { description: 'Readers see those that are published, with the headline they have.' },
  },
  {
    name: 'isHistoryPublic',
    label: 'Show readers what changed between versions',
    type: 'checkbox',
    defaultValue: false,
    admin: {
      description:
        'Every published version, word by word. What was taken out stays to be read there.',
    },
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
      initCollapsed: true,
      components: { RowLabel: '/src/admin/components/rows/DoubtLabel.tsx#DoubtLabel' },
    },
    fields: [
      { name: 'message', type: 'text', required: true },
      { name: 'fix', type: 'text' },
      { name: 'excerpt', type: 'textarea' },
      { name: 'code', type: 'text', admin: { hidden: true } },
    ],
  },
]

const notesTab: Field[] = [
  {
    name: 'threads',
    type: 'ui',
    admin: {
      disableListColumn: true,
      components: { Field: '/src/admin/components/notes/Threads.tsx#Threads' },
    },
  },
  {
    name: 'privateNotes',
    type: 'textarea',
    maxLength: 20_000,
    access: { read: internal },
    admin: { rows: 8, description: 'For the newsroom only: in no output and no export.' },
  },
]

export const storyTabs: UnnamedTab[] = [
  { label: 'Story', fields: storyTab },
  { label: 'Byline and filing', fields: filingTab },
  { label: 'Picture', fields: pictureTab },
  { label: 'Sourcing', fields: sourcingTab },
  { label: 'Corrections', fields: correctionsTab },
  { label: 'Notes', fields: notesTab },
]
