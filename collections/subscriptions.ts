import type { CollectionConfig } from 'payload'
import { admins, nobody } from './access.ts'

/** Who is told when something is published: webhooks and partner feeds. */
export const subscriptions: CollectionConfig = {
  slug: 'subscriptions',
  admin: {
    useAsTitle: 'name',
    group: 'Administration',
    defaultColumns: ['name', 'kind', 'url', 'isActive', 'cursor'],
    description: 'Receivers of what is published. Each keeps its own place in the ledger.',
  },
  access: { create: admins, read: admins, update: admins, delete: admins, readVersions: nobody },
  versions: false,
  defaultSort: 'name',
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, maxLength: 120 },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'webhook',
      options: [
        { label: 'Webhook', value: 'webhook' },
        { label: 'Partner feed', value: 'feed' },
      ],
    },
    { name: 'url', type: 'text', maxLength: 2000 },
    {
      name: 'events',
      type: 'select',
      hasMany: true,
      options: ['publish', 'update', 'correct', 'retract', 'unpublish'],
      admin: { description: 'Empty means all of them.' },
    },
    { name: 'section', type: 'relationship', relationTo: 'sections', maxDepth: 0 },
    { name: 'isActive', type: 'checkbox', defaultValue: true, index: true },
    {
      name: 'cursor',
      type: 'number',
      defaultValue: 0,
      admin: { readOnly: true, description: 'The last ledger row that was delivered.' },
    },
  ],
}
