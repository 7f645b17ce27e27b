/** What the panel asks the server about the proof of a quote. */
import type { Evidence, Quote } from '#src/payload-types.ts'
import type { QuoteCheck } from '#src/quotes/check/checkQuote.ts'
import type { VerifiedWords } from '#src/quotes/check/keptDifference.ts'
import type { ByEye } from '#src/quotes/check/nearestPassage.ts'

/** The quote as it is stored, with its last check. */
export type StoredQuote = Pick<Quote, 'id' | 'text'> &
  Partial<Pick<Quote, 'kind' | 'original' | 'verification' | 'check'>> & {
    evidence?: string | null
  }

export type EvidenceFacts = Pick<Evidence, 'id' | 'title'> & Partial<Pick<Evidence, 'sha256'>>

const reading = { credentials: 'include', cache: 'no-store' } as const
const json = { 'content-type': 'application/json' }
const NO_ANSWER = 'The server did not answer. Try again.'

/** The stored quote; `null` when it cannot be read. */
export const readQuote = (api: string, id: string): Promise<StoredQuote | null> =>
  read<StoredQuote>(
    `${api}/quotes/${id}?depth=0&select[text]=true&select[original]=true&select[evidence]=true` +
      '&select[kind]=true&select[verification]=true&select[check]=true',
  )

/** What is said of the evidence beside a check; `null` when it is gone. */
export const readEvidence = (api: string, id: string): Promise<EvidenceFacts | null> =>
  read<EvidenceFacts>(
    `${api}/evidence/${id}?depth=0&joins=false&select[title]=true&select[sha256]=true`,
  )

/** When the words were last verified; `null` when never, or for who may not read versions. */
export const readLastVerified = async (api: string, id: string): Promise<VerifiedWords | null> => {
  const versions = await read<{
    docs: { updatedAt: string; version: Pick<StoredQuote, 'check'> }[]
  }>(
    `${api}/quotes/versions?depth=0&limit=1&sort=-updatedAt&where[and][0][parent][equals]=${id}` +
      '&where[and][1][version.verification][in]=verified,verified-with-edits',
  )
  const newest = versions?.docs[0]
  const words = newest?.version.check?.words
  if (!newest || !words) return null
  return { words, at: newest.updatedAt }
}

export type Tried = { check: QuoteCheck | ByEye } | { problem: string }

/** What a check would find if the quote were saved now. */
export const tryCheck = async (
  api: string,
  words: { text: string; evidence: string; kind?: 'paraphrase' },
  signal: AbortSignal,
): Promise<Tried> => {
  const answer = await send<{ check: QuoteCheck | ByEye }>(`${api}/quotes/check`, words, signal)
  return 'given' in answer ? { check: answer.given.check } : answer
}

export type Captured = { doc: { id: string } & Record<string, unknown> } | { problem: string }

/** Has the server fetch a page and keep it as evidence. */
export const capturePage = async (
  api: string,
  page: { url: string; source: string | null; title: string | null },
): Promise<Captured> => {
  const answer = await send<{ doc: { id: string } }>(`${api}/evidence/capture`, page)
  return 'given' in answer ? { doc: answer.given.doc } : answer
}

const read = async <T>(address: string): Promise<T | null> => {
  const answer = await fetch(address, reading).catch(() => null)
  return answer?.ok ? ((await answer.json().catch(() => null)) as T | null) : null
}

const send = async <T>(
  address: string,
  body: object,
  signal?: AbortSignal,
): Promise<{ given: T } | { problem: string }> => {
  const answer = await fetch(address, {
    ...reading,
    method: 'POST',
    headers: json,
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  }).catch(() => null)
  const said = (await answer?.json().catch(() => null)) as
    (T & { errors?: { message?: string }[] }) | null | undefined
  if (answer?.ok && said) return { given: said }
  const problem = (said?.errors ?? []).map(({ message }) => message ?? '').join(' ')
  return { problem: problem.trim() || NO_ANSWER }
}
