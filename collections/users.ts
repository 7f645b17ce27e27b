import type { CollectionConfig, FieldAccess } from 'payload'
import { adminField, admins, hasRole, nobody, roles, selfOrAdmin, signedIn } from './access.ts'
import { noticeKinds, noticeNames } from '#src/workflow/notices.ts'
import {
  recordAccount,
  recordAccountRemoval,
  recordPassword,
} from '#src/editorial/record/accountActivity.ts'
import { recordLogin } from '#src/editorial/record/activity.ts'
import { forgiveLogin, limitLogins } from '#src/editorial/requests/loginLimit.ts'
import { getConfig } from '#src/config.ts'

/** Whether it is the account of who asks. The panel's question what may be read names the record and no id. */
const isOwn: FieldAccess = ({ req, id, data }) =>
  req.user !== null && [id, (data as { id?: unknown } | undefined)?.id].includes(req.user.id)

/** People who can sign in. */
export const users: CollectionConfig = {
  slug: 'users',
  admin: {
    useAsTitle: 'name',
    group: 'Administration',
    defaultColumns: ['name', 'email', 'roles'],
    description: 'People who can sign in, and what they may do.',
  },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    maxLoginAttempts: 8,
    lockTime: 10 * 60 * 1000,
    useAPIKey: false,
    cookies: { sameSite: 'Lax', secure: getConfig().publicUrl.startsWith('https:') },
  },
  access: {
    create: admins,
    read: signedIn,
    update: selfOrAdmin,
    delete: admins,
    readVersions: nobody,
    unlock: admins,
    admin: ({ req }) => Boolean(req.user),
  },
  versions: false,
  defaultPopulate: { name: true, roles: true },
  defaultSort: 'name',
  hooks: {
    afterChange: [recordAccount],
    afterDelete: [recordAccountRemoval],
    beforeOperation: [limitLogins],
    afterLogin: [recordLogin, forgiveLogin],
    beforeValidate: [recordPassword],
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, saveToJWT: true },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      defaultValue: ['reporter'],
      options: roles.map((role) => ({
        label: role[0]?.toUpperCase() + role.slice(1),
        value: role,
      })),
      access: { create: adminField, update: adminField },
      admin: {
        description:
          'Reporter: own drafts. Editor: all stories, publish. Chief: retract, override, confidential sources. Admin: users and keys, no stories.',
      },
    },
    {
      name: 'mailFor',
      label: 'Mail me about',
      type: 'select',
      hasMany: true,
      defaultValue: [...noticeKinds],
      options: noticeKinds.map((kind) => ({ label: noticeNames[kind], value: kind })),
      access: { read: (args) => isOwn(args) || hasRole(args.req.user, 'admin') },
      admin: {
        components: { Field: '/src/admin/components/notices/MailChoice.tsx#MailChoice' },
      },
    },
    {
      name: 'email',
      type: 'email',
      required: true,
      unique: true,
      access: {
        read: (args) => isOwn(args) || hasRole(args.req.user, 'admin', 'chief'),
      },
    },
  ],
}
