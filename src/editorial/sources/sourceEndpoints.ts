/** What can be asked of a source besides its record. */
import { APIError, type Endpoint } from 'payload'
import { overviewOf } from '#src/editorial/reports/reportsOverview.ts'
import { assertNewsroom } from '#src/editorial/reports/reportsNames.ts'

const MAX_LISTED = 100
const MAX_PAGE = 1_000_000

/** `GET /api/sources/:id/overview?limit=&page=`: what was quoted from the source, where, and how much of it. */
const overviewEndpoint: Endpoint = {
  path: '/:id/overview',
  method: 'get',
  handler: async (req) => {
    assertNewsroom(req)
    const { searchParams } = new URL(req.url ?? '')
    const listed = {
      limit: wholeNumber(searchParams, 'limit', 20, MAX_LISTED),
      page: wholeNumber(searchParams, 'page', 1, MAX_PAGE),
    }
    const overview = await overviewOf(req, String(req.routeParams?.['id']), listed)
    return Response.json(overview, { headers: { 'Cache-Control': 'no-store' } })
  },
}

export const sourceEndpoints: Endpoint[] = [overviewEndpoint]

const wholeNumber = (
  parameters: URLSearchParams,
  name: string,
  otherwise: number,
  max: number,
): number => {
  const value = parameters.get(name)
  if (value === null || value === '') return otherwise
  if (/^\d{1,7}$/.test(value) && Number(value) >= 1 && Number(value) <= max) return Number(value)
  throw new APIError(`The parameter “${name}” is a whole number from 1 to ${max}.`, 400)
}
