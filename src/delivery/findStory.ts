/** A story by what stands in its address. */
import type { CurrentStory, LedgerReader } from '#src/ledger/port.ts'

export type FoundStory =
  | { outcome: 'found'; current: CurrentStory; isCurrent?: () => Promise<boolean> }
  | { outcome: 'moved'; slug: string }
  | { outcome: 'unknown' }

/**
 * Finds a story by slug, by id (when allowed), or by a slug it once had.
 * `isCurrent` tells, with one read, whether a slug still leads to the same row.
 */
export const findStory = async (options: {
  ledger: LedgerReader
  address: string
  mayBeId: boolean
}): Promise<FoundStory> => {
  const { ledger, address, mayBeId } = options
  const bySlug = await ledger.get('story', { slug: address })
  if (bySlug) {
    const isCurrent = async () => (await ledger.seqOf(address)) === bySlug.seq
    return { outcome: 'found', current: bySlug, isCurrent }
  }
  const byId = mayBeId ? await ledger.get('story', { id: address }) : null
  if (byId) return { outcome: 'found', current: byId }
  const slug = await ledger.redirectFor(address)
  return slug === null || slug === address ? { outcome: 'unknown' } : { outcome: 'moved', slug }
}
