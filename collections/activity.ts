import type { CollectionConfig } from 'payload'
import { allow, nobody } from './access.ts'
import { keepAll, keepAppended } from '#src/editorial/record/activity.ts'
import { activityExportEndpoint } from '#src/editorial/record/activityExport.ts'

/** Who did what, when, from where. Append-only, written by the server. */
export const activity: CollectionConfig = {
  slug: 'activity',
  labels: { singular: 'Activity', plural: 'Activity' },
  admin: {
    useAsTitle: 'summary',
    group: 'Record',
    defaultColumns: ['at', 'actorName', 'verb', 'summary'],
    listSearchableFields: ['summary', 'actorName', 'verb'],
    description: 'Who did what and when. Nothing here can be changed or removed.',
    components: {
      beforeListTable: ['/src/admin/components/activity/ExportLinks.tsx#ExportLinks'],
    },
  },
  access: {
    create: nobody,
    read: allow('chief', 'admin'),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
  },
  endpoints: [activityExportEndpoint],
  hooks: { beforeChange: [keepAppended], beforeDelete: [keepAll] },
  versions: false,
  timestamps: false,
  lockDocuments: false,
  disableDuplicate: true,
  defaultSort: '-at',
  indexes: [{ fields: ['verb', 'at'] }, { fields: ['subjectId', 'at'] }],
  fields: [
    { name: 'at', type: 'date', required: true, index: true },
    { name: 'verb', type: 'text', required: true, index: true },
    { name: 'summary', type: 'text', required: true },
    { name: 'actorId', type: 'text', index: true },
    { name: 'actorName', type: 'text' },
    { name: 'subjectCollection', type: 'text' },
    { name: 'subjectId', type: 'text' },
    { name: 'reason', type: 'text' },
    { name: 'from', label: 'Address', type: 'text' },
  ],
}
