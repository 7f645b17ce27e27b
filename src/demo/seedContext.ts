/** What the steps of seeding share. */
import type { Payload } from 'payload'

/** Ids by key, for each kind of record. */
export type Ids = Record<
  'users' | 'authors' | 'sections' | 'sources' | 'quotes' | 'evidence' | 'images' | 'stories',
  Map<string, string>
>

export type SeedContext = { payload: Payload; ids: Ids; seedTime: Date }

/** The id a key stands for. A key without a record is a mistake in the demo data. */
export const idFor = (ids: Map<string, string>, key: string): string => {
  const id = ids.get(key)
  if (!id) throw new Error(`The demo newsroom has no record for “${key}”.`)
  return id
}
