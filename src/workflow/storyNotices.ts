/** What people are told when a story moves: read off the record before and after, whichever verb moved it. */
import type { NoticeKind } from './notices.ts'

/** As much of a story as tells who cares for what. Ids of people. */
export type Moved = {
  headline?: string | null | undefined
  state?: string | null | undefined
  createdBy?: string | null | undefined
  assignee?: string | null | undefined
  approvedBy?: string | null | undefined
  approvalVoid?: string | null | undefined
  scheduleProblem?: string | null | undefined
}

export type StoryNotice = {
  kind: NoticeKind
  /** Ids of people; `desk` stands for every editor and chief. */
  users: string[]
  toDesk: boolean
  text: string
}

/**
 * Compares a story before and after a save.
 *
 * @param before `null` for a new story
 * @param by the name of who did it; `null` for the clock
 * @returns what has to be told to whom, in words that hold no text of the story but its headline
 */
export const storyNotices = (
  before: Moved | null,
  after: Moved,
  by: string | null,
): StoryNotice[] => {
  const title = `“${(after.headline ?? '').trim() || 'Untitled'}”`
  const who = by ?? 'Verbatim'
  const owners = people(after.createdBy, after.assignee)
  const isNow = (state: string): boolean => after.state === state && before?.state !== state
  const notices: StoryNotice[] = []
  const tell = (kind: NoticeKind, users: string[], text: string, toDesk = false): void => {
    if (users.length > 0 || toDesk) notices.push({ kind, users, toDesk, text })
  }

  if (after.assignee && after.assignee !== before?.assignee) {
    tell('assigned', [after.assignee], `${who} gave you ${title}`)
  }
  if (isNow('in review')) tell('submitted', [], `${who} submitted ${title} for review`, true)
  if (isNow('changes requested')) {
    tell('changes requested', owners, `${who} asks for changes to ${title}`)
  }
  // Back from the schedule it is as approved as before.
  if (isNow('approved') && before?.state !== 'scheduled') {
    tell('approved', owners, `${who} approved ${title}`)
  }
  if (after.approvalVoid && !before?.approvalVoid) {
    const approver = people(before?.approvedBy ?? after.approvedBy)
    tell('approval void', approver, `${title} was changed, so your approval no longer holds`)
  }
  if (isNow('published')) {
    const verb = before?.state === 'correcting' ? 'published changes to' : 'published'
    tell('published', owners, `${who} ${verb} ${title}`)
  }
  if (after.scheduleProblem && !before?.scheduleProblem) {
    tell('schedule problem', owners, `${title} did not go out as scheduled`, true)
  }
  return notices
}

const people = (...ids: (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => typeof id === 'string' && id !== '')),
]
