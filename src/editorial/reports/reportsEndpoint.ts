/** `GET /api/quotes/report`: whom the newsroom quotes, as JSON or as a table for spreadsheets. */
import { APIError, type Endpoint } from 'payload'
import { csvLines } from '#src/formats/csv.ts'
import { reportCells } from '#src/quotes/reports/reportCells.ts'
import type { ReportQuery } from '#src/quotes/reports/reportQuery.ts'
import { askReport } from './reportsAsk.ts'

/** Wired in `collections/quotes.ts`. Docs: docs/api.md. */
export const reportEndpoint: Endpoint = {
  path: '/report',
  method: 'get',
  handler: async (req) => {
    const { searchParams } = new URL(req.url ?? '')
    const { query, problems, report } = await askReport(req, searchParams)
    if (!report) {
      const message = problems.map((one) => `${one.message} ${one.fix}`).join(' ')
      throw new APIError(message, 400, { problems }, true)
    }
    // What a newsroom learns of its sources belongs in no cache.
    const headers = { 'Cache-Control': 'no-store' }
    if (query.format === 'json') return Response.json(report, { headers })
    return new Response(csvLines(reportCells(report)), {
      headers: {
        ...headers,
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': `attachment; filename="${fileName(query)}"`,
      },
    })
  },
}

const fileName = ({ by, since, until }: ReportQuery): string =>
  ['quotes-by', by, since?.slice(0, 10), until?.slice(0, 10)].filter(Boolean).join('-') + '.csv'
