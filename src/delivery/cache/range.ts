/** Parts of a document (RFC 9110 §14): one range of bytes; anything else is answered whole, as it may be. */
import type { Conditions } from './conditions.ts'
import type { Representation } from './readyResponse.ts'

export type Part = { start: number; end: number }

/**
 * The part of a representation that was asked for.
 *
 * @returns `null` for all of it: no range, several, one that is malformed, or one of an older version
 *   (`If-Range`); `outside` for one that begins behind the end (416)
 */
export const partOf = (
  { range, ifRange }: Pick<Conditions, 'range' | 'ifRange'>,
  { body, etag }: Pick<Representation, 'body' | 'etag'>,
): Part | 'outside' | null => {
  if (range === null) return null
  // A date says less than the tag, which everybody who has a part was given.
  if (ifRange !== null && ifRange.trim() !== etag) return null
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(range.trim()) ?? []
  if (from === '' && to === '') return null
  const size = body.length
  if (from === '') {
    const last = Number(to)
    return last === 0 || size === 0 ? 'outside' : { start: Math.max(0, size - last), end: size - 1 }
  }
  const start = Number(from)
  if (to !== '' && Number(to) < start) return null
  if (start >= size) return 'outside'
  return { start, end: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}

/** The headers of the whole as those of a part, or of the refusal of one. */
export const partHeaders = (whole: string[], part: Part | 'outside', size: number): string[] => {
  const headers = [...whole]
  const at = headers.indexOf('Content-Length')
  const length = part === 'outside' ? 0 : part.end - part.start + 1
  headers[at + 1] = String(length)
  const place = part === 'outside' ? '*' : `${part.start}-${part.end}`
  return [...headers, 'Content-Range', `bytes ${place}/${size}`]
}
