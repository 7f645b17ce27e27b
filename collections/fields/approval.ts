/**
 * What was approved, by whom, and what kind of change to a published story goes out next. The verbs set the
 * first; the dialog that publishes fills in the second. See `src/workflow`.
 */
import type { Field } from 'payload'
import { deskField, internal, nobodyField } from '#collections/access.ts'
import { isTold } from '#src/workflow/changeKinds.ts'

const kept = { read: internal, create: nobodyField, update: nobodyField } as const

/** Not among the fields of the form: the box beside the story tells it. Lists and filters keep it. */
export const inTheBox = (): boolean => false

export const approvalFields: Field[] = [
  { name: 'approvedHash', type: 'text', access: kept, admin: { hidden: true } },
  {
    name: 'approvedBy',
    type: 'relationship',
    relationTo: 'users',
    maxDepth: 0,
    access: kept,
    admin: { position: 'sidebar', readOnly: true, condition: inTheBox },
  },
  { name: 'approvedAt', type: 'date', access: kept, admin: { hidden: true } },
  {
    name: 'approvalVoid',
    label: 'The approval no longer holds',
    type: 'textarea',
    access: kept,
    admin: { position: 'sidebar', readOnly: true, condition: inTheBox },
  },
]

export const changeFields: Field[] = [
  {
    name: 'change',
    label: 'This change',
    type: 'group',
    access: { read: internal, create: deskField, update: deskField },
    admin: {
      position: 'sidebar',
      condition: (data) => Boolean(data?.['firstPublishedAt']) && data?.['state'] !== 'retracted',
      description: 'For the next time this story goes out. Readers are told of the last two.',
    },
    fields: [
      {
        name: 'kind',
        type: 'select',
        options: [
          { label: 'Minor: no quote, number, date or name', value: 'minor' },
          { label: 'Update: there is more to tell', value: 'update' },
          { label: 'Clarification: right, but it misled', value: 'clarification' },
          { label: 'Correction: it was wrong', value: 'correction' },
        ],
      },
      {
        name: 'note',
        label: 'Note for readers',
        type: 'textarea',
        maxLength: 1000,
        admin: {
          condition: (_, change) => isTold(change?.['kind']),
          description: 'In full sentences: what was wrong and what is right.',
        },
      },
      // Where the note stands is kept with it; every output sets it at the end so far.
      { name: 'placement', type: 'select', options: ['end', 'beside'], admin: { hidden: true } },
      { name: 'beside', type: 'text', maxLength: 500, admin: { hidden: true } },
    ],
  },
]
