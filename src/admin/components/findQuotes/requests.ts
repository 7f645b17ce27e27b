/** What the panel asks the newsroom's server. Every refusal comes back as words for the editor. */
import type { AppliedQuotes, FoundQuotes, QuoteDecision } from '#src/quotes/body/foundQuote.ts'

export type Answer<T> = { value: T } | { refusal: string; isChanged: boolean }

const NO_ANSWER = 'The server did not answer. Nothing was changed; try again.'

const post = async <T>(address: string, sent: unknown): Promise<Answer<T>> => {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    })
    const given = (await answer.json()) as T & { errors?: { message?: string }[] }
    if (answer.ok) return { value: given }
    const refusal = (given.errors ?? []).map(({ message }) => message).join(' ') || NO_ANSWER
    return { refusal, isChanged: answer.status === 409 }
  } catch {
    return { refusal: NO_ANSWER, isChanged: false }
  }
}

export type Story = { body: unknown; language: string | undefined }

export const askForQuotes = (api: string, story: Story): Promise<Answer<FoundQuotes>> =>
  post(`${api}/articles/find-quotes`, story)

export const applyDecisions = (
  api: string,
  story: Story,
  decisions: QuoteDecision[],
): Promise<Answer<AppliedQuotes>> => post(`${api}/articles/apply-quotes`, { ...story, decisions })

export type KnownSource = { id: string; name: string; kind: string; role?: string | null }

/** Sources whose name begins like what was typed; none when the server cannot say. */
export const sourcesLike = async (api: string, typed: string): Promise<KnownSource[]> => {
  const query = new URLSearchParams({
    'where[name][like]': typed,
    limit: '8',
    depth: '0',
    'select[name]': 'true',
    'select[kind]': 'true',
    'select[role]': 'true',
  })
  const answer = await fetch(`${api}/sources?${query}`, { credentials: 'include' }).catch(
    () => null,
  )
  if (!answer?.ok) return []
  return ((await answer.json()) as { docs: KnownSource[] }).docs
}
