/**
 * What a publication says beside its text: what a chief set aside for it, and what the change is called. Both last for
 * one publication: the article is saved without them, and until the ledger has them, they are kept beside the save.
 * One save may be a bulk edit, so each story has its own. They hang on the request, not on its context, which every
 * nested call of Payload replaces by a copy.
 */
import type { PayloadRequest } from 'payload'
import type { ChangeKind } from '#src/workflow/changeKinds.ts'
import type { Override } from '#src/workflow/verdict.ts'

export type Outgoing = {
  override: Override | null
  /** `null` where readers get nothing new, or have nothing yet. */
  kind: ChangeKind | null
}

const kept = new WeakMap<PayloadRequest, Map<string, Outgoing>>()

/**
 * Keeps it for the hook that writes the ledger.
 *
 * @param id of the article; `''` while it has none
 */
export const keepOutgoing = (req: PayloadRequest, id: string, outgoing: Outgoing): void => {
  const all = kept.get(req) ?? new Map<string, Outgoing>()
  kept.set(req, all.set(id, outgoing))
}

/** What was kept for an article. */
export const outgoingFor = (req: PayloadRequest, id: string): Outgoing =>
  kept.get(req)?.get(id) ?? { override: null, kind: null }
