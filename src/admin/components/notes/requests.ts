/** What the panel asks the server about notes. */
import type { StoredNote } from '#src/admin/components/notes/threads.ts'
import type { TextQuote } from '#src/story/textQuote.ts'

export type NewNote = {
  article: string
  text: string
  mentions: string[]
  thread?: string
  range?: TextQuote
}

const MOST = 500

/** Heard by every list of notes in this window. */
const CHANGED = 'verbatim:notes-changed'

/** Calls back when a note of this window was written or settled. Returns the way to stop. */
export const onNotesChanged = (hear: () => void): (() => void) => {
  window.addEventListener(CHANGED, hear)
  return () => window.removeEventListener(CHANGED, hear)
}

/** Every note on a story; `null` when they could not be read. */
export const loadNotes = async (api: string, article: string): Promise<StoredNote[] | null> => {
  const query = `depth=0&limit=${MOST}&sort=createdAt&where[article][equals]=${article}`
  const answer = await fetch(`${api}/notes?${query}`, {
    credentials: 'include',
    cache: 'no-store',
  }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as { docs: StoredNote[] }).docs : null
}

/** @returns what stands against it; empty when it was kept */
export const writeNote = (api: string, note: NewNote): Promise<string[]> =>
  send(`${api}/notes?depth=0`, 'POST', note)

/** @returns what stands against it; empty when it is so */
export const settle = (api: string, id: string, isResolved: boolean): Promise<string[]> =>
  send(`${api}/notes/${id}?depth=0`, 'PATCH', { isResolved })

const send = async (url: string, method: string, body: unknown): Promise<string[]> => {
  const answer = await fetch(url, {
    method,
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
  if (!answer) return ['The server did not answer. Your words are still here; try again.']
  if (answer.ok) {
    window.dispatchEvent(new Event(CHANGED))
    return []
  }
  const said = (await answer.json().catch(() => null)) as {
    errors?: { message: string; data?: { errors?: { message: string }[] } }[]
  } | null
  const all = (said?.errors ?? []).flatMap(({ message, data }) => {
    const single = data?.errors?.map((one) => one.message) ?? []
    return single.length > 0 ? single : [message]
  })
  return all.length > 0 ? [...new Set(all)] : ['It was not done. Try again.']
}
