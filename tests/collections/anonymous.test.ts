/** Nothing that readers must not see reaches them through the editorial APIs, by no parameter. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'
import { storedText } from '#tests/support/storedText.ts'
import { CANARY, hide, sealedPlaces, type HiddenPlaces } from './hiddenPlaces.ts'
import { hiddenOrders, hiddenPaths, partlyHiddenPaths } from './hiddenPaths.ts'
import { queriesFor } from './graphqlQueries.ts'

let room: Newsroom
let hidden: HiddenPlaces
let chief: Person
/** Ids by collection, of everything there is. */
const ids: Record<string, string[]> = {}

beforeAll(async () => {
  room = await openNewsroom()
  hidden = await hide(room)
  chief = await room.makeUser('chief')
  for (const slug of Object.keys(room.payload.collections)) {
    const { docs } = await room.payload.find({
      collection: slug as never,
      depth: 0,
      pagination: false,
      overrideAccess: true,
      trash: true,
    })
    ids[slug] = (docs as { id: string | number }[]).map(({ id }) => String(id))
  }
})
afterAll(() => room.close())

/** The canaries in a text, by the place they name. */
const canariesIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(new RegExp(`${CANARY}-([a-z-]+?)-x`, 'g'))].map(([, place]) => place ?? ''),
  ),
]

/** Asks as anybody; what leaks is listed with the request that made it. */
const leaks = async (paths: string[]): Promise<string[]> => {
  const found: string[] = []
  for (const one of paths) {
    const { status, text } = await room.rest(null, 'GET', one)
    // 501: what has no endpoints at all.
    expect({ [one]: status < 500 || status === 501 }).toEqual({ [one]: true })
    for (const place of canariesIn(text)) found.push(`${one} → ${place}`)
  }
  return found
}

const collections = () => Object.keys(ids)

describe('the canaries', () => {
  it('are in the database, all of them, except what is sealed', async () => {
    const there = new Set(canariesIn(await storedText(room.config)))
    const open = hidden.places.filter((place) => !sealedPlaces.includes(place))
    expect(open.filter((place) => !there.has(place))).toEqual([])
    expect(sealedPlaces.filter((place) => there.has(place))).toEqual([])
  })

  it('are seen by the newsroom, so that finding none means something', async () => {
    const { text } = await room.rest(
      chief,
      'GET',
      '/api/articles?draft=true&depth=2&limit=100&trash=true',
    )
    expect(canariesIn(text)).toEqual(
      expect.arrayContaining([
        'newer-headline',
        'draft-body',
        'notes',
        'doubt',
        'hidden-quote',
        'trashed-body',
      ]),
    )
  })
})

describe('REST shows a reader nothing hidden', () => {
  const listParameters = [
    '',
    ...[0, 1, 2, 3, 4, 10].map((depth) => `depth=${depth}&limit=100`),
    'draft=true',
    'draft=true&depth=4&limit=0',
    'pagination=false&depth=3',
    'trash=true&depth=2&draft=true',
    'showHiddenFields=true&depth=2',
    'overrideAccess=true&depth=2',
    'user=1&disableErrors=true',
    'locale=all&fallback-locale=none',
    'select[name]=true&select[slug]=true&select[role]=true&select[privateNotes]=true&select[identity]=true',
    'select[headline]=true&select[doubts]=true&select[createdBy]=true&draft=true',
    'populate[users][email]=true&populate[sources][name]=true&populate[articles][headline]=true&depth=3',
    'populate[sources][slug]=true&depth=3',
    'joins[usedIn][limit]=50&joins[quotes][limit]=50&depth=4',
    'joins[usedIn][sort]=headline&joins[usedIn][count]=true&depth=3&draft=true',
    `joins[usedIn][where][headline][like]=${CANARY}&depth=3`,
    `where[or][0][headline][like]=${CANARY}&where[or][1][id][exists]=true`,
    'where[_status][equals]=draft&draft=true',
    'where[_status][not_equals]=published',
    'where[state][equals]=retracted',
    'where[deletedAt][exists]=true&trash=true',
  ]

  it.each(listParameters)('in any list, with “%s”', async (query) => {
    expect(await leaks(collections().map((slug) => `/api/${slug}?${query}`))).toEqual([])
  })

  it('in any single record, drafts and deep ones too', async () => {
    const queries = [
      '',
      '?draft=true&depth=4',
      '?trash=true&depth=1',
      '?select[name]=true&select[headline]=true&draft=true',
    ]
    expect(
      await leaks(
        collections().flatMap((slug) =>
          (ids[slug] ?? []).flatMap((id) => queries.map((query) => `/api/${slug}/${id}${query}`)),
        ),
      ),
    ).toEqual([])
  })

  it('in versions, counts and files', async () => {
    const versions = await room.payload.findVersions({
      collection: 'articles',
      depth: 0,
      pagination: false,
      overrideAccess: true,
    })
    const files = await room.payload.find({
      collection: 'images',
      pagination: false,
      overrideAccess: true,
    })
    expect(versions.docs.length).toBeGreaterThan(10)
    expect(
      await leaks([
        ...collections().flatMap((slug) => [
          `/api/${slug}/versions`,
          `/api/${slug}/versions?depth=3&draft=true&where[version.headline][like]=${CANARY}`,
          `/api/${slug}/count`,
        ]),
        ...versions.docs.map(({ id }) => `/api/articles/versions/${id}?depth=2`),
        ...files.docs.map(({ filename }) => `/api/images/file/${filename}`),
      ]),
    ).toEqual([])
  })

  it('refuses versions to anybody without a login', async () => {
    for (const slug of ['articles', 'quotes', 'evidence']) {
      expect((await room.rest(null, 'GET', `/api/${slug}/versions`)).status).toBe(403)
    }
  })

  it('at the other addresses of the API', async () => {
    expect(
      await leaks([
        '/api/access',
        ...(ids['articles'] ?? []).map((id) => `/api/articles/access/${id}`),
        '/api/users/me',
        '/api/users/init',
        '/api/globals',
        '/api/payload-jobs/run',
        '/api/preferences',
        '/api/articles/..%2fusers',
      ]),
    ).toEqual([])
  })

  it('when a read is sent as POST, and when a write is refused', async () => {
    const found: string[] = []
    for (const slug of collections()) {
      const override = await room.rest(
        null,
        'POST',
        `/api/${slug}?draft=true&depth=3&limit=100`,
        {},
      )
      found.push(...canariesIn(override.text))
      for (const id of (ids[slug] ?? []).slice(0, 3)) {
        for (const [method, rest] of [
          ['PATCH', ''],
          ['DELETE', ''],
          ['POST', '/duplicate'],
          ['POST', '/retract'],
        ] as const) {
          const { status, text } = await room.rest(null, method, `/api/${slug}/${id}${rest}`, {})
          expect({ [`${method} ${slug}${rest}`]: status }).not.toEqual({
            [`${method} ${slug}${rest}`]: 200,
          })
          found.push(...canariesIn(text))
        }
      }
    }
    expect(found).toEqual([])
  })

  it('of files that no live story carries', async () => {
    const { docs } = await room.payload.find({
      collection: 'images',
      pagination: false,
      overrideAccess: true,
    })
    const answers = await Promise.all(
      docs.map(async ({ filename, isPublic }) => ({
        isPublic,
        status: (await room.rest(null, 'GET', `/api/images/file/${filename}`)).status,
      })),
    )
    expect(answers.filter(({ isPublic }) => !isPublic).map(({ status }) => status)).toEqual([403])
    expect(answers.filter(({ isPublic }) => isPublic).map(({ status }) => status)).toEqual([
      200, 200,
    ])
  })

  it('and still shows what is published', async () => {
    const { json } = await room.rest(null, 'GET', '/api/articles?depth=2&sort=headline')
    const headlines = (json.docs as Json[]).map((doc: Json) => doc.headline as string)
    expect(headlines).toEqual(['Read this too', 'What everybody may read'])
    const sources = await room.rest(null, 'GET', '/api/sources')
    expect(
      (sources.json.docs as Json[])
        .map((doc: Json) => (doc.name ?? doc.publicDescription) as string)
        .sort(),
    ).toEqual(['Named Speaker'])
  })
})

describe('GraphQL shows a reader nothing hidden', () => {
  it('in any query, with everything it offers selected', async () => {
    const queries = await queriesFor(room)
    expect(queries.length).toBeGreaterThan(100)
    const found: string[] = []
    for (const { name, alternatives } of queries) {
      // As deep as the API's limit of complexity lets a query go.
      let answer = ''
      for (const query of alternatives) {
        const { status, text } = await room.graphql(null, query)
        expect({ [name]: status }).toEqual({ [name]: 200 })
        answer = text
        if (!text.includes('maximum complexity')) break
      }
      expect(answer).not.toContain('maximum complexity')
      expect(answer).not.toContain('Cannot query field')
      for (const place of canariesIn(answer)) found.push(`${name} → ${place}`)
    }
    expect(found).toEqual([])
  })

  it('in one record asked for by its id, as a draft', async () => {
    const found: string[] = []
    for (const id of ids['articles'] ?? []) {
      const { text } = await room.graphql(
        null,
        `{ Article(id: "${id}", draft: true) { id headline standfirst body slug privateNotes
           quotesCited { text speaker { name slug } } authors { author { name contact } } } }`,
      )
      found.push(...canariesIn(text).map((place) => `${id} → ${place}`))
    }
    expect(found).toEqual([])
  })

  it('when a query for drafts stands beside one for what is published', async () => {
    const { text, json } = await room.graphql(
      null,
      '{ a: Articles(draft: true) { docs { id headline } } b: Articles { docs { headline section { name } quotesCited { text } } } }',
    )
    expect(canariesIn(text)).toEqual([])
    expect(json.data.b.docs).toHaveLength(2)
  })
})

/** What an answer tells: whether there is one, how many, and in which order. */
const tells = ({ status, json }: { status: number; json: Json }): unknown => {
  if (json?.data) {
    return Object.values(json.data as Record<string, Json>).map((one: Json): unknown => [
      one?.totalDocs ?? null,
      (one?.docs as Json[] | undefined)?.map((doc: Json) => doc.id as string),
    ])
  }
  if (status >= 400 || json?.errors) return 'refused'
  return [json?.totalDocs, (json?.docs as Json[] | undefined)?.map((doc: Json) => doc.id as string)]
}

describe('filters are no oracle', () => {
  const operators = [
    'like',
    'contains',
    'equals',
    'in',
    'not_like',
    'not_equals',
    'greater_than',
  ] as const
  const values = { hit: CANARY, miss: 'qqqqq' }

  it.each(Object.entries(hiddenPaths))('on what is hidden in %s', async (slug, fields) => {
    const differences: string[] = []
    for (const field of fields) {
      for (const operator of operators) {
        for (const path of [
          `/api/${slug}?depth=0&`,
          `/api/${slug}?depth=0&draft=true&`,
          `/api/${slug}/count?`,
        ]) {
          const answer = async (value: string) =>
            tells(await room.rest(null, 'GET', `${path}where[${field}][${operator}]=${value}`))
          const [hit, miss] = [await answer(values.hit), await answer(values.miss)]
          if (JSON.stringify(hit) !== JSON.stringify(miss)) {
            differences.push(
              `${path}${field} ${operator}: ${JSON.stringify(hit)} ≠ ${JSON.stringify(miss)}`,
            )
          }
        }
      }
      const [yes, no] = [
        tells(await room.rest(null, 'GET', `/api/${slug}?where[${field}][exists]=true`)),
        tells(await room.rest(null, 'GET', `/api/${slug}?where[${field}][exists]=false`)),
      ]
      if (JSON.stringify(yes) !== JSON.stringify(no)) differences.push(`${slug} ${field} exists`)
    }
    expect(differences).toEqual([])
  })

  it.each(Object.entries(partlyHiddenPaths))(
    'on what some %s have that is hidden',
    async (slug, fields) => {
      const differences: string[] = []
      for (const field of fields) {
        for (const operator of ['like', 'contains', 'equals', 'in'] as const) {
          for (const path of [`/api/${slug}?`, `/api/${slug}?draft=true&`, `/api/${slug}/count?`]) {
            const answer = async (value: string) =>
              tells(await room.rest(null, 'GET', `${path}where[${field}][${operator}]=${value}`))
            const [hit, miss] = [await answer(values.hit), await answer(values.miss)]
            if (JSON.stringify(hit) !== JSON.stringify(miss)) {
              differences.push(`${path}${field} ${operator}`)
            }
          }
        }
      }
      expect(differences).toEqual([])
    },
  )

  it('nor is a filter inside a filter, nor one on a join', async () => {
    const refused = [
      '/api/articles?where[quotesCited][contains][speaker.name][like]=a',
      '/api/articles?where[and][0][or][0][authors.author.user.email][like]=a',
      '/api/sources?joins[usedIn][where][authors.author.contact][like]=a',
      '/api/articles?where[authors__author__user__email][like]=a',
    ]
    for (const path of refused) {
      expect({ [path]: (await room.rest(null, 'GET', path)).status }).toEqual({ [path]: 400 })
    }
  })

  it.each(Object.entries(hiddenOrders))(
    'nor is an order of %s by another record',
    async (slug, fields) => {
      for (const field of fields) {
        const { status } = await room.rest(null, 'GET', `/api/${slug}?sort=${field}`)
        expect({ [field]: status }).toEqual({ [field]: 400 })
      }
    },
  )

  it.each(Object.entries(hiddenPaths))(
    'nor are orders, by what is hidden in %s',
    async (slug, fields) => {
      const differences: string[] = []
      for (const field of fields) {
        for (const query of ['', '&draft=true']) {
          const up = tells(
            await room.rest(null, 'GET', `/api/${slug}?depth=0&sort=${field}${query}`),
          )
          const down = tells(
            await room.rest(null, 'GET', `/api/${slug}?depth=0&sort=-${field}${query}`),
          )
          if (JSON.stringify(up) !== JSON.stringify(down))
            differences.push(`${slug} ${field}${query}`)
        }
      }
      expect(differences).toEqual([])
    },
  )

  it('nor over GraphQL', async () => {
    const differences: string[] = []
    const probes: [string, string, string][] = [
      ['Articles', 'privateNotes', 'like'],
      ['Articles', 'doubts__message', 'like'],
      ['Articles', 'stateReason', 'like'],
      ['Articles', 'headline', 'like'],
      ['Articles', 'quotesCited__speaker__name', 'like'],
      ['Sources', 'name', 'like'],
      ['Sources', 'slug', 'like'],
      ['Sources', 'reliabilityNote', 'like'],
      ['Quotes', 'role', 'like'],
      ['Authors', 'contact', 'like'],
    ]
    for (const [list, field, operator] of probes) {
      for (const draft of ['', ', draft: true']) {
        const ask = async (value: string) =>
          tells(
            await room.graphql(
              null,
              `{ ${list}(where: { ${field}: { ${operator}: "${value}" } }${draft}) { totalDocs docs { id } } }`,
            ),
          )
        const [hit, miss] = [await ask(values.hit), await ask(values.miss)]
        if (JSON.stringify(hit) !== JSON.stringify(miss))
          differences.push(`${list} ${field}${draft}`)
      }
    }
    expect(differences).toEqual([])
  })

  it('though the newsroom finds by them', async () => {
    const find = async (slug: string, field: string) =>
      (await room.rest(chief, 'GET', `/api/${slug}?where[${field}][like]=${CANARY}`)).json
        .totalDocs as number
    expect(await find('articles', 'privateNotes')).toBe(2)
    expect(await find('articles', 'doubts.message')).toBe(1)
    expect(await find('sources', 'name')).toBe(2)
    expect(await find('quotes', 'speaker.name')).toBe(2)
    expect(await find('authors', 'contact')).toBe(1)
  })
})
