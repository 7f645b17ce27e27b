/**
 * Where a story stands. Who may move it is decided by `src/workflow/transitions.ts`, on the server.
 */
import type { Field } from 'payload'
import { chiefField, deskField, internal, nobodyField } from '#collections/access.ts'
import { approvalFields, changeFields, inTheBox } from './approval.ts'
import { states } from '#src/workflow/states.ts'

const flag = (name: string, label: string): Field => ({
  name,
  label,
  type: 'select',
  defaultValue: 'not needed',
  options: ['not needed', 'needed', 'done'],
})

const capitalised = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`

const time = (
  name: string,
  label: string,
  more: { description: string } | { condition: () => boolean },
): Field => ({
  name,
  label,
  type: 'date',
  index: true,
  access: { read: internal, create: deskField, update: deskField },
  admin: {
    position: 'sidebar',
    ...more,
    date: { pickerAppearance: 'dayAndTime' },
    components: { Cell: '/src/admin/components/cells/TimeCell.tsx#TimeCell' },
  },
})

export const workflowFields: Field[] = [
  {
    name: 'state',
    type: 'select',
    required: true,
    defaultValue: 'draft',
    index: true,
    options: states.map((state) => ({ label: capitalised(state), value: state })),
    admin: {
      position: 'sidebar',
      components: {
        Cell: '/src/admin/components/cells/StateCell.tsx#StateCell',
        // No list to choose from: the story is moved by the verbs that are open to this person.
        Field: '/src/admin/components/workflow/WorkflowBox.tsx#WorkflowBox',
      },
    },
  },
  {
    name: 'checksBox',
    type: 'ui',
    admin: {
      position: 'sidebar',
      disableListColumn: true,
      components: { Field: '/src/admin/components/preflight/ChecksBox.tsx#ChecksBox' },
    },
  },
  {
    name: 'stateReason',
    label: 'Reason',
    type: 'textarea',
    maxLength: 1000,
    access: { read: internal },
    admin: { position: 'sidebar', condition: inTheBox },
  },
  // A date that is half picked must not send a story out: the box asks for the whole of it.
  time('scheduledFor', 'Goes out at', { condition: inTheBox }),
  time('embargoUntil', 'Embargo until', {
    description: 'Nobody can publish before this, whatever the schedule says.',
  }),
  ...approvalFields,
  {
    name: 'scheduleProblem',
    label: 'It did not go out',
    type: 'textarea',
    access: { read: internal, create: nobodyField, update: nobodyField },
    admin: { position: 'sidebar', readOnly: true, condition: inTheBox },
  },
  {
    name: 'assignee',
    type: 'relationship',
    relationTo: 'users',
    index: true,
    maxDepth: 0,
    access: { read: internal },
    admin: { position: 'sidebar', description: 'Who works on it now.' },
  },
  {
    name: 'priority',
    type: 'select',
    defaultValue: 'normal',
    index: true,
    options: ['low', 'normal', 'high', 'urgent'],
    access: { read: internal },
    admin: { position: 'sidebar' },
  },
  {
    name: 'dueAt',
    label: 'Due',
    type: 'date',
    access: { read: internal },
    admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
  },
  {
    name: 'checks',
    type: 'group',
    access: { read: internal },
    admin: {
      position: 'sidebar',
      description: 'A check that is needed and not done stops publication.',
    },
    fields: [flag('legal', 'Legal'), flag('pictures', 'Picture desk'), flag('facts', 'Fact check')],
  },
  ...changeFields,
  {
    name: 'acknowledged',
    label: 'Warnings seen',
    type: 'text',
    hasMany: true,
    access: { read: internal },
    admin: { hidden: true },
  },
  {
    name: 'override',
    label: 'Published against the checks',
    type: 'group',
    access: { read: internal, create: chiefField, update: chiefField },
    admin: { hidden: true },
    fields: [
      { name: 'codes', type: 'text', hasMany: true },
      { name: 'reason', type: 'textarea', maxLength: 1000 },
    ],
  },
  {
    name: 'firstPublishedAt',
    label: 'First published',
    type: 'date',
    index: true,
    access: { create: nobodyField, update: nobodyField },
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data?.['firstPublishedAt']),
      date: { pickerAppearance: 'dayAndTime' },
    },
  },
  {
    name: 'retraction',
    type: 'group',
    access: { create: nobodyField, update: nobodyField },
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean((data?.['retraction'] as { at?: string } | undefined)?.at),
    },
    fields: [
      { name: 'at', type: 'date' },
      { name: 'reason', type: 'textarea' },
    ],
  },
]
