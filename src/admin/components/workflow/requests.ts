/** What the panel asks the server when somebody moves a story. */

type Doc = Record<string, unknown>

type Answer = {
  message?: string
  errors?: { message: string; data?: { errors?: { message: string }[] } }[]
} | null

export type Done = { doc: Doc | null } | { problems: string[] }

/**
 * Sends a verb and reads the newest draft afterwards: retracting answers with the published text, which is not what the
 * form holds.
 *
 * @returns the story as it stands now, `null` when it could not be read again; or everything that stands against it
 */
export const sendVerb = async (story: string, path: string, body: Doc): Promise<Done> => {
  const answer = await fetch(`${story}/${path}`, {
    method: 'POST',
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
  if (!answer?.ok) return { problems: await problemsOf(answer) }
  const newest = await fetch(`${story}?draft=true&depth=0&fallback-locale=null`, {
    credentials: 'include',
    cache: 'no-store',
  }).catch(() => null)
  return { doc: newest?.ok ? ((await newest.json()) as Doc) : null }
}

const problemsOf = async (answer: Response | null): Promise<string[]> => {
  if (!answer) return ['The server did not answer. Nothing was changed; try again.']
  const said = (await answer.json().catch(() => null)) as Answer
  const all = (said?.errors ?? []).flatMap(({ message, data }) => {
    const single = data?.errors?.map((one) => one.message) ?? []
    return single.length > 0 ? single : [message]
  })
  return all.length > 0 ? [...new Set(all)] : ['It was not done. Try again.']
}
