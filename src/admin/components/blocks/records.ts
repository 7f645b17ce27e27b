/** Records that blocks of the body point to: fetched together, kept while the page is open. */

export type CardCollection = 'quotes' | 'images' | 'sources'
export type CardRecord = Record<string, unknown> & { id: string }

const BATCH = 50
const NAMES = '&populate[sources][name]=true&populate[sources][publicDescription]=true'
const FIELDS: Record<CardCollection, string> = {
  quotes: select('text', 'kind', 'verification', 'role', 'affiliation', 'speaker') + NAMES,
  images: select('alt', 'caption', 'credit', 'creator', 'filename', 'sizes', 'url'),
  sources: select('name', 'publicDescription', 'isConfidential'),
}

type Waiting = { id: string; settle: (record: CardRecord | null) => void }

const kept = new Map<string, Promise<CardRecord | null>>()
const waiting = new Map<string, Waiting[]>()

/**
 * The record a card shows, or `null` when it is gone or hidden. Cards that ask in the same moment share one request.
 *
 * @param isFresh reads it anew, because somebody changed it
 */
export const loadRecord = (
  api: string,
  collection: CardCollection,
  id: string,
  isFresh = false,
): Promise<CardRecord | null> => {
  const key = `${collection}/${id}`
  const known = kept.get(key)
  if (known && !isFresh) return known
  const asked = new Promise<CardRecord | null>((settle) => {
    const queue = waiting.get(collection) ?? []
    if (queue.length === 0) setTimeout(() => void send(api, collection), 10)
    waiting.set(collection, [...queue, { id, settle }])
  })
  kept.set(key, asked)
  return asked
}

const send = async (api: string, collection: CardCollection): Promise<void> => {
  const queue = waiting.get(collection) ?? []
  waiting.delete(collection)
  for (let start = 0; start < queue.length; start += BATCH) {
    const batch = queue.slice(start, start + BATCH)
    const found = await fetchRecords(api, collection, [...new Set(batch.map(({ id }) => id))])
    for (const { id, settle } of batch) {
      const record = found?.get(id) ?? null
      if (!found) kept.delete(`${collection}/${id}`)
      settle(record)
    }
  }
}

/** The records by id, or `null` when the server could not be asked. */
const fetchRecords = async (
  api: string,
  collection: CardCollection,
  ids: string[],
): Promise<Map<string, CardRecord> | null> => {
  const query = `where[id][in]=${ids.join(',')}&depth=1&limit=${ids.length}${FIELDS[collection]}`
  const answer = await fetch(`${api}/${collection}?${query}`, { credentials: 'include' }).catch(
    () => null,
  )
  if (!answer?.ok) return null
  const { docs } = (await answer.json()) as { docs: CardRecord[] }
  return new Map(docs.map((doc) => [doc.id, doc]))
}

function select(...names: string[]): string {
  return names.map((name) => `&select[${name}]=true`).join('')
}
