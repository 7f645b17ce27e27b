/** From a GraphQL request to what answers it: GraphQL over HTTP, cached by document and variables. */
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
} from 'graphql'

import { AppError } from '#src/errors.ts'

import type { DeliveryContext } from '../context.ts'
import { errorReply } from '../problem.ts'
import { NEVER, type Reply } from '../reply.ts'
import type { Target } from '../responder.ts'
import { createDocumentReader, type ReadDocument } from './documents.ts'
import { operationErrors } from './limits.ts'
import { createLoaders } from './loaders.ts'
import type { PersistedQueries } from './persistedQueries.ts'
import type { GraphRequest } from './request.ts'
import { buildReaderSchema } from './resolvers.ts'

const GRAPHQL_TYPE = 'application/graphql-response+json'

/**
 * The media type to answer with: what the client understands best. A document that cannot be run is
 * 400 in both types.
 */
export const graphType = (accept: string | null): string =>
  `${accept?.includes(GRAPHQL_TYPE) ? GRAPHQL_TYPE : 'application/json'}; charset=utf-8`

export type GraphTargets = (options: {
  request: GraphRequest
  key: string
  type: string
  lastChange: () => string
  /** What the one who asks may read. */
  context: DeliveryContext
}) => Target

/** Builds the schema and makes the function that runs queries on it. An answer with errors is never kept. */
export const createGraphTargets = (persisted: PersistedQueries): GraphTargets => {
  const schema = buildReaderSchema()
  const read = createDocumentReader(schema)
  const readNamed = (request: GraphRequest): ReadDocument => {
    try {
      return read(persisted.textOf(request))
    } catch (err) {
      if (err instanceof GraphQLError) return { errors: [err] }
      throw err
    }
  }
  return ({ request, key, type, lastChange, context }) => {
    const compute = async (): Promise<Reply> => {
      const lastModified = lastChange()
      const { document, errors } = readNamed(request)
      if (!document) return graphReply({ status: 400, type, result: { errors } })
      const refused = refusals({ schema, document, request })
      if (refused.length > 0) return graphReply({ status: 400, type, result: { errors: refused } })
      const result = await run({ schema, document, request, context })
      const isRun = 'data' in result
      return graphReply({ status: isRun ? 200 : 400, type, result, lastModified })
    }
    return { key, compute, fail: (err) => errorReply(err, context) }
  }
}

const refusals = (options: {
  schema: GraphQLSchema
  document: DocumentNode
  request: GraphRequest
}): GraphQLError[] => {
  const { schema, document, request } = options
  const operation = getOperationAST(document, request.operationName)
  if (!operation) {
    return [new GraphQLError('Name one of the operations of the document as operationName.')]
  }
  if (operation.operation !== OperationTypeNode.QUERY) {
    return [new GraphQLError('Readers can query; nothing can be changed here.')]
  }
  return operationErrors({ schema, document, operation, variables: request.variables })
}

const run = async (options: {
  schema: GraphQLSchema
  document: DocumentNode
  request: GraphRequest
  context: DeliveryContext
}): Promise<ExecutionResult> => {
  const { schema, document, request, context } = options
  const result = await execute({
    schema,
    document,
    operationName: request.operationName,
    variableValues: request.variables,
    contextValue: { context, loaders: createLoaders(context.ledger) },
  })
  if (!result.errors) return result
  return { ...result, errors: result.errors.map((error) => masked(error, context)) }
}

/** Only errors written for clients say what happened. */
const masked = (error: GraphQLError, { log }: DeliveryContext): GraphQLError => {
  const { originalError, nodes, path } = error
  if (!originalError || originalError instanceof GraphQLError) return error
  const place = { nodes: nodes ?? null, path: path ?? null }
  if (originalError instanceof AppError && originalError.isPublic) {
    const { message, code } = originalError
    return new GraphQLError(message, { ...place, extensions: { code } })
  }
  log({ msg: 'A GraphQL field could not be resolved', err: originalError, path: path?.join('.') })
  return new GraphQLError('Something went wrong on our side. Try again in a moment.', {
    ...place,
    extensions: { code: 'INTERNAL' },
  })
}

const graphReply = (options: {
  status: number
  type: string
  result: ExecutionResult
  lastModified?: string
}): Reply => {
  const { status, type, result, lastModified } = options
  const isKept = status === 200 && !result.errors
  return {
    status,
    type,
    body: JSON.stringify(result),
    headers: { Vary: 'Accept, Accept-Encoding' },
    isKept,
    tags: ['graphql'],
    ...(isKept ? { lastModified: lastModified ?? null } : { cacheControl: NEVER }),
  }
}
