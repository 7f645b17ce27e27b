/** Cursors: opaque to readers, a list's kind and the sort key of a row to us. */

/** The cursor of a row: base64url, so that it goes into a URL as it is. */
export const encodeCursor = (kind: string, sortKey: string): string =>
  Buffer.from(`${kind}\n${sortKey}`, 'utf8').toString('base64url')

/** The sort key in a cursor of this kind of list, or `null` for anything else. */
export const decodeCursor = (kind: string, cursor: string): string | null => {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const [given, sortKey] = text.split('\n', 2)
  if (given !== kind || !sortKey || encodeCursor(kind, sortKey) !== cursor) return null
  return sortKey
}
