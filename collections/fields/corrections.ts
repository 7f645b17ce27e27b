/** What readers are told was wrong: kept for good, shown by every output from this one record. */
import type { Field } from 'payload'

export const correctionsTab: Field[] = [
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
      // Every output sets it at the end so far.
      {
        name: 'placement',
        type: 'select',
        defaultValue: 'end',
        options: ['end', 'beside'],
        admin: { hidden: true },
      },
      { name: 'beside', type: 'text', maxLength: 500, admin: { hidden: true } },
    ],
  },
]
