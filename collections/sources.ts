import type { CollectionConfig, Field } from 'payload'
import {
  chiefField,
  desk,
  internal,
  newsroomUntilPublic,
  newsroom,
  nobodyField,
  publicSources,
} from './access.ts'
import { createdByField, isPublicField, usedInArticles } from './fields/derived.ts'
import { slugField } from './fields/slug.ts'
import { sealIdentity } from '#src/editorial/sources/sealIdentity.ts'
import { sourceEndpoints } from '#src/editorial/sources/sourceEndpoints.ts'
import { unsealEndpoints } from '#src/editorial/sources/unsealIdentity.ts'
import { fillSlug } from '#src/editorial/stories/slugs.ts'
import { impactEndpoint } from '#src/editorial/quotes/impact.ts'
import { refreshStories } from '#src/editorial/publishing/refreshHook.ts'
import { guardDelete } from '#src/editorial/quotes/whereUsed.ts'

const isConfidential = (data: Partial<Record<string, unknown>>): boolean =>
  Boolean(data['isConfidential'])

/** What readers learn of a person who cannot be named, and what the newsroom must know before it quotes them. */
const confidentialFields: Field[] = [
  {
    name: 'publicDescription',
    type: 'text',
    maxLength: 200,
    admin: {
      condition: isConfidential,
      description: 'What readers see instead of a name: “a senior official in the ministry”.',
    },
    validate: (value: unknown, { data }: { data: Partial<Record<string, unknown>> }) =>
      !isConfidential(data) || (typeof value === 'string' && value.trim() !== '')
        ? true
        : 'A confidential source needs a public description: what readers see instead of a name.',
  },
  {
    name: 'anonymityReason',
    type: 'textarea',
    maxLength: 500,
    admin: {
      condition: isConfidential,
      description: 'Why they are not named, for readers: “because they were not allowed to speak”.',
    },
  },
  {
    name: 'confirmations',
    type: 'number',
    min: 0,
    max: 99,
    access: { read: internal },
    admin: {
      condition: isConfidential,
      step: 1,
      description: 'How many independent people or papers confirm what they said.',
    },
  },
  {
    name: 'approvedBy',
    type: 'relationship',
    relationTo: 'users',
    maxDepth: 0,
    access: { read: internal, create: chiefField, update: chiefField },
    filterOptions: { roles: { in: ['chief'] } },
    admin: {
      condition: isConfidential,
      description: 'The chief who knows who this is and approved quoting them.',
    },
  },
  {
    name: 'mayUnseal',
    label: 'May read the identity',
    type: 'relationship',
    relationTo: 'users',
    hasMany: true,
    maxDepth: 0,
    access: { read: internal, create: chiefField, update: chiefField },
    admin: {
      condition: isConfidential,
      description: 'Besides the chiefs. Every reading is recorded with its reason.',
    },
  },
  {
    name: 'readIdentity',
    type: 'ui',
    admin: {
      condition: isConfidential,
      disableListColumn: true,
      components: { Field: '/src/admin/components/unseal/UnsealButton.tsx#UnsealButton' },
    },
  },
  {
    name: 'identity',
    type: 'text',
    maxLength: 1000,
    // Write-only: it leaves this field sealed and never comes back through any API.
    access: { read: nobodyField, create: internal, update: internal },
    hooks: { beforeChange: [sealIdentity] },
    // The panel writes it by a dialog of its own, past the form and its state: `unseal/SealDialog.tsx`.
    admin: { hidden: true },
  },
]

/** Whoever or whatever is cited: publication, organisation, person, document, social account. */
export const sources: CollectionConfig = {
  slug: 'sources',
  admin: {
    useAsTitle: 'name',
    group: 'Sourcing',
    defaultColumns: ['name', 'kind', 'role', 'affiliation', 'isConfidential'],
    listSearchableFields: ['name', 'houseAbbreviation', 'domain', 'role', 'affiliation'],
    description: 'Whoever or whatever stories cite. Quotes and citations point here.',
  },
  access: {
    create: newsroom,
    read: publicSources,
    update: newsroomUntilPublic,
    delete: desk,
    readVersions: desk,
  },
  versions: false,
  defaultPopulate: {
    name: true,
    kind: true,
    slug: true,
    role: true,
    affiliation: true,
    isConfidential: true,
    publicDescription: true,
  },
  defaultSort: 'name',
  indexes: [{ fields: ['kind', 'name'] }],
  endpoints: [...unsealEndpoints, ...sourceEndpoints, impactEndpoint('sources')],
  hooks: {
    beforeValidate: [fillSlug('name')],
    afterChange: [refreshStories('sources')],
    beforeDelete: [guardDelete('sources')],
  },
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'person',
      index: true,
      options: [
        { label: 'Person', value: 'person' },
        { label: 'Publication', value: 'publication' },
        { label: 'Organisation', value: 'organisation' },
        { label: 'Document', value: 'document' },
        { label: 'Social account', value: 'social account' },
      ],
    },
    {
      name: 'isConfidential',
      label: 'Confidential: readers must not learn who this is',
      type: 'checkbox',
      defaultValue: false,
      index: true,
    },
    {
      name: 'name',
      type: 'text',
      required: true,
      index: true,
      maxLength: 200,
      admin: {
        description:
          'The canonical name, “The Wall Street Journal”. For a confidential person a working name that does not identify them.',
      },
    },
    slugField('name'),
    {
      name: 'houseAbbreviation',
      type: 'text',
      maxLength: 30,
      admin: { description: 'What we call it on second mention: “WSJ”.' },
    },
    {
      name: 'domain',
      type: 'text',
      index: true,
      maxLength: 253,
      admin: {
        condition: (data) => data?.['kind'] !== 'person',
        description: 'Without https:// — wsj.com',
      },
    },
    { name: 'url', label: 'Link', type: 'text', maxLength: 2000 },
    {
      name: 'role',
      type: 'text',
      maxLength: 200,
      admin: {
        description: 'What they are now. A quote keeps the role as it was when they spoke.',
      },
    },
    {
      name: 'affiliation',
      type: 'text',
      maxLength: 200,
      admin: { description: 'Party, company, institution, now.' },
    },
    {
      name: 'reliabilityNote',
      type: 'textarea',
      maxLength: 2000,
      access: { read: internal },
      admin: { description: 'For the newsroom only: what we have learnt about relying on them.' },
    },
    ...confidentialFields,
    {
      name: 'overview',
      type: 'ui',
      admin: {
        components: {
          Field: '/src/admin/components/sourcePage/SourceOverview.tsx#SourceOverview',
        },
        disableListColumn: true,
      },
    },
    isPublicField,
    createdByField,
    {
      name: 'quotes',
      type: 'join',
      collection: 'quotes',
      on: 'speaker',
      maxDepth: 1,
      access: { read: internal },
      admin: { defaultColumns: ['text', 'saidAt', 'verification'], allowCreate: false },
    },
    usedInArticles('sourcesCited'),
  ],
}
