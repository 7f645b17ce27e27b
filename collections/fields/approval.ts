/**
 * What was approved, by whom, and what kind of change to a published story goes out next. The verbs set the
 * first; the dialog that publishes fills in the second. See `src/workflow`.
 */
import type { Field } from 'payload'
import { deskField, internal, nobodyField } from '#collections/access.ts'

const kept = { read: internal, create: nobodyField, update: nobodyField } as const

export const approvalFields: Field[] = [
  { name: 'approvedHash', type: 'text', access: kept, admin: { hidden: true } },
  {
    name: 'approvedBy',
    type: 'relationship',
    relationTo: 'users',
    maxDepth: 0,
    access: kept,
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data?.['approvedBy']),
    },
  },
  { name: 'approvedAt', type: 'date', access: kept, admin: { hidden: true } },
  {
    name: 'approvalVoid',
    label: 'The approval no longer holds',
    type: 'textarea',
    access: kept,
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data?.['approvalVoid']),
    },
  },
]

export const changeFields: Field[] = [
  {
    name: 'change',
    label: 'Kind of change',
    type: 'group',
    access: { read: internal, create: deskField, update: deskField },
    admin: { hidden: true },
    fields: [
      {
        name: 'kind',
        type: 'select',
        options: ['minor', 'update', 'clarification', 'correction'],
      },
      { name: 'note', type: 'textarea', maxLength: 1000 },
      { name: 'placement', type: 'select', options: ['end', 'beside'] },
      { name: 'beside', type: 'text', maxLength: 500 },
    ],
  },
]
