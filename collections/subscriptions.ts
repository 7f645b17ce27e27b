import type { CollectionConfig } from 'payload'
import { admins, nobody, nobodyField } from './access.ts'
import {
  forgetReceiver,
  placeReceiver,
  subscriptionEndpoints,
} from '#src/editorial/receivers/subscriptionEndpoints.ts'
import { isReceiverUrl } from '#src/editorial/receivers/subscriptionUrl.ts'

const closed = { read: nobodyField, create: nobodyField, update: nobodyField } as const
const kept = { create: nobodyField, update: nobodyField } as const
const side = { readOnly: true, position: 'sidebar' } as const

/** Who is told when something is published: webhooks and partner feeds. */
export const subscriptions: CollectionConfig = {
  slug: 'subscriptions',
  labels: { singular: 'Receiver', plural: 'Receivers' },
  admin: {
    useAsTitle: 'name',
    group: 'Administration',
    defaultColumns: ['name', 'kind', 'url', 'isActive', 'cursor'],
    description: 'Receivers of what is published. Each keeps its own place in the ledger.',
  },
  access: { create: admins, read: admins, update: admins, delete: admins, readVersions: nobody },
  versions: false,
  defaultSort: 'name',
  endpoints: subscriptionEndpoints,
  hooks: { beforeChange: [placeReceiver], beforeDelete: [forgetReceiver] },
  fields: [
    {
      name: 'deeds',
      type: 'ui',
      admin: {
        position: 'sidebar',
        condition: ({ kind }) => kind === 'webhook',
        disableListColumn: true,
        components: { Field: '/src/admin/components/receivers/ReceiverBox.tsx#ReceiverBox' },
      },
    },
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
    { name: 'url', label: 'Address', type: 'text', validate: isReceiverUrl },
    {
      name: 'events',
      type: 'select',
      hasMany: true,
      options: ['publish', 'update', 'correct', 'retract', 'unpublish'],
      admin: { description: 'Empty means all of them.' },
    },
    { name: 'section', type: 'relationship', relationTo: 'sections', maxDepth: 0 },
    { name: 'topic', type: 'text', maxLength: 100 },
    { name: 'isActive', type: 'checkbox', defaultValue: true, index: true },
    {
      name: 'cursor',
      type: 'number',
      defaultValue: 0,
      // An open form would set it back.
      access: kept,
      admin: { readOnly: true, description: 'The last ledger row that was delivered.' },
    },
    {
      name: 'noticeTo',
      label: 'Tell whom when it fails for long',
      type: 'email',
      admin: { description: 'Left empty, every administrator is told.' },
    },
    { name: 'secret', type: 'text', access: closed, admin: { hidden: true } },
    { name: 'oldSecret', type: 'text', access: closed, admin: { hidden: true } },
    { name: 'oldSecretUntil', type: 'date', access: kept, admin: { hidden: true } },
    {
      name: 'secretHint',
      label: 'Signing secret',
      type: 'text',
      access: kept,
      admin: { readOnly: true, position: 'sidebar' },
    },
    { name: 'attempts', type: 'number', defaultValue: 0, access: kept, admin: { hidden: true } },
    { name: 'nextAttemptAt', type: 'date', index: true, access: kept, admin: side },
    { name: 'failingSince', type: 'date', access: kept, admin: side },
    { name: 'lastDeliveredAt', type: 'date', access: kept, admin: side },
    { name: 'lastError', type: 'textarea', access: kept, admin: side },
    { name: 'disabledReason', type: 'textarea', access: kept, admin: side },
  ],
}
