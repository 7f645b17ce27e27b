/**
 * What was approved, by whom, and what kind of change to a published story goes out next. The verbs set the
 * first; the dialog that publishes fills in the second. See `src/workflow`.
 */
import type { Field } from 'payload'
import { deskField, internal, nobodyField } from '#collections/access.ts'
import { changeKinds, kindLines } from '#src/workflow/changeKinds.ts'

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
      // The dialog asks it before the change goes out.
      condition: inTheBox,
    },
    fields: [
      {
        name: 'kind',
        type: 'select',
        options: changeKinds.map((kind) => ({ label: kindLines[kind], value: kind })),
      },
      {
        name: 'note',
        label: 'Note for readers',
        type: 'textarea',
        maxLength: 1000,
      },
      { name: 'placement', type: 'select', options: ['end', 'beside'] },
      // The words of the paragraph.
      { name: 'beside', type: 'text', maxLength: 500 },
    ],
  },
]
