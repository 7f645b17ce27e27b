/**
 * Unique fields that may be empty, on MongoDB.
 *
 * Payload makes a sparse index for them, which leaves out records that lack the field but not those where it
 * is `null`, as it is once an editor has cleared it: the second cleared one would be refused as a repeat.
 */
type IndexOptions = {
  unique?: boolean
  sparse?: boolean
  background?: boolean
  partialFilterExpression?: object
}
type SchemaPath = { instance: string; _index?: IndexOptions | boolean | null }
export type Model = { schema: { paths: Record<string, SchemaPath> } }

const types: Record<string, string | string[]> = {
  String: 'string',
  Number: 'number',
  ObjectId: 'objectId',
}

/** Narrows such indexes to records that have a value. Call it before the indexes are made. */
export const indexValuesOnly = (models: Model[]): void => {
  for (const { schema } of models) {
    for (const [name, path] of Object.entries(schema.paths)) {
      const index = path._index
      if (typeof index !== 'object' || !index?.unique || !index.sparse) continue
      const type = types[path.instance] ?? ['string', 'objectId']
      path._index = {
        unique: true,
        partialFilterExpression: { [name]: { $type: type } },
      }
    }
  }
}
