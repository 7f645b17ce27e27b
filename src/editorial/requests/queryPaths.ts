/**
 * How far a filter or an order may reach. Payload checks a path through two relations in a promise that nobody
 * awaits, so that a refusal there would end the process; and an order by a record beyond a relation tells of
 * records the asker may not read. Requests from outside are held to what can be checked.
 */
import {
  APIError,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type Payload,
} from 'payload'

const MAX_HOPS = { filter: 1, order: 0 } as const

type Query = { where?: unknown; sort?: unknown; joins?: unknown }

/**
 * Refuses paths through more relations than can be checked.
 *
 * @throws APIError 400, naming the path
 */
export const refuseDeepPaths: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  if (req.payloadAPI === 'local') return args
  const { where, sort, joins } = args as Query
  const fields = collection.flattenedFields
  for (const path of filterPaths(where)) refuseBeyond('filter', path, fields, req.payload)
  for (const path of orderPaths(sort)) refuseBeyond('order', path, fields, req.payload)
  for (const [name, join] of Object.entries((joins ?? {}) as Record<string, Query | false>)) {
    if (!join) continue
    for (const path of filterPaths(join.where)) {
      refuseBeyond('filter', `${name}.${path}`, fields, req.payload)
    }
    for (const path of orderPaths(join.sort)) {
      refuseBeyond('filter', `${name}.${path}`, fields, req.payload)
    }
  }
  return args
}

const refuseBeyond = (
  what: 'filter' | 'order',
  path: string,
  fields: FlattenedField[],
  payload: Payload,
): void => {
  if (relationsIn(path, fields, payload) <= MAX_HOPS[what]) return
  throw new APIError(
    what === 'filter'
      ? `“${path}” reaches through more than one relation. Filter in two steps, by ids.`
      : `“${path}” reaches into another record. Order by a field of the record itself.`,
    400,
    undefined,
    true,
  )
}

/** Paths a filter names, those of filters inside it too. */
const filterPaths = (where: unknown, prefix = ''): string[] => {
  if (Array.isArray(where)) return where.flatMap((one) => filterPaths(one, prefix))
  if (typeof where !== 'object' || where === null) return []
  return Object.entries(where).flatMap(([key, value]: [string, unknown]) => {
    if (['and', 'or'].includes(key.toLowerCase())) return filterPaths(value, prefix)
    const path = `${prefix}${key.replaceAll('__', '.')}`
    const inner = (value as { contains?: unknown } | null)?.contains
    return [path, ...(typeof inner === 'object' ? filterPaths(inner, `${path}.`) : [])]
  })
}

const orderPaths = (sort: unknown): string[] =>
  (Array.isArray(sort) ? sort : [sort])
    .filter((one) => typeof one === 'string')
    .flatMap((one) => one.split(','))
    .map((one) => one.trim().replace(/^-/, '').replaceAll('__', '.'))
    .filter((path) => path !== '')

const relationsIn = (path: string, fields: FlattenedField[], payload: Payload): number => {
  const segments = path.split('.').filter((segment) => segment !== 'version')
  let known: FlattenedField[] | undefined = fields
  let hops = 0
  segments.forEach((segment, index) => {
    const field: FlattenedField | undefined = known?.find(({ name }) => name === segment)
    const rest = segments[index + 1]
    if (!field || rest === undefined) return
    const target = targetOf(field)
    if (target && rest !== 'id') hops += 1
    known = target
      ? payload.collections[target as 'articles']?.config.flattenedFields
      : 'flattenedFields' in field
        ? field.flattenedFields
        : undefined
  })
  return hops
}

const targetOf = (field: FlattenedField): string | null => {
  if (field.type === 'relationship' || field.type === 'upload') {
    return typeof field.relationTo === 'string' ? field.relationTo : (field.relationTo[0] ?? null)
  }
  if (field.type !== 'join') return null
  return typeof field.collection === 'string' ? field.collection : (field.collection[0] ?? null)
}
