/**
 * The editorial APIs as plain functions from a Fetch request to a Fetch response: Payload's REST under
 * `/api`, Payload's GraphQL at `/api/graphql`. The server room turns Node's requests into these and back.
 */
import { configToSchema } from '@payloadcms/graphql'
import type { GraphQLError } from 'graphql'
import { createHandler } from 'graphql-http/lib/use/fetch'
import {
  createPayloadRequest,
  handleEndpoints,
  headersWithCors,
  isolateObjectProperty,
  mergeHeaders,
  type AfterErrorHook,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { asAppError, isTransient } from '#src/database/databaseErrors.ts'
import { retryTransient } from '#src/database/retryTransient.ts'
import { accountOfField, accountOfRequest, inTurn, sessionFields } from './accountTurns.ts'
import { recordFailedSignIn } from '#src/editorial/record/failedSignIn.ts'
import { withoutValues } from './withoutValues.ts'
import { retryMutations } from './retryMutations.ts'

export type FetchHandler = (request: Request) => Promise<Response>

/** Payload's REST API, the newsroom's own endpoints included. */
export const editorialRest = (payload: Payload): FetchHandler => {
  const { hooks } = payload.config
  const others = (hooks.afterError ?? []).filter((hook) => hook !== sayWhatFailed)
  hooks.afterError = [...others, sayWhatFailed]
  return async (request) => {
    const account = await accountOfRequest(request)
    const answer = () => answerAgain(payload, request)
    if (account === null) return withRetryAfter(await answer())
    return inTurn(account, async () => {
      const given = withRetryAfter(await answer())
      const { headers, url } = request
      if (given.status === 401 && isSignIn(url)) {
        await recordFailedSignIn(payload, { email: account, headers })
      }
      return given
    })
  }
}

/** Marks an answer that may be asked for again; taken off before anybody sees it. */
const TRANSIENT = 'x-verbatim-transient'

/** A full disk or a busy database is not «Something went wrong»: whoever saved must know it was not saved. */
const sayWhatFailed: AfterErrorHook = ({ error, req }) => {
  if (error instanceof SyntaxError) {
    const message = 'The form cannot be read: its _payload is not JSON.'
    return { response: { errors: [{ name: 'bad-request', message }] }, status: 400 }
  }
  const known = asAppError(error)
  if (!known || known.status < 503) return undefined
  if (isTransient(error)) {
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set(TRANSIENT, '1')
  }
  return {
    response: { errors: [{ name: known.code, message: known.message }] },
    status: known.status,
  }
}

const isSignIn = (url: string): boolean => /\/users\/login\/?$/.test(new URL(url).pathname)

const isUpload = (request: Request): boolean =>
  Boolean(request.headers.get('content-type')?.startsWith('multipart/form-data'))

/** Two saves that touched the same records on MongoDB: the one that lost left nothing, and is made again. */
const answerAgain = (payload: Payload, request: Request): Promise<Response> => {
  const once = (one: Request) => handleEndpoints({ config: payload.config, request: one })
  // An upload is a stream, and SQLite's writers wait for each other: there is nothing to try again.
  if (payload.db.name !== 'mongoose' || isUpload(request)) return once(request)
  return retryTransient({
    act: () => once(request.clone()),
    isTransient: ({ headers }) => headers.has(TRANSIENT),
  })
}

const withRetryAfter = (answer: Response): Response => {
  if (answer.status === 503) answer.headers.set('Retry-After', '2')
  answer.headers.delete(TRANSIENT)
  return answer
}

/** Payload's GraphQL API. The schema is built at the first request: most processes never need it. */
export const editorialGraphql = (payload: Payload): FetchHandler => {
  let built: ReturnType<typeof configToSchema> | undefined
  return async (request) => {
    built ??= serialiseSessions(isolateRootFields(schemaOf(payload)))
    const { schema, validationRules } = built
    const req = await createPayloadRequest({
      canSetHeaders: true,
      config: payload.config,
      request,
    })
    const headers: Record<string, string> = {}
    let failure: number | undefined
    const answer = await createHandler({
      schema,
      context: { headers, req } as never,
      formatError: withoutValues,
      validationRules: (_, args, defaults) => [...defaults, ...validationRules(args as never)],
      onOperation: (_, __, result) => {
        const errors = result.errors?.map((error) => masked(error, req))
        failure = errors?.map(statusOf).find((status) => status >= 503)
        return { ...result, ...(errors ? { errors } : {}) }
      },
    })(request)
    const all = headersWithCors({ headers: new Headers(answer.headers), req })
    for (const [name, value] of Object.entries(headers)) all.append(name, value)
    return withRetryAfter(
      new Response(answer.body, {
        // A proxy or a client that looks at the status alone must not take it for saved.
        status: failure ?? answer.status,
        headers: req.responseHeaders ? mergeHeaders(req.responseHeaders, all) : all,
      }),
    )
  }
}

const schemaOf = (payload: Payload): ReturnType<typeof configToSchema> => {
  const built = configToSchema(payload.config)
  // SQLite's writers wait for each other: there is nothing to try again.
  if (payload.db.name === 'mongoose') retryMutations(built.schema)
  return built
}

/** What a client may learn of an error: Payload's own rule, by duck typing since classes exist twice. */
const masked = (error: GraphQLError, req: PayloadRequest): GraphQLError => {
  const original = (asAppError(error.originalError) ?? error.originalError) as
    | { status?: number; isPublic?: boolean; data?: unknown; name?: string; message: string }
    | undefined
  // A query that does not fit the schema has no original error and its message is for the client.
  if (!original) return error
  const status = original.status ?? 500
  const isPublic = original.isPublic === true || status < 500
  if (!isPublic) req.payload.logger.error({ err: original, msg: 'A GraphQL operation failed' })
  return {
    message: isPublic ? original.message : 'Something went wrong.',
    locations: error.locations,
    path: error.path,
    extensions: {
      statusCode: status,
      ...(isPublic ? { name: original.name, data: original.data } : {}),
    },
  } as unknown as GraphQLError
}

const statusOf = ({ extensions }: GraphQLError): number => Number(extensions?.['statusCode'] ?? 0)

/** Fields that write sessions wait for each other, account by account. */
const serialiseSessions = (built: ReturnType<typeof configToSchema>) => {
  const fields = built.schema.getMutationType()?.getFields() ?? {}
  for (const name of sessionFields) {
    const field = fields[name]
    const resolve = field?.resolve
    if (!field || !resolve) continue
    field.resolve = (
      source,
      args: Record<string, unknown>,
      context: { req: PayloadRequest },
      info,
    ) => {
      const { req } = context
      const account = accountOfField(args, req)
      return inTurn(account, async () => {
        try {
          return await resolve(source, args, context, info)
        } catch (error) {
          const isRefused = (error as { status?: unknown }).status === 401
          const attempt = { email: account, headers: req.headers }
          if (name === 'loginUser' && isRefused) await recordFailedSignIn(req.payload, attempt)
          throw error
        }
      })
    }
  }
  return built
}

/**
 * Payload's root fields write `draft` into the one query object of the request, so a field that asks for
 * drafts would turn its siblings' relations into drafts too. Each root field gets a query of its own.
 */
const isolateRootFields = (built: ReturnType<typeof configToSchema>) => {
  const fields = built.schema.getQueryType()?.getFields() ?? {}
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
