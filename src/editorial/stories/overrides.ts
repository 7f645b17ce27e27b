/**
 * What a chief set aside lasts for one publication: the article is saved without it, and until the ledger has
 * it, it is kept beside the save. One save may be a bulk edit, so each story has its own. It hangs on the
 * request, not on its context, which every nested call of Payload replaces by a copy.
 */
import type { PayloadRequest } from 'payload'
import type { Override } from '#src/workflow/verdict.ts'

const kept = new WeakMap<PayloadRequest, Map<string, Override>>()

/**
 * Keeps an override for the hook that writes the ledger.
 *
 * @param id of the article; `''` while it has none
 */
export const keepOverride = (req: PayloadRequest, id: string, override: Override | null): void => {
  const overrides = kept.get(req) ?? new Map<string, Override>()
  kept.set(req, overrides)
  if (override) overrides.set(id, override)
  else overrides.delete(id)
}

/** What was kept for an article. */
export const overrideFor = (req: PayloadRequest, id: string): Override | null =>
  kept.get(req)?.get(id) ?? null
