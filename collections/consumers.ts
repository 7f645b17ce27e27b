import type { CollectionConfig } from 'payload'
import { admins, nobody, nobodyField } from './access.ts'
import {
  consumerEndpoints,
  fillKey,
  forgetKey,
  showKeyOnce,
} from '#src/editorial/receivers/consumerKeys.ts'

/** Who reads by key: apps and partners. Only a hash of the key is kept. */
export const consumers: CollectionConfig = {
  slug: 'consumers',
  labels: { singular: 'API consumer', plural: 'API consumers' },
  admin: {
    useAsTitle: 'name',
    group: 'Administration',
    defaultColumns: ['name', 'keyPrefix', 'scopes', 'expiresAt', 'lastUsedAt'],
    description: 'Apps and partners that read with a key. The key itself is never stored.',
  },
  access: { create: admins, read: admins, update: admins, delete: admins, readVersions: nobody },
  versions: false,
  defaultSort: 'name',
  endpoints: consumerEndpoints,
  hooks: { beforeChange: [fillKey], afterChange: [showKeyOnce], afterDelete: [forgetKey] },
  fields: [
    {
      name: 'deeds',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/src/admin/components/keys/KeyBox.tsx#KeyBox' },
      },
    },
    { name: 'name', type: 'text', required: true, unique: true, maxLength: 120 },
    { name: 'contact', type: 'email' },
    {
      name: 'scopes',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['published'],
      options: [
        { label: 'Published stories', value: 'published' },
        { label: 'Embargoed stories, marked as withheld', value: 'embargoed-withheld' },
      ],
    },
    {
      name: 'sections',
      type: 'relationship',
      relationTo: 'sections',
      hasMany: true,
      maxDepth: 0,
      admin: { description: 'Empty means every section.' },
    },
    {
      name: 'ratePerMinute',
      label: 'Requests each minute',
      type: 'number',
      min: 1,
      max: 1_000_000,
      admin: { description: 'Left empty, the limit of the server for keys holds.' },
    },
    {
      name: 'isRevoked',
      label: 'Revoked',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: 'From the next request on the key opens nothing.' },
    },
    { name: 'expiresAt', type: 'date', index: true },
    {
      name: 'keyPrefix',
      type: 'text',
      index: true,
      access: { create: nobodyField, update: nobodyField },
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'keyHash',
      type: 'text',
      unique: true,
      access: { read: nobodyField, create: nobodyField, update: nobodyField },
      admin: { hidden: true },
    },
    {
      name: 'lastUsedAt',
      type: 'date',
      access: { create: nobodyField, update: nobodyField },
      admin: { readOnly: true, position: 'sidebar' },
    },
  ],
}
