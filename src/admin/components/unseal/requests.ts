/** What the panel asks the server about an identity. The answers are kept by nobody. */

export type IdentityNote = {
  /** Whether it is for whoever asks. */
  mayUnseal: boolean
  isKept: boolean
}

/** What may be known of an identity without reading it; `null` when the server cannot be asked. */
export const askAboutIdentity = async (url: string): Promise<IdentityNote | null> => {
  const answer = await fetch(url, { credentials: 'include', cache: 'no-store' }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as IdentityNote) : null
}

export type Reading = { identity: string } | { problem: string }

/** Reads it; the server records who, when and why. */
export const readIdentity = async (url: string, reason: string): Promise<Reading> => {
  const answer = await fetch(url, {
    method: 'POST',
    credentials: 'include',
    cache: 'no-store',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reason }),
  }).catch(() => null)
  if (!answer) return { problem: 'The server did not answer. Try again.' }
  const said = (await answer.json().catch(() => null)) as {
    identity?: string
    errors?: { message: string }[]
  } | null
  if (answer.ok && said?.identity) return { identity: said.identity }
  return { problem: said?.errors?.[0]?.message ?? 'It could not be read. Try again.' }
}

/**
 * Has it sealed. It goes to the server by itself and never through the form, whose state travels to and fro.
 *
 * @returns what is wrong, or `null` when it is kept
 */
export const writeIdentity = async (source: string, identity: string): Promise<string | null> => {
  const answer = await fetch(source, {
    method: 'PATCH',
    credentials: 'include',
    cache: 'no-store',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identity }),
  }).catch(() => null)
  if (answer?.ok) return null
  const said = (await answer?.json().catch(() => null)) as { errors?: { message: string }[] } | null
  return said?.errors?.[0]?.message ?? 'It was not kept. Try again.'
}
