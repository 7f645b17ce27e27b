/**
 * What a change is called lasts for one publication: the article is saved with the question open again, and until the
 * ledger has the answer, it is kept beside the save. On the request and by story, as `overrides.ts` says why.
 */
import type { PayloadRequest } from 'payload'
import type { ChangeKind } from '#src/workflow/changeKinds.ts'

const kept = new WeakMap<PayloadRequest, Map<string, ChangeKind>>()

/**
 * Keeps the kind of a change for the hook that writes the ledger.
 *
 * @param id of the article; `''` while it has none
 * @param kind `null` where readers get nothing new, or have nothing yet
 */
export const keepChange = (req: PayloadRequest, id: string, kind: ChangeKind | null): void => {
  const changes = kept.get(req) ?? new Map<string, ChangeKind>()
  kept.set(req, changes)
  if (kind) changes.set(id, kind)
  else changes.delete(id)
}

/** The kind of change that goes out with this publication of the article. */
export const changeFor = (req: PayloadRequest, id: string): ChangeKind | null =>
  kept.get(req)?.get(id) ?? null
