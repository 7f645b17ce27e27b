/** What of a request's headers matters to the reader side. */

export type Conditions = {
  /** `Accept-Encoding`; `''` when there is none. */
  encoding: string
  noneMatch: string | null
  since: string | null
  authorization: string | null
  range: string | null
  ifRange: string | null
  requestId: string | null
  /** `X-Forwarded-For`, all of them in one list. */
  forwardedFor: string | null
  accept: string | null
  /** Of the request's own body, as `Content-Encoding` is. */
  contentType: string | null
  contentEncoding: string | null
}

/**
 * Reads the headers from the raw list: `req.headers` is built when it is first touched, which costs more
 * than everything else on the hot path.
 */
export const readConditions = (raw: string[]): Conditions => {
  const found: Conditions = {
    encoding: '',
    noneMatch: null,
    since: null,
    authorization: null,
    range: null,
    ifRange: null,
    requestId: null,
    forwardedFor: null,
    accept: null,
    contentType: null,
    contentEncoding: null,
  }
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] as string
    // Names are told apart by length first: nearly all are skipped without a comparison.
    switch (name.length) {
      case 5:
      case 6:
      case 8:
      case 12:
      case 13:
      case 15:
      case 16:
      case 17:
        note(found, name.toLowerCase(), raw[at + 1] as string)
    }
  }
  return found
}

const note = (found: Conditions, name: string, value: string): void => {
  if (name === 'accept-encoding') {
    found.encoding = found.encoding === '' ? value : `${found.encoding},${value}`
  } else if (name === 'if-none-match') {
    found.noneMatch = found.noneMatch === null ? value : `${found.noneMatch},${value}`
  } else if (name === 'accept') {
    found.accept = found.accept === null ? value : `${found.accept},${value}`
  } else if (name === 'content-type') found.contentType ??= value
  else if (name === 'content-encoding') found.contentEncoding ??= value
  else if (name === 'if-modified-since') found.since = value
  // Two of them are one that is nobody's key.
  else if (name === 'authorization') {
    found.authorization = found.authorization === null ? value : `${found.authorization}, ${value}`
  } else if (name === 'range') found.range = value
  else if (name === 'if-range') found.ifRange = value
  else if (name === 'x-request-id') found.requestId = value
  else if (name === 'x-forwarded-for') {
    found.forwardedFor = found.forwardedFor === null ? value : `${found.forwardedFor},${value}`
  }
}
