/** `GET /api/activity/export`: the record for an auditor, as a table or as JSON lines, filtered like the list. */
import { APIError, type Endpoint, type PayloadRequest, type Where } from 'payload'
import { csvLines } from '#src/formats/csv.ts'
import type { Activity } from '#src/payload-types.ts'

const columns = [
  'at',
  'verb',
  'summary',
  'actorName',
  'actorId',
  'subjectCollection',
  'subjectId',
  'reason',
  'from',
] as const
const PAGE = 500

const formats = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    head: csvLines([[...columns]]),
    lines: (rows: Activity[]) =>
      csvLines(rows.map((row) => columns.map((column) => row[column] ?? null))),
  },
  jsonl: {
    type: 'application/x-ndjson; charset=utf-8',
    head: '',
    lines: (rows: Activity[]) =>
      rows
        .map((row) => JSON.stringify(Object.fromEntries(columns.map((one) => [one, row[one]]))))
        .map((line) => `${line}\n`)
        .join(''),
  },
}

/**
 * Wired in `collections/activity.ts`; for chiefs and admins, like the list. `format` is `csv` (as it stands) or
 * `jsonl`, `where` Payload's own. Rows come oldest first, as many as there were when it began, read page by page.
 *
 * @throws APIError 400 for another format
 */
export const activityExportEndpoint: Endpoint = {
  path: '/export',
  method: 'get',
  handler: async (req) => {
    const { where, format = 'csv' } = req.query as { where?: Where; format?: string }
    if (format !== 'csv' && format !== 'jsonl') {
      throw new APIError(`There is no format “${format}”. Ask for csv or jsonl.`, 400, null, true)
    }
    const { type, head, lines } = formats[format]
    // The first page before the answer begins: a refusal or a bad filter is still told as one.
    const pages = pagesOf(req, where ?? {})
    const first = await pages.next()
    const encoder = new TextEncoder()
    const body = new ReadableStream({
      start: (stream) => stream.enqueue(encoder.encode(head + lines(first.value ?? []))),
      pull: async (stream) => {
        const { done, value } = await pages.next()
        if (done) stream.close()
        else stream.enqueue(encoder.encode(lines(value)))
      },
    })
    return new Response(body, {
      headers: {
        'Cache-Control': 'no-store',
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="activity.${format}"`,
      },
    })
  },
}

async function* pagesOf(req: PayloadRequest, where: Where): AsyncGenerator<Activity[], undefined> {
  // What is done while it is read would shift the pages.
  const until = new Date().toISOString()
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await req.payload.find({
      collection: 'activity',
      where: { and: [where, { at: { less_than_equal: until } }] },
      sort: ['at', 'id'],
      limit: PAGE,
      page,
      depth: 0,
      overrideAccess: false,
      req,
    })
    yield docs
    if (!hasNextPage) return
  }
}
