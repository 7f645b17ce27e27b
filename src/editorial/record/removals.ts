/** What is thrown away, for the record: into the bin, out of it, and for good. */
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionConfig,
} from 'payload'
import { recordActivity } from './activity.ts'

type Doc = Record<string, unknown> & { id: string }

/** These are written by the server, by the thousand, or have a record of their own. */
const unrecorded = ['activity', 'deliveries', 'jobs', 'notifications', 'presence', 'users']

/** Adds to a collection that its removals are recorded, in their own transaction. */
export const withRemovalsRecorded = (collection: CollectionConfig): CollectionConfig => {
  if (unrecorded.includes(collection.slug)) return collection
  const { hooks } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      afterDelete: [...(hooks?.afterDelete ?? []), recordRemoval],
      ...(collection.trash
        ? { afterChange: [...(hooks?.afterChange ?? []), recordBin as CollectionAfterChangeHook] }
        : {}),
    },
  }
}

const recordRemoval: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  const removed = doc as Doc
  await recordActivity(req, {
    verb: 'delete',
    summary: `Deleted ${named(collection, removed)}`,
    subject: { collection: collection.slug, id: removed.id },
  })
}

const recordBin: CollectionAfterChangeHook<Doc> = async ({ collection, doc, previousDoc, req }) => {
  const isBinned = Boolean(doc['deletedAt'])
  if (isBinned === Boolean((previousDoc as Doc | undefined)?.['deletedAt'])) return doc
  await recordActivity(req, {
    verb: isBinned ? 'bin' : 'take from bin',
    summary: `${isBinned ? 'Put into the bin:' : 'Took out of the bin:'} ${named(collection, doc)}`,
    subject: { collection: collection.slug, id: doc.id },
  })
  return doc
}

/** `the article “Wheat prices climb”`; a confidential source is named as readers know it. */
const named = (
  { slug, admin, labels }: { slug: string; admin?: { useAsTitle?: string }; labels?: object },
  doc: Doc,
): string => {
  const singular = (labels as { singular?: unknown } | undefined)?.singular
  const kind = typeof singular === 'string' ? singular.toLowerCase() : slug
  const title = doc['isConfidential'] ? doc['publicDescription'] : doc[admin?.useAsTitle ?? 'id']
  return `${kind} “${typeof title === 'string' && title !== '' ? title : doc.id}”`
}
