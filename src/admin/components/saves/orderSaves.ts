/**
 * The panel's saves, in order. An autosave may still be under way when somebody presses Publish: the second save
 * of a record waits for the first and starts from what it left, so that nobody is in conflict with themselves.
 */
import type { FieldConflict } from '#src/admin/components/saves/conflict.ts'

type Refused<Code extends string, Data> = { code: Code; collection: string; id: string } & Data

/** A save that was refused because the record has moved on. */
export type StaleSave = Refused<
  'stale',
  {
    /** The revision that is stored now: what a new save has to start from. */
    current: string
    /** Who saved it; `null` where nobody knows. */
    by?: string | null
    /** When, ISO. */
    at?: string
    conflicts: FieldConflict[]
  }
>

/** A save that was refused because readers have these words, in stories that nobody has looked at yet. */
export type ImpactSave = Refused<
  'confirm-impact',
  {
    /** How many live stories carry the record: the number to confirm. */
    confirm: number
    stories: { id: string; headline: string; url: string }[]
    feeds: string[]
  }
>

export type RefusedSave = StaleSave | ImpactSave

type Save = { collection: string; id: string; data: Record<string, unknown> }

const recordPath = /\/api\/([\w-]+)\/([\w-]+)$/

/**
 * Wraps `fetch`: everything but a PATCH of one record passes untouched.
 *
 * @param send the browser's own
 * @param onRefused hears of each refusal that somebody has to decide on; the one who saved gets it as well
 */
export const orderSaves = (
  send: typeof fetch,
  onRefused: (refused: RefusedSave) => void,
): typeof fetch => {
  const turns = new Map<string, Promise<unknown>>()
  const newest = new Map<string, string>()

  const saveOnce = async (url: string, init: RequestInit, save: Save): Promise<Response> => {
    const key = `${save.collection}/${save.id}`
    const answer = await send(url, {
      ...init,
      body: withRevision(init.body ?? null, save, newest.get(key)),
    })
    const said = await jsonOf(answer)
    const updatedAt = (said?.['doc'] as { updatedAt?: unknown } | undefined)?.updatedAt
    if (answer.ok && typeof updatedAt === 'string') newest.set(key, updatedAt)
    if (answer.status === 409) {
      const refusal = refusalIn(said)
      if (refusal) onRefused({ ...refusal, collection: save.collection, id: save.id })
    }
    return answer
  }

  return async (input, init) => {
    const save = init && typeof input === 'string' ? saveIn(input, init) : null
    if (!save || !init || typeof input !== 'string') return send(input, init)
    const key = `${save.collection}/${save.id}`
    const before = turns.get(key) ?? Promise.resolve()
    const answer = before.then(() => saveOnce(input, init, save))
    const turn = answer.then(
      () => undefined,
      () => undefined,
    )
    turns.set(key, turn)
    void turn.then(() => {
      if (turns.get(key) === turn) turns.delete(key)
    })
    return answer
  }
}

const saveIn = (url: string, { method, body }: RequestInit): Save | null => {
  if (method?.toUpperCase() !== 'PATCH') return null
  const [, collection, id] = recordPath.exec(new URL(url, 'http://panel').pathname) ?? []
  const data = dataIn(body)
  return collection && id && data ? { collection, id, data } : null
}

const dataIn = (body: RequestInit['body']): Record<string, unknown> | null => {
  const text = body instanceof FormData ? body.get('_payload') : body
  if (typeof text !== 'string') return null
  try {
    const data: unknown = JSON.parse(text)
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : null
  } catch {
    // Not a save of the panel's: it is not ours to understand.
    return null
  }
}

/**
 * What this window saved last is what it has seen, even when its form has not heard of it yet. Where the story stood in
 * the older form is no wish: a save that voided an approval must not be followed by one that asks for it again.
 */
const withRevision = (
  body: BodyInit | null,
  { data }: Save,
  own: string | undefined,
): BodyInit | null => {
  const said = data['updatedAt']
  if (own === undefined || typeof said !== 'string' || Date.parse(said) >= Date.parse(own)) {
    return body
  }
  const text = JSON.stringify({ ...data, updatedAt: own, state: undefined })
  if (!(body instanceof FormData)) return text
  body.set('_payload', text)
  return body
}

const jsonOf = async (answer: Response): Promise<Record<string, unknown> | null> =>
  (await answer
    .clone()
    .json()
    .catch(() => null)) as Record<string, unknown> | null

const refusalIn = (said: Record<string, unknown> | null): RefusedSave | null => {
  const [error] = (said?.['errors'] ?? []) as { data?: RefusedSave }[]
  const data = error?.data
  return data?.code === 'stale' || data?.code === 'confirm-impact' ? data : null
}
