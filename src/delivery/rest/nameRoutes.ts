/** `/v1/authors`, `/v1/sources`, `/v1/sections`: what has a name, in the order of names. */
import { z } from 'zod'

import { AppError } from '#src/errors.ts'

import { readPage } from '../readPage.ts'
import { jsonReply } from '../reply.ts'
import { named, one, page as pageOf } from './answerSchemas.ts'
import { exampleNamed, pageExample } from './examples.ts'
import { listReply } from './listReply.ts'
import { oneOf, pageParameters } from './parameters.ts'
import { type Route, route } from './route.ts'
import { sourceKinds } from './storySchemas.ts'

type Named = 'author' | 'source' | 'section'

const listRoute = (kind: Named, filters: { kind?: ReturnType<typeof oneOf> } = {}): Route =>
  route({
    path: `/v1/${kind}s`,
    summary: `The ${kind}s of published stories, by name.`,
    parameters: z.object({ ...pageParameters(kind), ...filters }),
    answers: pageOf(named[kind]),
    example: pageExample(exampleNamed[kind]),
    answer: async (request) => {
      const { ledger } = request.context
      const { first, after } = request.values
      const facets = 'kind' in request.values ? [`kind:${String(request.values.kind)}`] : []
      const page = await readPage({ reader: ledger, kind, facets, first, after })
      const data = page.rows.map(({ doc }) => ({
        ...doc,
        links: linksOf(kind, doc, request.context),
      }))
      return listReply({ request, page, data, tags: [`${kind}s`] })
    },
  })

const itemRoute = (kind: Named): Route =>
  route({
    path: `/v1/${kind}s/{idOrSlug}`,
    summary: `One ${kind}, with links to what it is in.`,
    name: { description: `The id or the slug of the ${kind}.`, example: exampleNamed[kind].slug },
    parameters: z.object({}),
    answers: one(named[kind]),
    example: { data: exampleNamed[kind] },
    answer: async ({ name, context, lastChange }) => {
      const { ledger, publicUrl } = context
      const doc = (await ledger.get(kind, { slug: name })) ?? (await ledger.get(kind, { id: name }))
      if (!doc) throw new AppError('not-found', `No published story has this ${kind}.`)
      const value = { data: { ...doc, links: linksOf(kind, doc, context) } }
      return jsonReply({ value, publicUrl, tags: [`${kind}-${doc.id}`], lastModified: lastChange })
    },
  })

const linksOf = (
  kind: Named,
  doc: { id: string; slug: string },
  { publicUrl }: { publicUrl: string },
): Record<string, string> => {
  const given = encodeURIComponent(kind === 'section' ? doc.slug : doc.id)
  const articles = `${publicUrl}/v1/articles?${kind}=${given}`
  if (kind !== 'source') return { articles }
  return { articles, quotes: `${publicUrl}/v1/quotes?source=${given}` }
}

export const nameRoutes = [
  listRoute('author'),
  itemRoute('author'),
  listRoute('source', { kind: oneOf(sourceKinds) }),
  itemRoute('source'),
  listRoute('section'),
  itemRoute('section'),
]
