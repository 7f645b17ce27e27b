/** What was rejected stays rejected: for this story, in this browser. */
const MAX_KEPT = 300

const placeOf = (story: string): string => `verbatim:rejected-quotes:${story}`

/** Keys of findings that were rejected before. A browser that keeps nothing has none. */
export const rejectedBefore = (story: string | null): string[] => {
  if (story === null) return []
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(story)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []
  } catch {
    return []
  }
}

/** Keeps what is rejected now, and forgets what was taken back. */
export const keepRejected = (story: string | null, rejected: string[], others: string[]): void => {
  if (story === null) return
  const before = rejectedBefore(story).filter((key) => !others.includes(key))
  const kept = [...new Set([...before, ...rejected])].slice(-MAX_KEPT)
  try {
    localStorage.setItem(placeOf(story), JSON.stringify(kept))
  } catch {
    // Private windows may keep nothing; then it is asked again.
  }
}
