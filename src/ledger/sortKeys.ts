/** The first part of a sort key: what a list is ordered by, so that ascending bytes are list order. */

/** 13 digits reach the year 2286; the complement turns newest first into ascending order. */
export const newestFirst = (iso: string): string => {
  const ms = Date.parse(iso)
  const within = Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 9_999_999_999_999) : 0
  return String(9_999_999_999_999 - within).padStart(13, '0')
}

/** Where a list that is newest first ends (exclusive), when nothing older than `iso` is wanted. */
export const endAt = (iso: string): string => `${newestFirst(iso)}\n`

/** Letters without case and accents; the tab that ends the name in a key sorts before any of them. */
export const byName = (name: string): string => {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  const line = letters.replace(/[\p{C}\s]+/gu, ' ').trim()
  return [...line].slice(0, 120).join('')
}
