/** Parsed and validated documents, the most recent thousand: front ends send few different ones. */
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql'

import { aliasErrors, LIMITS } from './limits.ts'

export type ReadDocument =
  | { document: DocumentNode; errors?: undefined }
  | { document?: undefined; errors: readonly GraphQLError[] }

const KEPT = 1000

/** Makes the function that parses and validates; it never throws. */
export const createDocumentReader = (schema: GraphQLSchema): ((text: string) => ReadDocument) => {
  const kept = new Map<string, DocumentNode>()
  return (text) => {
    const known = kept.get(text)
    if (known) {
      kept.delete(text)
      kept.set(text, known)
      return { document: known }
    }
    const read = readDocument(schema, text)
    if (!read.document) return read
    kept.set(text, read.document)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return read
  }
}

const readDocument = (schema: GraphQLSchema, text: string): ReadDocument => {
  try {
    const document = parse(text, { maxTokens: LIMITS.tokens })
    const tooMany = aliasErrors(document)
    if (tooMany.length > 0) return { errors: tooMany }
    const errors = validate(schema, document, specifiedRules, { maxErrors: 20 })
    return errors.length > 0 ? { errors } : { document }
  } catch (err) {
    if (err instanceof GraphQLError) return { errors: [err] }
    // Nesting deep enough to exhaust the parser's stack is the client's fault, not ours.
    if (err instanceof RangeError)
      return { errors: [new GraphQLError('The query nests too deep.')] }
    throw err
  }
}
