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
      {
        name: 'placement',
        label: 'Where the note stands',
        type: 'select',
        defaultValue: 'end',
        options: [
          { label: 'At the end', value: 'end' },
          { label: 'Beside a paragraph', value: 'beside' },
        ],
      },
      {
        name: 'beside',
        label: 'Which paragraph',
        type: 'text',
        maxLength: 500,
        admin: {
          condition: (_, correction) => correction?.['placement'] === 'beside',
          description: 'Its first words. When they are gone, the note stands at the end.',
        },
      },
    ],
  },
]
