/** What the panel asks the server about an identity. The answers are kept by nobody. */

/** Whether an identity is kept, and whether it is for whoever asks; `null` when the server cannot be asked. */
export const askWhetherReadable = async (url: string): Promise<boolean> => {
  const answer = await fetch(url, { credentials: 'include', cache: 'no-store' }).catch(() => null)
  if (!answer?.ok) return false
  const { mayUnseal, isKept } = (await answer.json()) as { mayUnseal: boolean; isKept: boolean }
  return mayUnseal && isKept
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
