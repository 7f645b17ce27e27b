import type { CollectionConfig } from 'payload'
import { admins, nobody } from './access.ts'

/** What was sent to whom, and what came of it. Written by the server, cleared by age. */
export const deliveries: CollectionConfig = {
  slug: 'deliveries',
  admin: {
    useAsTitle: 'messageId',
    group: 'Administration',
    defaultColumns: ['at', 'subscription', 'event', 'seq', 'outcome', 'status', 'durationMs'],
    description: 'Every attempt to tell a receiver what was published.',
  },
  access: { create: nobody, read: admins, update: nobody, delete: nobody, readVersions: nobody },
  versions: false,
  timestamps: false,
  lockDocuments: false,
  disableDuplicate: true,
  defaultSort: '-at',
  indexes: [{ fields: ['subscription', 'at'] }],
  fields: [
    {
      name: 'subscription',
      type: 'relationship',
      relationTo: 'subscriptions',
      index: true,
      maxDepth: 0,
    },
    { name: 'at', type: 'date', required: true, index: true },
    { name: 'messageId', type: 'text', required: true, index: true },
    { name: 'event', type: 'text', required: true },
    { name: 'seq', type: 'number', index: true },
    { name: 'attempt', type: 'number' },
    {
      name: 'outcome',
      type: 'select',
      required: true,
      options: ['delivered', 'failed', 'given up'],
    },
    { name: 'status', label: 'HTTP status', type: 'number' },
    { name: 'durationMs', label: 'Took (ms)', type: 'number' },
    { name: 'error', type: 'textarea' },
    { name: 'nextAttemptAt', type: 'date' },
  ],
}
