/**
 * Who may do what, written by hand: the test compares it with what the APIs do. A cell names the records a
 * role reaches: `all`, `none`, or one of the kinds the collection's records are of.
 *
 *   own      made by the reporter who asks; for users, the account of the one who asks
 *   others   made by somebody else and not published
 *   hidden   carried by no live story
 *   public   published, or carried by a live story
 */
export const askers = ['anonymous', 'reporter', 'editor', 'chief', 'admin'] as const
export type AskerName = (typeof askers)[number]

export const operations = [
  'create',
  'list',
  'read',
  'count',
  'update',
  'delete',
  'duplicate',
  'readVersions',
  'restoreVersion',
  'unlock',
] as const
export type Operation = (typeof operations)[number]

/** Five cells: anonymous, reporter, editor, chief, admin. */
type Row = string

export const accessTable: Record<string, Partial<Record<Operation, Row>>> = {
  articles: {
    create: /*         */ 'none    all     all     all     none',
    list: /*           */ 'public  all     all     all     all',
    read: /*           */ 'public  all     all     all     all',
    count: /*          */ 'public  all     all     all     all',
    update: /*         */ 'none    own     all     all     none',
    delete: /*         */ 'none    none    all     all     none',
    duplicate: /*      */ 'none    all     all     all     none',
    readVersions: /*   */ 'none    all     all     all     all',
    restoreVersion: /* */ 'none    own     all     all     none',
  },
  authors: {
    create: /*         */ 'none    all     all     all     none',
    list: /*           */ 'public  all     all     all     all',
    read: /*           */ 'public  all     all     all     all',
    count: /*          */ 'public  all     all     all     all',
    update: /*         */ 'none    none    all     all     none',
    delete: /*         */ 'none    none    all     all     none',
    duplicate: /*      */ 'none    all     all     all     none',
  },
  sections: {
    create: /*         */ 'none    none    all     all     none',
    list: /*           */ 'all     all     all     all     all',
    read: /*           */ 'all     all     all     all     all',
    count: /*          */ 'all     all     all     all     all',
    update: /*         */ 'none    none    all     all     none',
    delete: /*         */ 'none    none    all     all     none',
    duplicate: /*      */ 'none    none    all     all     none',
  },
  images: {
    create: /*         */ 'none    all     all     all     none',
    list: /*           */ 'public  all     all     all     all',
    read: /*           */ 'public  all     all     all     all',
    count: /*          */ 'public  all     all     all     all',
    update: /*         */ 'none    hidden  all     all     none',
    delete: /*         */ 'none    none    all     all     none',
    duplicate: /*      */ 'none    all     all     all     none',
  },
  quotes: {
    create: /*         */ 'none    all     all     all     none',
    list: /*           */ 'public  all     all     all     all',
    read: /*           */ 'public  all     all     all     all',
    count: /*          */ 'public  all     all     all     all',
    update: /*         */ 'none    hidden  all     all     none',
    delete: /*         */ 'none    none    all     all     none',
    duplicate: /*      */ 'none    all     all     all     none',
    readVersions: /*   */ 'none    none    all     all     none',
    restoreVersion: /* */ 'none    hidden  all     all     none',
  },
  sources: {
    create: /*         */ 'none    all     all     all     none',
    list: /*           */ 'public  all     all     all     all',
    read: /*           */ 'public  all     all     all     all',
    count: /*          */ 'public  all     all     all     all',
    update: /*         */ 'none    hidden  all     all     none',
    delete: /*         */ 'none    none    all     all     none',
    duplicate: /*      */ 'none    all     all     all     none',
  },
  evidence: {
    create: /*         */ 'none    all     all     all     none',
    list: /*           */ 'none    all     all     all     all',
    read: /*           */ 'none    all     all     all     all',
    count: /*          */ 'none    all     all     all     all',
    update: /*         */ 'none    all     all     all     none',
    delete: /*         */ 'none    none    all     all     none',
    duplicate: /*      */ 'none    all     all     all     none',
    readVersions: /*   */ 'none    none    all     all     none',
    restoreVersion: /* */ 'none    all     all     all     none',
  },
  publications: {
    create: /*         */ 'none    none    none    none    none',
    list: /*           */ 'none    all     all     all     all',
    read: /*           */ 'none    all     all     all     all',
    count: /*          */ 'none    all     all     all     all',
    update: /*         */ 'none    none    none    none    none',
    delete: /*         */ 'none    none    none    none    none',
    duplicate: /*      */ 'none    none    none    none    none',
  },
  activity: {
    create: /*         */ 'none    none    none    none    none',
    list: /*           */ 'none    none    none    all     all',
    read: /*           */ 'none    none    none    all     all',
    count: /*          */ 'none    none    none    all     all',
    update: /*         */ 'none    none    none    none    none',
    delete: /*         */ 'none    none    none    none    none',
    duplicate: /*      */ 'none    none    none    none    none',
  },
  'evidence-files': {
    create: /*         */ 'none    all     all     all     none',
    list: /*           */ 'none    all     all     all     all',
    read: /*           */ 'none    all     all     all     all',
    count: /*          */ 'none    all     all     all     all',
    update: /*         */ 'none    none    none    none    none',
    delete: /*         */ 'none    none    all     all     none',
    duplicate: /*      */ 'none    none    none    none    none',
  },
  jobs: {
    create: /*         */ 'none    none    none    none    none',
    list: /*           */ 'none    none    none    all     all',
    read: /*           */ 'none    none    none    all     all',
    count: /*          */ 'none    none    none    all     all',
    update: /*         */ 'none    none    none    none    none',
    delete: /*         */ 'none    none    none    none    none',
    duplicate: /*      */ 'none    none    none    none    none',
  },
  users: {
    create: /*         */ 'none    none    none    none    all',
    list: /*           */ 'none    all     all     all     all',
    read: /*           */ 'none    all     all     all     all',
    count: /*          */ 'none    all     all     all     all',
    update: /*         */ 'none    own     own     own     all',
    delete: /*         */ 'none    none    none    none    all',
    unlock: /*         */ 'none    none    none    none    all',
  },
  subscriptions: {
    create: /*         */ 'none    none    none    none    all',
    list: /*           */ 'none    none    none    none    all',
    read: /*           */ 'none    none    none    none    all',
    count: /*          */ 'none    none    none    none    all',
    update: /*         */ 'none    none    none    none    all',
    delete: /*         */ 'none    none    none    none    all',
    duplicate: /*      */ 'none    none    none    none    all',
  },
  consumers: {
    create: /*         */ 'none    none    none    none    all',
    list: /*           */ 'none    none    none    none    all',
    read: /*           */ 'none    none    none    none    all',
    count: /*          */ 'none    none    none    none    all',
    update: /*         */ 'none    none    none    none    all',
    delete: /*         */ 'none    none    none    none    all',
    duplicate: /*      */ 'none    none    none    none    all',
  },
  'reader-docs': {
    create: /*         */ 'none    none    none    none    none',
    list: /*           */ 'none    none    none    none    none',
    read: /*           */ 'none    none    none    none    none',
    count: /*          */ 'none    none    none    none    none',
    update: /*         */ 'none    none    none    none    none',
    delete: /*         */ 'none    none    none    none    none',
  },
  'reader-entries': {
    create: /*         */ 'none    none    none    none    none',
    list: /*           */ 'none    none    none    none    none',
    read: /*           */ 'none    none    none    none    none',
    count: /*          */ 'none    none    none    none    none',
    update: /*         */ 'none    none    none    none    none',
    delete: /*         */ 'none    none    none    none    none',
  },
}
