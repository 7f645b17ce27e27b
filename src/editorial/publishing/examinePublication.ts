/** Everything that stands against a story going out, at once: the checks, and the word for what changes. */
import type { PayloadRequest } from 'payload'
import type { Problem } from '#src/errors.ts'
import type { Override } from '#src/workflow/verdict.ts'
import { changeOf, settleChange, type SettledChange } from './changeKind.ts'
import { examineStory } from '#src/editorial/stories/examineStory.ts'
import type { SavedStory } from '#src/editorial/stories/savedStory.ts'

export type Examined = Pick<SettledChange, 'fields' | 'kind'> & {
  /** Warnings that nobody has ticked are among them. */
  problems: Problem[]
  override: Override | null
}

/** What publishing the story now comes to. */
export const examinePublication = async (
  req: PayloadRequest,
  { article, built }: SavedStory,
  now: string,
): Promise<Examined> => {
  const { story, verdict } = await examineStory(req, article, now, await built())
  const { problems, kind, fields } = settleChange(
    req,
    article,
    await changeOf(req, article, story),
    now,
  )
  return { problems: [...verdict.open, ...problems], kind, fields, override: verdict.override }
}

/**
 * What stands against the story going out by the clock. Nobody is there at the minute to mend it, so it is told when
 * it is scheduled. A chief who sets checks aside publishes by hand.
 */
export const scheduleObstacles = async (
  req: PayloadRequest,
  after: SavedStory,
  now: string,
): Promise<Problem[]> => {
  const due = new Date(after.article.scheduledFor ?? now).toISOString()
  const article = { ...after.article, override: {} }
  const { problems } = await examinePublication(req, { ...after, article }, due > now ? due : now)
  return problems
}
