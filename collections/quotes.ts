import type { CollectionConfig } from 'payload'
import {
  desk,
  internal,
  newsroom,
  newsroomUntilPublic,
  nobodyField,
  publicQuotes,
} from './access.ts'
import { createdByField, isPublicField, usedInArticles } from './fields/derived.ts'
import { checkEndpoint } from '#src/editorial/evidence/checkEndpoint.ts'
import { keepCheck } from '#src/editorial/evidence/checkRecord.ts'
import { freezeSpeaker } from '#src/editorial/quotes/quotes.ts'
import { reportEndpoint } from '#src/editorial/reports/reportsEndpoint.ts'
import { impactEndpoint } from '#src/editorial/quotes/impact.ts'
import { confirmImpact } from '#src/editorial/quotes/impactConfirm.ts'
import { correctQuoteEndpoint } from '#src/editorial/quotes/impactCorrect.ts'
import { refreshStories } from '#src/editorial/publishing/refreshHook.ts'
import { guardDelete } from '#src/editorial/quotes/whereUsed.ts'

/** Exact words with who said them, how they reached us and where they are used. */
export const quotes: CollectionConfig = {
  slug: 'quotes',
  admin: {
    useAsTitle: 'text',
    group: 'Sourcing',
    defaultColumns: ['text', 'speaker', 'role', 'kind', 'verification'],
    listSearchableFields: ['text', 'role', 'affiliation'],
    description:
      'Exact words, who said them and how they reached us. One quote may serve many stories.',
  },
  access: {
    create: newsroom,
    read: publicQuotes,
    update: newsroomUntilPublic,
    delete: desk,
    readVersions: desk,
  },
  versions: { maxPerDoc: 0 },
  defaultPopulate: {
    text: true,
    kind: true,
    speaker: true,
    role: true,
    affiliation: true,
    verification: true,
  },
  defaultSort: '-createdAt',
  indexes: [{ fields: ['speaker', 'saidAt'] }],
  endpoints: [checkEndpoint, reportEndpoint, impactEndpoint('quotes'), correctQuoteEndpoint],
  hooks: {
    beforeChange: [confirmImpact, freezeSpeaker, keepCheck],
    afterChange: [refreshStories('quotes')],
    beforeDelete: [guardDelete('quotes')],
  },
  fields: [
    {
      name: 'text',
      label: 'Exact words',
      type: 'textarea',
      required: true,
      maxLength: 10_000,
      admin: {
        rows: 4,
        description: 'Without the quotation marks. Cuts as … and additions in [brackets].',
      },
    },
    {
      name: 'evidence',
      type: 'relationship',
      relationTo: 'evidence',
      index: true,
      maxDepth: 0,
      access: { read: internal },
      admin: { description: 'What the words are checked against.' },
    },
    {
      name: 'proof',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/components/proof/Proof.tsx#Proof' },
      },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          required: true,
          defaultValue: 'direct',
          index: true,
          options: [
            { label: 'Direct', value: 'direct' },
            { label: 'Partial', value: 'partial' },
            { label: 'Block', value: 'block' },
            { label: 'Paraphrase', value: 'paraphrase' },
          ],
        },
        {
          name: 'language',
          type: 'text',
          required: true,
          defaultValue: 'en',
          maxLength: 35,
          admin: { description: 'BCP 47: en, de, pt-BR.' },
        },
      ],
    },
    {
      name: 'original',
      label: 'Original, when the words above are a translation',
      type: 'group',
      fields: [
        { name: 'text', type: 'textarea', maxLength: 10_000 },
        { name: 'language', type: 'text', maxLength: 35 },
      ],
    },
    {
      name: 'speaker',
      type: 'relationship',
      relationTo: 'sources',
      index: true,
      maxDepth: 1,
      admin: { description: 'Who said it. Empty means unattributed, and stops publication.' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'role',
          label: 'Role at the time',
          type: 'text',
          maxLength: 200,
          admin: { description: 'Filled from the source when the quote is made, then kept.' },
        },
        { name: 'affiliation', label: 'Affiliation at the time', type: 'text', maxLength: 200 },
      ],
    },
    {
      name: 'chain',
      label: 'How the words reached us',
      labels: { singular: 'Step', plural: 'Steps' },
      type: 'array',
      maxRows: 10,
      admin: {
        description: 'Nearest to the speaker first. Empty means we heard or read it ourselves.',
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'mode',
              type: 'select',
              required: true,
              defaultValue: 'relayed',
              options: [
                { label: 'Relayed by', value: 'relayed' },
                { label: 'Document seen', value: 'document' },
                { label: 'First-hand', value: 'first-hand' },
              ],
            },
            {
              name: 'source',
              type: 'relationship',
              relationTo: 'sources',
              required: true,
              maxDepth: 1,
            },
            { name: 'url', label: 'Link', type: 'text', maxLength: 2000 },
          ],
        },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'saidAt', label: 'Said on', type: 'date', index: true },
        {
          name: 'medium',
          type: 'text',
          maxLength: 100,
          admin: { description: 'Interview, statement, speech, report, social post…' },
        },
        { name: 'url', label: 'Link', type: 'text', maxLength: 2000 },
      ],
    },
    {
      name: 'verification',
      type: 'select',
      defaultValue: 'no-evidence',
      index: true,
      options: [
        { label: 'Verified', value: 'verified' },
        { label: 'Verified, with marked edits', value: 'verified-with-edits' },
        { label: 'Differs from the evidence', value: 'differs' },
        { label: 'Not found in the evidence', value: 'not-found' },
        { label: 'No evidence', value: 'no-evidence' },
      ],
      access: { create: nobodyField, update: nobodyField },
      admin: {
        position: 'sidebar',
        readOnly: true,
        components: {
          Cell: '/src/admin/components/cells/VerificationCell.tsx#VerificationCell',
          Field: '/src/admin/components/proof/VerificationField.tsx#VerificationField',
        },
        description:
          'Worked out from the evidence whenever one of the two is saved. A paraphrase is compared by eye.',
      },
    },
    {
      name: 'check',
      label: 'The check against the evidence',
      type: 'group',
      access: { read: internal, create: nobodyField, update: nobodyField },
      // The panel shows it in words, as the proof of the quote.
      admin: { hidden: true },
      fields: [
        {
          name: 'tier',
          type: 'select',
          options: ['exact', 'normalised', 'edge', 'elided', 'near', 'absent'],
        },
        // W3C Web Annotation: TextPositionSelector and TextQuoteSelector.
        { name: 'start', type: 'number' },
        { name: 'end', type: 'number' },
        { name: 'exact', type: 'textarea' },
        { name: 'prefix', type: 'text' },
        { name: 'suffix', type: 'text' },
        { name: 'flags', type: 'text', hasMany: true },
        { name: 'diff', type: 'json' },
        { name: 'words', label: 'The words that were checked', type: 'textarea' },
        { name: 'evidenceSha256', type: 'text' },
        { name: 'checkedAt', type: 'date' },
      ],
    },
    {
      name: 'impact',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/components/saves/ImpactDialog.tsx#ImpactDialog' },
      },
    },
    isPublicField,
    createdByField,
    usedInArticles('quotesCited'),
  ],
}
