/** From a URL under `/v1` to what answers it. */
import { z } from 'zod'

import { AppError } from '#src/errors.ts'

import type { DeliveryContext } from '../context.ts'
import { errorReply } from '../problem.ts'
import { jsonReply } from '../reply.ts'
import type { Target } from '../responder.ts'
import { index } from './answerSchemas.ts'
import { articleRoutes } from './articleRoutes.ts'
import { changeRoutes } from './changeRoutes.ts'
import { correctionRoutes } from './correctionRoutes.ts'
import { docsReply } from './docsPage.ts'
import { historyRoutes } from './historyRoutes.ts'
import { nameRoutes } from './nameRoutes.ts'
import { openApiDocument } from './openApi.ts'
import { canonicalQuery, readParameters } from './parameters.ts'
import { quoteRoutes } from './quoteRoutes.ts'
import { type Route, route } from './route.ts'
import { searchRoutes } from './searchRoutes.ts'
import { withheldRoutes } from './withheldRoutes.ts'

const indexRoute = route({
  path: '/v1',
  summary: 'This list.',
  parameters: z.object({}),
  answers: index,
  answer: ({ context }) => {
    const { publicUrl } = context
    const endpoints = restRoutes.map(({ path, summary, parameters }) => ({
      path: publicUrl + path,
      summary,
      parameters: Object.keys(parameters.shape),
    }))
    const graphql = `${publicUrl}/graphql`
    const openapi = `${publicUrl}/v1/openapi.json`
    const value = { data: { endpoints, graphql, openapi, docs: `${publicUrl}/v1/docs` } }
    return jsonReply({ value, publicUrl, lastModified: null })
  },
})

const openApiRoute = route({
  path: '/v1/openapi.json',
  summary: 'The description of this API, for programs: OpenAPI 3.1.',
  parameters: z.object({}),
  answers: z.record(z.string(), z.unknown()),
  answer: ({ context }) => {
    const { publisher, publicUrl } = context
    const value = openApiDocument({ routes: restRoutes, publisher, publicUrl })
    return { ...jsonReply({ value: null, publicUrl }), body: JSON.stringify(value) }
  },
})

const docsRoute = route({
  path: '/v1/docs',
  summary: 'The description of this API, for people.',
  parameters: z.object({}),
  type: 'text/html',
  answer: ({ context }) => {
    const { publisher, publicUrl } = context
    return docsReply(openApiDocument({ routes: restRoutes, publisher, publicUrl }))
  },
})

/** Every REST route; what the index lists and documentation can be generated from. */
export const restRoutes: Route[] = [
  indexRoute,
  ...articleRoutes,
  ...historyRoutes,
  ...quoteRoutes,
  ...nameRoutes,
  ...correctionRoutes,
  ...searchRoutes,
  ...changeRoutes,
  ...withheldRoutes,
  openApiRoute,
  docsRoute,
]

const routes = new Map(restRoutes.map((one) => [one.path.replace(/\{\w+\}/, ''), one]))

/**
 * What answers a URL. Faults of the URL become answers too, which are not kept.
 * @param options.path the path, `/v1` or below it, as it was sent.
 * @param options.lastChange tells when lists last changed.
 */
export const restTarget = (options: {
  path: string
  search: URLSearchParams
  context: DeliveryContext
  lastChange: () => string
}): Target => {
  const { path, search, context, lastChange } = options
  const fail = (err: unknown) => errorReply(err, context)
  try {
    const { found, name } = findRoute(path)
    const values = readParameters(found.parameters, search)
    const key = path + canonicalQuery(values)
    const compute = () => found.answer({ values, name, key, context, lastChange: lastChange() })
    return { key, compute, fail }
  } catch (err) {
    return { key: null, compute: () => fail(err), fail }
  }
}

const findRoute = (path: string): { found: Route; name: string } => {
  const plain = routes.get(path)
  if (plain && !plain.path.includes('{')) return { found: plain, name: '' }
  const cut = path.lastIndexOf('/') + 1
  const before = path.lastIndexOf('/', cut - 2) + 1
  const atEnd = routes.get(path.slice(0, cut))
  // What stands for the placeholder, and a part behind it.
  const found = atEnd ?? routes.get(path.slice(0, before) + path.slice(cut - 1))
  const name = decoded(atEnd ? path.slice(cut) : path.slice(before, cut - 1))
  if (!found || name === null || name === '') {
    throw new AppError(
      'not-found',
      'There is nothing at this address. GET /v1 lists what there is.',
    )
  }
  return { found, name }
}

const decoded = (segment: string): string | null => {
  try {
    return decodeURIComponent(segment)
  } catch (err) {
    if (err instanceof URIError) return null
    throw err
  }
}
