/** What the panel has done to a receiver or a key. The answers hold secrets: nobody keeps them. */

export type Answer<T> = { said: T } | { problem: string }

const NO_ANSWER = 'The server did not answer. Try again.'

/** Asks by POST; what the server says when it refuses, or that it cannot be reached, comes back as the problem. */
export const askServer = async <T extends object>(
  url: string,
  body: Record<string, unknown> = {},
): Promise<Answer<T>> => {
  const answer = await fetch(url, {
    method: 'POST',
    credentials: 'include',
    cache: 'no-store',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
  const said: unknown = await answer?.json().catch(() => null)
  if (answer?.ok && said) return { said: said as T }
  const { errors } = (said ?? {}) as { errors?: { message: string }[] }
  return { problem: errors?.[0]?.message ?? NO_ANSWER }
}
