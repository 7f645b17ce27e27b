import type { CollectionConfig } from 'payload'
import { allow, nobody } from './access.ts'
import { retryJobEndpoint } from '#src/editorial/publishing/retryJob.ts'

/**
 * Work that must be done once, whoever does it. A worker claims a job with a lease, for one statement at a
 * time can; when the worker dies, the lease runs out and another takes the job over. See `src/jobs`.
 */
export const jobs: CollectionConfig = {
  slug: 'jobs',
  labels: { singular: 'Job', plural: 'Jobs' },
  admin: {
    useAsTitle: 'key',
    group: 'Record',
    defaultColumns: ['key', 'state', 'runAt', 'attempts', 'lastError'],
    description: 'What runs by the clock: when, how often it was tried, and what went wrong.',
  },
  access: {
    create: nobody,
    read: allow('chief', 'admin'),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
  },
  endpoints: [retryJobEndpoint],
  versions: false,
  timestamps: false,
  lockDocuments: false,
  disableDuplicate: true,
  defaultSort: '-runAt',
  indexes: [{ fields: ['state', 'runAt'] }],
  fields: [
    {
      name: 'retry',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/components/jobs/RetryField.tsx#RetryField' },
      },
    },
    { name: 'kind', type: 'text', required: true, index: true },
    {
      name: 'key',
      type: 'text',
      required: true,
      unique: true,
      admin: { description: 'Names the work: the same work is never entered twice.' },
    },
    { name: 'payload', type: 'json' },
    { name: 'runAt', type: 'date', required: true, index: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'waiting',
      options: ['waiting', 'running', 'done', 'failed'],
    },
    { name: 'leaseOwner', type: 'text' },
    { name: 'leaseUntil', type: 'date', index: true },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'lastError', type: 'textarea' },
    { name: 'finishedAt', type: 'date' },
  ],
}
