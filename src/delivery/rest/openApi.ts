/** The description of the REST API (OpenAPI 3.1), made from the routes and the schemas that check requests. */
import { z } from 'zod'

import { components, type problem } from './answerSchemas.ts'
import type { Route } from './route.ts'

type Schema = Record<string, unknown>

/** The version of the contract under `/v1`: the second number grows with additions. */
const VERSION = '1.2.0'

/**
 * Makes the document.
 * @param options.routes every route that is to be in it.
 * @param options.publicUrl where readers reach us, without a slash at the end.
 */
export const openApiDocument = (options: {
  routes: Route[]
  publisher: { name: string }
  publicUrl: string
}) => {
  const { routes, publisher, publicUrl } = options
  return {
    openapi: '3.1.0',
    info: {
      title: `${publisher.name}: published stories`,
      version: VERSION,
      summary: 'Everything that was published, with quotes, sources and corrections.',
      description:
        'Reading needs no key; one that was given out may open more, or be allowed more requests. Answers carry an ETag and may be cached. Lists are pages: give endCursor as ' +
        'after. Members may be added; nothing is taken away or renamed under /v1. With the parameter fields an ' +
        'answer holds the named members only.',
    },
    servers: [{ url: publicUrl }],
    security: [{}, { key: [] }],
    paths: Object.fromEntries(routes.map((route) => [route.path, { get: operation(route) }])),
    components: { schemas: componentSchemas(routes), securitySchemes: { key } },
  }
}

const key = {
  type: 'http',
  scheme: 'bearer',
  description:
    'A key of the newsroom, vb_live_…, as Authorization: Bearer KEY. Never in an address: a request with one there is refused.',
} as const

/** `/v1/quotes/{id}` is `getQuotesById`. */
const operationId = ({ path }: Route): string => {
  const words = path.replace(/^\/v1\/?/, '').match(/[a-z]+/gi) ?? []
  const name = words.map((word) => word.replace(/^./, (letter) => letter.toUpperCase())).join('')
  return path.includes('{') ? `get${name.replace(/(Id|Slug)/, 'By$1')}` : `get${name || 'Index'}`
}

const answerName = (route: Route): string => operationId(route).replace(/^get/, '') + 'Answer'

const operation = (route: Route) => ({
  operationId: operationId(route),
  summary: route.summary,
  ...(route.needsKey && { security: [{ key: [] }] }),
  parameters: [...pathParameters(route), ...queryParameters(route)],
  responses: {
    200: answerOf(route),
    ...(!route.needsKey && {
      304: { description: 'Nothing has changed since the ETag or the time that was sent.' },
    }),
    ...(route.isMovable && { 301: { description: 'The story has another address now.' } }),
    400: problemOf('A parameter is unknown, repeated or wrong; each fault is named.', badRequest),
    401: refusedKey(route),
    403: problemOf('The key does not open this.', notAllowed),
    ...(route.name && { 404: problemOf('There is nothing published of this name.', notFound) }),
    ...(route.isMovable && { 410: problemOf('The story was withdrawn.', gone) }),
    429: {
      ...problemOf('Too many requests in this minute.', tooMany),
      headers: { ...rateHeaders, 'Retry-After': retryAfter },
    },
    default: problemOf('Something went wrong.'),
  },
})

const header = (description: string) => ({ schema: { type: 'string' }, description })
const validators = {
  ETag: header('For If-None-Match.'),
  'Last-Modified': header('For If-Modified-Since.'),
}
const rateHeaders = {
  RateLimit: header('What is left in this minute, where there is a limit: "key";r=598;t=41.'),
  'RateLimit-Policy': header('The limit that counts: "key";q=600;w=60.'),
}
const retryAfter = header('Seconds until the next request is answered.')

const answerOf = (route: Route) => ({
  description: route.summary,
  headers: {
    ...rateHeaders,
    ...(!route.needsKey && validators),
  },
  content: {
    [route.type ?? 'application/json']: {
      schema: route.type === 'text/html' ? { type: 'string' } : ref(answerName(route)),
      ...(route.example !== undefined && { example: route.example }),
    },
  },
})

const problemOf = (description: string, example?: Record<string, unknown>) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem'), ...(example && { example }) } },
})

const badRequest = {
  type: 'urn:verbatim:problem:bad-request',
  title: 'Bad Request',
  status: 400,
  detail: 'The request cannot be answered as it is: first.',
  problems: [
    {
      code: 'bad-parameter',
      parameter: 'first',
      message: 'The value does not fit.',
      fix: 'Give a whole number from 1 to 100, how many entries the page has (default 20).',
    },
  ],
} satisfies z.infer<typeof problem>

const refusedKey = ({ needsKey }: Route) => ({
  ...problemOf(
    needsKey
      ? 'No key was sent, or it is unknown, revoked or expired.'
      : 'The key that was sent is unknown, revoked or expired.',
    badKey,
  ),
  headers: { 'WWW-Authenticate': header('How a key is sent (RFC 6750).') },
})

const badKey = {
  type: 'urn:verbatim:problem:bad-key',
  title: 'Unauthorized',
  status: 401,
  detail: 'This key has expired. Ask the newsroom for another one.',
} satisfies z.infer<typeof problem>

const notAllowed = {
  type: 'urn:verbatim:problem:not-allowed',
  title: 'Forbidden',
  status: 403,
  detail: 'This key does not open stories under embargo. Ask the newsroom for that.',
} satisfies z.infer<typeof problem>

const tooMany = {
  type: 'urn:verbatim:problem:too-many-requests',
  title: 'Too Many Requests',
  status: 429,
  detail: 'More than 600 requests in a minute. Ask again in 41 s.',
} satisfies z.infer<typeof problem>

const notFound = {
  type: 'urn:verbatim:problem:not-found',
  title: 'Not Found',
  status: 404,
  detail: 'No published story has this slug or id.',
} satisfies z.infer<typeof problem>

const gone = {
  type: 'urn:verbatim:problem:gone',
  title: 'Gone',
  status: 410,
  detail: 'This story was retracted.',
  state: 'retracted',
  headline: 'Minister resigns',
  notice: 'The memo it rested on was forged.',
  reason: 'The memo it rested on was forged.',
  retractedAt: '2026-03-02T09:00:00.000Z',
} satisfies z.infer<typeof problem>

const pathParameters = ({ path, name }: Route) => {
  const placeholder = /\{(\w+)\}/.exec(path)?.[1]
  if (!placeholder || !name) return []
  const { description, example } = name
  return [
    {
      name: placeholder,
      in: 'path',
      required: true,
      description,
      schema: { type: 'string' },
      example,
    },
  ]
}

const queryParameters = ({ parameters }: Route) =>
  Object.entries(parameters.shape).map(([name, schema]) => {
    const { examples, ...rest } = plainSchema(schema)
    const usual = schema.safeParse(undefined)
    const [example] = Array.isArray(examples) ? (examples as unknown[]) : []
    return {
      name,
      in: 'query',
      required: !usual.success,
      description: schema.description ?? '',
      schema: { ...rest, ...(usual.data !== undefined && { default: usual.data }) },
      ...(example !== undefined && { example: example as string | number }),
    }
  })

/** What may be sent, as JSON Schema. A number is written in digits, and says so in its `meta`. */
const plainSchema = (schema: z.ZodType): Schema => {
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  delete made['$schema']
  delete made['description']
  if (made['type'] === 'integer') for (const name of ['pattern', 'minLength']) delete made[name]
  return made
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const componentSchemas = (routes: Route[]): Record<string, Schema> => {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(components)) registry.add(schema, { id })
  for (const route of routes) {
    if (route.answers) registry.add(route.answers, { id: answerName(route) })
  }
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _s, $id: _i, ...schema }]) => [name, schema]),
  )
}
