import type { PayloadRequest } from 'payload'
import { findOutlet } from '#src/quotes/names/outlets.ts'
import type { SourceKind } from '#src/story/publishedStory.ts'

export type SourceName = { kind: SourceKind; name: string }

/**
 * The record of a source that a text names: by its name, by what the house calls it (`WSJ`), or by another
 * name of the same publication. Never a confidential one: two unnamed people may share a description.
 * @returns its id, or `null` when the newsroom does not know it yet
 */
export const findSource = async (
  req: PayloadRequest,
  { kind, name }: SourceName,
): Promise<string | null> => {
  const names = [...new Set([name, ...namesOfOutlet(kind, name)])]
  const { docs } = await req.payload.find({
    collection: 'sources',
    where: {
      and: [
        { kind: { equals: kind } },
        { or: [{ name: { in: names } }, { houseAbbreviation: { in: names } }] },
        { isConfidential: { not_equals: true } },
      ],
    },
    depth: 0,
    limit: 10,
    pagination: false,
    select: { name: true },
    overrideAccess: true,
    req,
  })
  return (docs.find((doc) => doc.name === name) ?? docs[0])?.id ?? null
}

const namesOfOutlet = (kind: SourceKind, name: string): string[] => {
  if (kind !== 'publication') return []
  const bare = name.replace(/^the\s+/i, '')
  const canonical = findOutlet(name)?.name
  return [bare, `The ${bare}`, ...(canonical ? [canonical, canonical.replace(/^The\s+/, '')] : [])]
}
