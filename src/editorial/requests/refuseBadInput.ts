import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest } from 'payload'
import type { Problem } from '#src/errors.ts'
import { checkShape, type FieldShape, type Reference } from './checkShape.ts'
import { existing } from './existing.ts'
import { refuse } from './problems.ts'

/**
 * Refuses what comes from outside and does not fit its collection: unknown fields, wrong types, relations to
 * records that do not exist. Nothing is written. The server's own writes are typed and pass.
 *
 * @throws ValidationError 400 with all of it, field by field
 */
export const refuseBadInput: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if ((operation !== 'create' && operation !== 'update') || req.payloadAPI === 'local') return args
  const { data } = args as { data?: unknown }
  if (data === undefined || data === null) return args
  const fields = collection.flattenedFields as unknown as FieldShape[]
  const { problems, references } = checkShape(asRecord(data), fields)
  refuse(collection.slug, [...problems, ...(await missing(req, references))])
  return args
}

const asRecord = (data: unknown): Record<string, unknown> =>
  typeof data === 'object' && !Array.isArray(data) ? (data as Record<string, unknown>) : { data }

const missing = async (req: PayloadRequest, references: Reference[]): Promise<Problem[]> => {
  const problems: Problem[] = []
  for (const collection of new Set(references.map((reference) => reference.collection))) {
    const wanted = references.filter((reference) => reference.collection === collection)
    const docs = await existing(
      req,
      collection as CollectionSlug,
      wanted.map(({ id }) => id),
    )
    const found = new Set(docs.map(({ id }) => String(id)))
    for (const { id, path } of wanted.filter((reference) => !found.has(reference.id))) {
      problems.push({
        code: 'relation-missing',
        severity: 'error',
        path,
        message: `“${path}” points at a record in ${collection} that does not exist (${id}).`,
        fix: 'Choose one that exists, or create it first.',
      })
    }
  }
  return problems
}
