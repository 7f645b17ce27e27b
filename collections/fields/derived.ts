/**
 * Fields the system keeps: shown, never typed, refused from every API.
 */
import type { CheckboxField, Field, JoinField } from 'payload'
import { internal, nobodyField } from '#collections/access.ts'

type Kept = { isPublic?: unknown; createdBy?: unknown } | undefined

/** Whether a live story carries the record now. Kept by publication; access for readers hangs on it. */
export const isPublicField: CheckboxField = {
  name: 'isPublic',
  type: 'checkbox',
  defaultValue: false,
  index: true,
  access: { read: internal, create: nobodyField, update: nobodyField },
  // An edit never changes it, nor does restoring an old version.
  hooks: {
    beforeChange: [
      ({ operation, originalDoc, value }): unknown =>
        operation === 'update' ? ((originalDoc as Kept)?.isPublic ?? value) : value,
    ],
  },
  admin: {
    position: 'sidebar',
    readOnly: true,
    description: 'Set while a published story carries this record.',
  },
}

/** Who made the record. Set once by the server. */
export const createdByField: Field = {
  name: 'createdBy',
  type: 'relationship',
  relationTo: 'users',
  index: true,
  maxDepth: 0,
  access: { read: internal, create: nobodyField, update: nobodyField },
  admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data?.['createdBy']) },
  hooks: {
    beforeChange: [
      ({ operation, req, value }): unknown =>
        operation === 'create' ? (req.user?.id ?? value) : value,
    ],
  },
}

/** The stories that use this record, newest first. */
export const usedInArticles = (on: string): JoinField => ({
  name: 'usedIn',
  type: 'join',
  collection: 'articles',
  on,
  defaultLimit: 10,
  defaultSort: '-updatedAt',
  maxDepth: 1,
  access: { read: internal },
  admin: {
    defaultColumns: ['headline', 'state', 'updatedAt'],
    allowCreate: false,
    description: 'Stories that use this record. It cannot be deleted while there are any.',
  },
})
