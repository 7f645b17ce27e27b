import type { CollectionBeforeOperationHook, CollectionConfig, UploadConfig } from 'payload'
import { serveOwnFiles } from '#src/editorial/media/ownFiles.ts'
import { refuseDeepPaths } from './queryPaths.ts'
import { refuseBadInput } from './refuseBadInput.ts'
import { noteRevision, refuseStale } from './staleWrites.ts'

/** More records than any screen or client needs in one answer. */
const MAX_LIMIT = 500

/**
 * Payload answers `limit=0` with everything there is. A request from outside gets a page; the Local API,
 * which passes no query string, may still read all.
 */
const clampLimit: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'read' || req.payloadAPI === 'local') return args
  const query = args as { limit?: number }
  if (query.limit === undefined || (query.limit > 0 && query.limit <= MAX_LIMIT)) return args
  return { ...args, limit: MAX_LIMIT }
}

/**
 * Where a record is used is looked up when one record is read, or when a list asks for it (`joins`). Payload would
 * do it for every record of every list, also of those that saves look up: with many stories the most expensive
 * part of a save by far.
 */
const joinWhenAsked: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'read') return args
  const query = args as { id?: unknown; joins?: unknown }
  return query.id === undefined && query.joins === undefined ? { ...args, joins: false } : args
}

// Payload's type knows a promise of an answer and a promise of nothing, but not a promise of either.
const handler = serveOwnFiles as NonNullable<UploadConfig['handlers']>[number]

/** Adds to a collection what holds for all of them; uploads go to the media folder. */
export const withHouseRules = (
  collection: CollectionConfig,
  mediaDir: string,
): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [
      clampLimit,
      joinWhenAsked,
      refuseDeepPaths,
      refuseBadInput,
      noteRevision,
      ...(collection.hooks?.beforeOperation ?? []),
    ],
    beforeValidate: [refuseStale, ...(collection.hooks?.beforeValidate ?? [])],
  },
  ...(typeof collection.upload === 'object'
    ? { upload: { ...collection.upload, staticDir: mediaDir, handlers: [handler] } }
    : {}),
})
