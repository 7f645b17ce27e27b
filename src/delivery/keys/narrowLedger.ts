/**
 * The ledger as a key for some sections shows it: stories of these sections, and what stands in them. Everything
 * that answers readers asks through this, so there is no list, page or query that could forget to narrow.
 */
import type {
  CurrentStory,
  LedgerReader,
  ListQuery,
  ListRow,
  ReaderDocs,
  ReaderKind,
  SearchHit,
  SearchQuery,
} from '#src/ledger/port.ts'

import { readLists } from '../readLists.ts'

/** Kinds whose lists know the section of what they hold. */
const filed: readonly ReaderKind[] = ['story', 'quote', 'correction']

/** How many names are looked at in one go, to find those of the sections. */
const NAMES_AT_ONCE = 100

/**
 * Narrows a ledger.
 * @param slugs of the sections; none shows nothing
 */
export const narrowLedger = (ledger: LedgerReader, slugs: readonly string[]): LedgerReader => {
  const facets = slugs.map((slug) => `section:${slug}`)
  const isIn = ({ story }: CurrentStory): boolean =>
    story.section !== null && slugs.includes(story.section.slug)

  /** The same question for each of the sections, or for the one that it names already. */
  const split = <Q extends { facets: string[] }>(query: Q): Q[] => {
    const named = query.facets.filter((facet) => facet.startsWith('section:'))
    if (named.length > 0) return named.every((one) => facets.includes(one)) ? [query] : []
    return facets.map((facet) => ({ ...query, facets: [facet, ...query.facets] }))
  }

  /** Of these, the ones that a story of the sections carries. */
  const carried = async (kind: ReaderKind, ids: string[]): Promise<Set<string>> => {
    const queries = ids.flatMap((id) =>
      facets.map((facet) => ({ facets: [`${kind}:${id}`, facet], after: null, limit: 1 })),
    )
    const pages = await readLists(ledger, 'story', queries)
    const isCarried = (at: number): boolean =>
      pages.slice(at * facets.length, (at + 1) * facets.length).some((page) => page.length > 0)
    return new Set(ids.filter((_, at) => isCarried(at)))
  }

  const visible = async <K extends ReaderKind>(
    kind: K,
    docs: Map<string, ReaderDocs[K]>,
  ): Promise<Map<string, ReaderDocs[K]>> => {
    const entries = [...docs]
    if (kind === 'story') {
      return new Map(entries.filter(([, doc]) => isIn(doc as CurrentStory)))
    }
    if (kind === 'section') {
      return new Map(entries.filter(([, doc]) => slugs.includes((doc as { slug: string }).slug)))
    }
    if (kind === 'correction') {
      const of = (doc: unknown): string => (doc as ReaderDocs['correction']).article.id
      const stories = await reader.getMany('story', [...new Set(entries.map(([, doc]) => of(doc)))])
      return new Map(entries.filter(([, doc]) => stories.has(of(doc))))
    }
    const kept = await carried(kind, [...docs.keys()])
    return new Map(entries.filter(([id]) => kept.has(id)))
  }

  const listFiled = async <K extends ReaderKind>(
    kind: K,
    queries: ListQuery[],
  ): Promise<ListRow<K>[][]> => {
    const parts = queries.map((query) => split(query))
    const pages = await readLists(ledger, kind, parts.flat())
    let at = 0
    return parts.map((part, index) => {
      const own = pages.slice(at, at + part.length)
      at += part.length
      return merged(own).slice(0, queries[index]?.limit)
    })
  }

  /** Names are listed without their stories: those of other sections are left out as they come. */
  const listNames = async <K extends ReaderKind>(
    kind: K,
    query: ListQuery,
  ): Promise<ListRow<K>[]> => {
    const found: ListRow<K>[] = []
    for (let after = query.after; ;) {
      const rows = await ledger.list(kind, { ...query, after, limit: NAMES_AT_ONCE })
      const idOf = (row: ListRow<K>): string => (row.doc as { id: string }).id
      const kept = await visible(kind, new Map(rows.map((row) => [idOf(row), row.doc])))
      found.push(...rows.filter((row) => kept.has(idOf(row))))
      const last = rows.at(-1)
      if (found.length >= query.limit) return found.slice(0, query.limit)
      if (!last || rows.length < NAMES_AT_ONCE) return found
      after = last.sortKey
    }
  }

  const listMany = <K extends ReaderKind>(
    kind: K,
    queries: ListQuery[],
  ): Promise<ListRow<K>[][]> =>
    filed.includes(kind)
      ? listFiled(kind, queries)
      : Promise.all(queries.map((query) => listNames(kind, query)))

  const search = async (query: SearchQuery): Promise<SearchHit[]> => {
    const { offset, limit } = query
    const parts = split({ ...query, offset: 0, limit: offset + limit })
    const found = await Promise.all(parts.map((part) => ledger.search(part)))
    const hits = new Map(found.flat().map((hit) => [`${hit.kind} ${idOfHit(hit)}`, hit]))
    const best = [...hits.values()].sort((a, b) => b.score - a.score)
    return best.slice(offset, offset + limit)
  }

  const reader: LedgerReader = {
    ...ledger,
    // Whether it may be read is told by the story itself.
    readyAnswer: async () => null,
    get: async (kind, key) => {
      const doc = await ledger.get(kind, key)
      if (doc === null) return null
      const id = kind === 'story' ? (doc as CurrentStory).story.id : (doc as { id: string }).id
      return (await visible(kind, new Map([[id, doc]]))).get(id) ?? null
    },
    getMany: async (kind, ids) => visible(kind, await ledger.getMany(kind, ids)),
    list: async (kind, query) => (await listMany(kind, [query]))[0] ?? [],
    listMany,
    search,
    redirectFor: async (slug) => {
      const to = await ledger.redirectFor(slug)
      return to !== null && (await reader.get('story', { slug: to })) ? to : null
    },
  }
  return reader
}

/** Several lists in one order, what stands in more than one of them once. */
const merged = <K extends ReaderKind>(pages: ListRow<K>[][]): ListRow<K>[] => {
  if (pages.length === 1) return pages[0] ?? []
  const rows = new Map(pages.flat().map((row) => [row.sortKey, row]))
  return [...rows.values()].sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
}

const idOfHit = (hit: SearchHit): string => (hit.kind === 'story' ? hit.doc.story.id : hit.doc.id)
