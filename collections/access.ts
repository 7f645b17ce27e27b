/**
 * Who may do what. Every collection names an access function for every operation; nothing rests on a default.
 * `tests/collections/access.test.ts` holds the same table as data and proves it over REST and GraphQL.
 */
import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'

export const roles = ['reporter', 'editor', 'chief', 'admin'] as const
export type Role = (typeof roles)[number]

type Person = { id: string; roles?: Role[] | null } | null | undefined

/** Whether the signed-in person holds one of the roles. */
export const hasRole = (user: unknown, ...wanted: Role[]): boolean =>
  ((user as Person)?.roles ?? []).some((role) => wanted.includes(role))

export const isSignedIn = (req: PayloadRequest): boolean => Boolean(req.user)

export const nobody: Access = () => false
export const signedIn: Access = ({ req }) => isSignedIn(req)

/** Whoever holds one of the roles. */
export const allow =
  (...wanted: Role[]): Access =>
  ({ req }) =>
    hasRole(req.user, ...wanted)

/** People who work on stories: everyone but a pure administrator. */
export const newsroom = allow('reporter', 'editor', 'chief')
export const desk = allow('editor', 'chief')
export const chiefs = allow('chief')
export const admins = allow('admin')

/** Field access: visible to whoever is signed in, never to readers. */
export const internal: FieldAccess = ({ req }) => isSignedIn(req)
export const nobodyField: FieldAccess = () => false
export const deskField: FieldAccess = ({ req }) => hasRole(req.user, 'editor', 'chief')
export const chiefField: FieldAccess = ({ req }) => hasRole(req.user, 'chief')
export const adminField: FieldAccess = ({ req }) => hasRole(req.user, 'admin')

/** Readers see a record only while a live story carries it; the newsroom sees all. */
export const publicOrSignedIn: Access = ({ req }) =>
  isSignedIn(req) ? true : { isPublic: { equals: true } }

/** Readers never meet a confidential person's record here: what they may know is in the published quotes. */
export const publicSources: Access = ({ req }) =>
  isSignedIn(req)
    ? true
    : { and: [{ isPublic: { equals: true } }, { isConfidential: { not_equals: true } }] }

/** Role and affiliation would tell who an unnamed speaker is: their quotes reach readers by the ledger alone. */
export const publicQuotes: Access = ({ req }) =>
  isSignedIn(req)
    ? true
    : { and: [{ isPublic: { equals: true } }, { 'speaker.isConfidential': { not_equals: true } }] }

/** Reporters may change a record until readers can see it; from then on the desk decides. */
export const newsroomUntilPublic: Access = ({ req }) => {
  if (hasRole(req.user, 'editor', 'chief')) return true
  return hasRole(req.user, 'reporter') ? { isPublic: { not_equals: true } } : false
}

/** Readers: published and not retracted. The newsroom: everything. */
export const readArticles: Access = ({ req }) => (isSignedIn(req) ? true : liveStories)

const liveStories: Where = {
  and: [
    { _status: { equals: 'published' } },
    { state: { not_equals: 'retracted' } },
    { deletedAt: { exists: false } },
  ],
}

/** Where a story stands while its reporter may change it. */
export const reporterStates = ['draft', 'in review', 'changes requested'] as const

/** Reporters: their own stories while those are theirs to change. The desk: all. */
export const updateArticles: Access = ({ req }) => {
  if (hasRole(req.user, 'editor', 'chief')) return true
  if (!hasRole(req.user, 'reporter')) return false
  return {
    and: [{ createdBy: { equals: req.user?.id } }, { state: { in: [...reporterStates] } }],
  }
}

/** People see colleagues; they change themselves; administrators change everybody. */
export const selfOrAdmin: Access = ({ req }) => {
  if (hasRole(req.user, 'admin')) return true
  return req.user ? { id: { equals: req.user.id } } : false
}
