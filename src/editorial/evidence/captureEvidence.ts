/** `POST /api/evidence/capture`: keeps a cited page as evidence, with its original bytes. */
import {
  commitTransaction,
  initTransaction,
  killTransaction,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { z } from 'zod'
import { hasRole } from '#collections/access.ts'
import { getConfig } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import type { Evidence } from '#src/payload-types.ts'
import { fetchPage, type FetchedPage, type FetchOptions } from './fetchPage.ts'

const request = z.strictObject({
  url: z.string().min(1).max(2000),
  source: z.string().min(1).max(100).nullish(),
  title: z.string().trim().max(300).nullish(),
})

export type CaptureRequest = z.infer<typeof request>

/**
 * Fetches a page and keeps it: the bytes as they came, their words, both hashes, the final address, the time.
 *
 * @param options for tests: which private addresses may be asked, and for how long
 * @throws AppError when the server may not fetch (`EVIDENCE_FETCH`), or the page cannot be had or read
 */
export const captureEvidence = async (
  req: PayloadRequest,
  { url, source, title }: CaptureRequest,
  options: FetchOptions = {},
): Promise<Evidence> => {
  if (!getConfig().evidenceFetch) {
    throw new AppError(
      'not-allowed',
      'This server fetches no pages. Set EVIDENCE_FETCH=1 to let it, or save the page and upload it.',
    )
  }
  // Nobody else waits for the writer while a page is on its way.
  const page = await fetchPage(url, options)
  const isOurs = await initTransaction(req)
  try {
    const evidence = await keep(req, page, { source, title })
    if (isOurs) await commitTransaction(req)
    return evidence
  } catch (error) {
    if (isOurs) await killTransaction(req)
    throw error
  }
}

const keep = async (
  req: PayloadRequest,
  page: FetchedPage,
  { source, title }: Omit<CaptureRequest, 'url'>,
): Promise<Evidence> => {
  const { bytes, mimeType } = page
  // What the web server said of its charset is not in the bytes.
  req.context['evidenceCharset'] = page.charset
  const file = { data: bytes, name: fileName(page), mimetype: mimeType, size: bytes.length }
  const common = { depth: 0, overrideAccess: true, req } as const
  const original = await req.payload.create({
    collection: 'evidence-files',
    data: {},
    file,
    ...common,
  })
  return req.payload.create({
    collection: 'evidence',
    // The words, their kind and the page's own title come from the file.
    data: {
      title: title ?? '',
      kind: 'html',
      text: '',
      url: page.url,
      source: source ?? null,
      original: original.id,
      capturedAt: new Date().toISOString(),
    },
    ...common,
  })
}

const EXTENSIONS: Record<string, string> = { 'application/pdf': 'pdf', 'text/plain': 'txt' }

/** `example.org-report-2026.html`. */
const fileName = ({ url, mimeType }: FetchedPage): string => {
  const { hostname, pathname } = new URL(url)
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  const words = `${hostname}-${last.replace(/\.[a-z]{2,5}$/i, '')}`
  const safe = words.replace(/[^\w.-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '')
  return `${safe.slice(0, 80) || 'page'}.${EXTENSIONS[mimeType] ?? 'html'}`
}

export const captureEndpoint: Endpoint = {
  path: '/capture',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw new AppError('not-signed-in', 'Sign in to capture evidence.')
    if (!hasRole(req.user, 'reporter', 'editor', 'chief')) {
      throw new AppError('not-allowed', 'Only the newsroom captures evidence.')
    }
    const body = request.safeParse(await req.json?.().catch(() => null))
    if (!body.success) {
      throw new AppError(
        'bad-request',
        'Send {"url": "https://…"}, and "source" (an id) and "title" where you like.',
      )
    }
    const doc = await captureEvidence(req, body.data)
    return Response.json({ message: 'Captured.', doc }, { status: 201 })
  },
}
