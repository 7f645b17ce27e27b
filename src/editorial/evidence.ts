import { createHash } from 'node:crypto'
import type { CollectionBeforeChangeHook } from 'payload'

/** Notes the hash of the text, so that a later change of the evidence shows. */
export const sealEvidence: CollectionBeforeChangeHook = ({ data }) => ({
  ...data,
  sha256: createHash('sha256')
    .update(String(data['text'] ?? ''), 'utf8')
    .digest('hex'),
})
