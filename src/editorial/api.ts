/**
 * The editorial APIs as plain functions from a Fetch request to a Fetch response: Payload's REST under
 * `/api`, Payload's GraphQL at `/api/graphql`. The server room turns Node's requests into these and back.
 */
import { configToSchema } from '@payloadcms/graphql'
import type { GraphQLError, GraphQLSchema } from 'graphql'
import { createHandler } from 'graphql-http/lib/use/fetch'
import {
  createPayloadRequest,
  handleEndpoints,
  headersWithCors,
  isolateObjectProperty,
  mergeHeaders,
  type Payload,
  type PayloadRequest,
} from 'payload'

export type FetchHandler = (request: Request) => Promise<Response>

/** Payload's REST API, the newsroom's own endpoints included. */
export const editorialRest =
  (payload: Payload): FetchHandler =>
  (request) =>
    handleEndpoints({ config: payload.config, request })

/** Payload's GraphQL API. The schema is built at the first request: most processes never need it. */
export const editorialGraphql = (payload: Payload): FetchHandler => {
  let built: ReturnType<typeof configToSchema> | undefined
  return async (request) => {
    built ??= isolateRootFields(configToSchema(payload.config))
    const { schema, validationRules } = built
    const req = await createPayloadRequest({
      canSetHeaders: true,
      config: payload.config,
      request,
    })
    const headers: Record<string, string> = {}
    const answer = await createHandler({
      schema,
      context: { headers, req } as never,
      validationRules: (_, args, defaults) => [...defaults, ...validationRules(args as never)],
      onOperation: (_, __, result) => ({
        ...result,
        ...(result.errors ? { errors: result.errors.map((error) => masked(error, req)) } : {}),
      }),
    })(request)
    const all = headersWithCors({ headers: new Headers(answer.headers), req })
    for (const [name, value] of Object.entries(headers)) all.append(name, value)
    return new Response(answer.body, {
      status: answer.status,
      headers: req.responseHeaders ? mergeHeaders(req.responseHeaders, all) : all,
    })
  }
}

/** What a client may learn of an error: Payload's own rule, by duck typing since classes exist twice. */
const masked = (error: GraphQLError, req: PayloadRequest): GraphQLError => {
  const original = error.originalError as
    { status?: number; isPublic?: boolean; data?: unknown; name?: string } | undefined
  // A query that does not fit the schema has no original error and its message is for the client.
  if (!original) return error
  const status = original.status ?? 500
  const isPublic = original.isPublic === true || status < 500
  if (!isPublic) req.payload.logger.error({ err: original, msg: 'A GraphQL operation failed' })
  return {
    message: isPublic ? error.message : 'Something went wrong.',
    locations: error.locations,
    path: error.path,
    extensions: {
      statusCode: status,
      ...(isPublic ? { name: original.name, data: original.data } : {}),
    },
  } as unknown as GraphQLError
}

/**
 * Payload's root fields write `draft` into the one query object of the request, so a field that asks for
 * drafts would turn its siblings' relations into drafts too. Each root field gets a query of its own.
 */
const isolateRootFields = (built: ReturnType<typeof configToSchema>) => {
  const fields = (built.schema as GraphQLSchema).getQueryType()?.getFields() ?? {}
  for (const field of Object.values(fields)) {
    const resolve = field.resolve
    if (!resolve) continue
    field.resolve = (source, args, context: { req: PayloadRequest }, info) => {
      const req = isolateObjectProperty(context.req, 'query')
      req.query = { ...context.req.query }
      return resolve(source, args, { ...context, req }, info)
    }
  }
  return built
}
