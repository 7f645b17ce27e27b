/** Two locks on one story would ask twice, and Payload's is gone with each autosave. */
import type { SanitizedConfig } from 'payload'

/**
 * Leaves a collection to presence alone. It is done after Payload has derived its tables, which name every collection
 * that can be locked: turned off before, it would take columns with it.
 *
 * @throws Error for a collection that does not exist
 */
export const withoutDocumentLock = (config: SanitizedConfig, slug: string): SanitizedConfig => {
  const collection = config.collections.find((one) => one.slug === slug)
  if (!collection) throw new Error(`There is no collection "${slug}".`)
  collection.lockDocuments = false
  return config
}
