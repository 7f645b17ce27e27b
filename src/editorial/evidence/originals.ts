/** The original files of evidence: read when they come, kept with their hash, never run. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { getConfig } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import type { EvidenceInput, EvidenceText } from '#src/imports/evidenceText.ts'
import { refuse } from '#src/editorial/requests/problems.ts'
import { inWorker } from './inWorker.ts'

/**
 * Reads an uploaded file before it is kept, and refuses what holds no words that could prove anything.
 *
 * @throws ValidationError 400 with what to do
 */
export const readUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { file } = req
  if (operation !== 'create' || !file?.data) return args
  const input = { bytes: file.data, filename: file.name, mimeType: file.mimetype }
  const { kind } = await readOr(req, input, 'evidence-files', 'file')
  // What the browser calls it is a guess by the name; what was read is not.
  file.mimetype = mimeTypes[kind] ?? 'text/plain'
  return args
}

const mimeTypes: Partial<Record<EvidenceText['kind'], string>> = {
  html: 'text/html',
  pdf: 'application/pdf',
}

/** Notes the hash of the bytes as they came. */
export const sealOriginal: CollectionBeforeChangeHook = ({ data, operation, req }) =>
  operation === 'create' && req.file?.data ? { ...data, sha256: hashOf(req.file.data) } : data

/**
 * The words of an original that is kept.
 *
 * @throws ValidationError 400 when it is gone or cannot be read
 */
export const textOfOriginal = async (req: PayloadRequest, id: string): Promise<EvidenceText> => {
  const file = await req.payload.findByID({
    collection: 'evidence-files',
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
    req,
  })
  const filename = file?.filename ?? ''
  const bytes = filename
    ? await readFile(path.join(getConfig().mediaDir, filename)).catch(() => null)
    : null
  if (!bytes || (file?.sha256 && file.sha256 !== hashOf(bytes))) {
    const isThere = bytes !== null
    refuseFor('evidence', 'original', {
      message: isThere
        ? `The original “${filename}” is no longer the file that was uploaded.`
        : 'The original file is gone.',
      fix: 'Upload it again.',
    })
  }
  const input = { bytes: bytes ?? Buffer.alloc(0), filename, mimeType: file?.mimeType ?? '' }
  return readOr(req, input, 'evidence', 'original')
}

/** What a browser may do with an original: save it. A page from elsewhere must never run in our origin. */
export const asAttachment = ({ headers }: { headers: Headers }): Headers => {
  headers.set('Content-Disposition', 'attachment')
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Content-Security-Policy', "sandbox; default-src 'none'")
  headers.set('Cache-Control', 'private, no-store')
  return headers
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** An upload is read when it comes and again when it becomes evidence. */
const lately = new Map<string, EvidenceText>()
const KEPT = 4

const readOr = async (
  req: PayloadRequest,
  input: EvidenceInput,
  collection: string,
  field: string,
): Promise<EvidenceText> => {
  const charset = (req.context['evidenceCharset'] as string | undefined) ?? null
  const key = `${hashOf(input.bytes)} ${input.mimeType} ${path.extname(input.filename)} ${charset}`
  const known = lately.get(key)
  if (known) return known
  try {
    const read = await inWorker({ kind: 'read', input: { ...input, charset } }, req.payload.logger)
    lately.set(key, read)
    for (const oldest of [...lately.keys()].slice(0, -KEPT)) lately.delete(oldest)
    return read
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const [, message, fix] = /^(.+[.]) ([^.]+[.])$/s.exec(error.message) ?? ['', error.message, '']
    return refuseFor(collection, field, { message: message ?? '', fix: fix ?? '' })
  }
}

const refuseFor = (
  collection: string,
  path: string,
  { message, fix }: { message: string; fix: string },
): never => {
  refuse(collection, [{ code: 'evidence-unreadable', severity: 'error', path, message, fix }])
  throw new AppError('unprocessable', message)
}
