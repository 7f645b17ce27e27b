/** What the panel asks the server before a change of a published story goes out. */
import type { ChangeQuestion } from '#src/workflow/changeQuestion.ts'

/**
 * Asks what publishing the story as it was last saved would change for readers.
 *
 * @param story its address in the API
 * @returns `null` where they would see no difference; `undefined` when the server did not say
 */
export const askChange = async (story: string): Promise<ChangeQuestion | null | undefined> => {
  const answer = await fetch(`${story}/change`, {
    credentials: 'include',
    cache: 'no-store',
  }).catch(() => null)
  if (!answer?.ok) return undefined
  return ((await answer.json()) as { question: ChangeQuestion | null }).question
}
