import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { problem } from '#src/delivery/rest/answerSchemas.ts'
import { restRoutes } from '#src/delivery/rest/restTarget.ts'
import type { Route } from '#src/delivery/rest/route.ts'
import {
  makeCorrection,
  makeImage,
  makeStory,
  publicationOf,
} from '#tests/fixtures/ledgerStories.ts'
import { sampleStory } from '#tests/fixtures/stories.ts'

import { type Json, PUBLIC_URL, type RunningDelivery, startDelivery } from './deliveryServer.ts'

let site: RunningDelivery
let document: Json
beforeAll(async () => {
  site = await startDelivery()
  await site.ledger.append(publicationOf(sampleStory()))
  await site.publish(1, { leadImage: makeImage(), isHistoryPublic: true })
  const corrected = { standfirst: 'Wind.', corrections: [makeCorrection(1, { beside: 0 })] }
  await site.publish(1, { ...corrected, isHistoryPublic: true }, 'correct')
  await site.publish(2)
  await site.publish(2, {}, 'retract')
  await site.publish(3)
  await site.publish(3, { slug: 'moved' }, 'update')
  document = (await site.ask('/v1/openapi.json')).json()
})
afterAll(() => site.stop())

/** What stands for each placeholder: things that are there. */
const names: Record<string, string[]> = {
  '/v1/articles/{slugOrId}': ['storm-1', 'story-1', sampleStory().slug],
  '/v1/articles/{slugOrId}/history': ['storm-1', 'story-1'],
  '/v1/quotes/{id}': ['quote-1', sampleStory().quotes[0]?.id ?? ''],
  '/v1/authors/{idOrSlug}': ['ada-quill'],
  '/v1/sources/{idOrSlug}': ['source-port'],
  '/v1/sections/{idOrSlug}': ['world'],
}
const addressesOf = ({ path, parameters }: Route): string[] => {
  const plain = (names[path] ?? ['']).map((name) =>
    path.replace(/\{\w+\}/, encodeURIComponent(name)),
  )
  const operation = document.paths[path].get
  const query = operation.parameters.filter((one: Json) => one.in === 'query')
  const pair = ({ name, example }: Json) => `${name}=${encodeURIComponent(String(example))}`
  const needed = query.filter((one: Json) => one.required).map(pair)
  expect(query.map((one: Json) => one.name)).toEqual(Object.keys(parameters.shape))
  // Each example by itself, but for `fields`, which leaves out what the schema asks for.
  const single = query
    .filter((one: Json) => one.example !== undefined && one.name !== 'fields')
    .map((one: Json) => [...new Set([...needed, pair(one)])])
  return [needed, ...single].flatMap((parts) =>
    plain.map((address) => (parts.length > 0 ? `${address}?${parts.join('&')}` : address)),
  )
}

/** What the schema does not know is taken away by parsing: then the two differ. */
const expectBody = (schema: NonNullable<Route['answers']>, body: unknown, at: string) => {
  const parsed = schema.safeParse(body)
  expect(parsed.error?.issues ?? [], at).toEqual([])
  expect(parsed.data, at).toEqual(body)
}

describe('the OpenAPI document', () => {
  it('has every route, each with a name of its own, and resolves', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.servers).toEqual([{ url: PUBLIC_URL }])
    expect(Object.keys(document.paths)).toEqual(restRoutes.map(({ path }) => path))
    const operations = Object.values(document.paths).map((path: Json) => path.get.operationId)
    expect(new Set(operations).size).toBe(operations.length)
    expect(operations).toContain('getArticlesBySlugOrId')
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((m) => m[1])
    expect(refs.length).toBeGreaterThan(20)
    for (const one of new Set(refs)) {
      const name = one?.replace('#/components/schemas/', '') ?? ''
      expect(document.components.schemas, one).toHaveProperty([name])
    }
  })

  it('tells what may be sent as it is checked', () => {
    const parameters = document.paths['/v1/articles'].get.parameters
    const schemaOf = (name: string) => parameters.find((one: Json) => one.name === name).schema
    expect(schemaOf('first')).toEqual({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
    expect(schemaOf('kind').enum).toContain('opinion')
    expect(document.components.schemas.Quote.properties.speaker.required).toContain('isAnonymous')
    expect(document.components.schemas.Problem.required).toContain('detail')
  })

  it.each(restRoutes.filter(({ needsKey }) => !needsKey))(
    '$path answers as it is described',
    async (route) => {
      for (const address of addressesOf(route)) {
        const { status, headers, json } = await site.ask(address)
        const described = document.paths[route.path].get.responses[status]
        expect(status, address).toBe(200)
        const [type] = (headers['content-type'] ?? '').split(';')
        expect(Object.keys(described.content)).toEqual([type])
        if (route.answers) expectBody(route.answers, json(), address)
      }
    },
  )

  it('says how a key is sent, what needs one, and how a refusal reads', () => {
    expect(document.security).toEqual([{}, { key: [] }])
    expect(document.components.securitySchemes.key).toMatchObject({ scheme: 'bearer' })
    const { get } = document.paths['/v1/withheld']
    expect(get.security).toEqual([{ key: [] }])
    expect(get.responses[200].headers).not.toHaveProperty('ETag')
    for (const path of Object.values<Json>(document.paths)) {
      const { responses } = path.get
      expect(responses[401].headers).toHaveProperty('WWW-Authenticate')
      expect(responses[403]).toHaveProperty('content')
      expect(Object.keys(responses[429].headers)).toEqual([
        'RateLimit',
        'RateLimit-Policy',
        'Retry-After',
      ])
      expect(responses[200].headers).toHaveProperty('RateLimit')
    }
  })

  it('has examples that fit their schemas', () => {
    for (const { path, answers, example } of restRoutes) {
      if (example !== undefined && answers) expectBody(answers, example, path)
    }
    for (const { get } of Object.values<Json>(document.paths)) {
      for (const { content } of Object.values<Json>(get.responses)) {
        const example = content?.['application/problem+json']?.example
        if (example) expectBody(problem, example, get.operationId)
      }
    }
  })

  it.each([
    ['/v1/articles/storm-2', '/v1/articles/{slugOrId}', 410],
    ['/v1/articles/storm-3', '/v1/articles/{slugOrId}', 301],
    ['/v1/articles/none', '/v1/articles/{slugOrId}', 404],
    ['/v1/quotes/none', '/v1/quotes/{id}', 404],
    ['/v1/sections/none', '/v1/sections/{idOrSlug}', 404],
    ['/v1/corrections?first=0&kind=x&since=y', '/v1/corrections', 400],
    ['/v1/openapi.json?x=1', '/v1/openapi.json', 400],
  ])('%s fails as %s describes it', async (address, path, status) => {
    const answer = await site.ask(address)
    expect(answer.status).toBe(status)
    expect(Object.keys(document.paths[path].get.responses)).toContain(String(status))
    if (status !== 301) expectBody(problem, answer.json(), address)
  })

  it('describes what happens whatever is sent', async () => {
    const paths = restRoutes.map(({ path }) => path)
    const known = restRoutes.flatMap(({ parameters }) => Object.keys(parameters.shape))
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('world', '1', '"', '*'))
    const name = fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 5 }))
    const query = fc.array(fc.tuple(name, value), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), value, query, async (path, filled, pairs) => {
        const address = path.replace(/\{\w+\}/, encodeURIComponent(filled) || 'x')
        const answer = await site.ask(`${address}?${new URLSearchParams(pairs).toString()}`)
        expect([200, 301, 400, 404, 410]).toContain(answer.status)
        if (answer.status >= 400) expectBody(problem, answer.json(), address)
      }),
      { numRuns: 200 },
    )
    expect(site.logged).toEqual([])
  })
})

describe('the page about the API', () => {
  it('tells every address and parameter, and loads nothing from elsewhere', async () => {
    const { status, headers, text } = await site.ask('/v1/docs')
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    const page = parseHTML(text).document
    expect([...page.querySelectorAll('section h2')].map((one) => one.textContent)).toEqual([
      ...restRoutes.map(({ path }) => `GET ${path}`),
      'What the parts hold',
    ])
    expect(page.querySelectorAll('script, link[rel=stylesheet], img')).toHaveLength(0)
    expect(text.includes(`curl '${PUBLIC_URL}/v1/quotes/`)).toBe(true)
  })

  it('escapes the name of the publisher', async () => {
    const own = await startDelivery({ publisher: { name: '<b>&', url: PUBLIC_URL } })
    await own.ledger.append(publicationOf(makeStory(1)))
    expect((await own.ask('/v1/docs')).text).not.toContain('<b>')
    expect((await own.ask('/v1/openapi.json')).json().info.title).toContain('<b>&')
    await own.stop()
  })
})
