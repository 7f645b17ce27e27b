/** What was done with a story, for the record: one row for each verb, in the transaction of the save. */
import type { CollectionAfterChangeHook } from 'payload'
import type { Article } from '#src/payload-types.ts'
import { transitionOf } from '#src/workflow/transitions.ts'
import type { Verb } from '#src/workflow/verbs.ts'
import { recordActivity } from '#src/editorial/record/activity.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

const said: Partial<Record<Verb, string>> = {
  submit: 'Submitted',
  withdraw: 'Withdrew from review',
  'request changes': 'Asked for changes in',
  approve: 'Approved',
  reopen: 'Reopened',
  schedule: 'Scheduled',
  unschedule: 'Took from the schedule',
  archive: 'Archived',
  restore: 'Restored',
}

/** After each save: records the verb that moved the story, a voided approval, and a lifted embargo. */
export const recordVerb: CollectionAfterChangeHook<Article> = async ({
  context,
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update') return doc
  const after = data
  const headline = after.headline || 'Without a headline'
  const subject = { collection: 'articles', id: doc.id }
  const tell = (verb: string, summary: string, reason: string | null = null) =>
    recordActivity(req, { verb, summary: `${summary} “${headline}”`, subject, reason })

  const verb = verbOf(previousDoc, after)
  if (verb && said[verb]) {
    const reason = verb === 'request changes' ? after.stateReason : null
    await tell(verb, said[verb], verb === 'schedule' ? `For ${after.scheduledFor}` : reason)
  }
  const isPublish = after._status === 'published' && context['verb'] === undefined
  if (isPublish && after.approvedAt && after.approvedAt !== previousDoc.approvedAt) {
    await tell('approve', 'Approved by publishing it:')
  }
  if (after.approvalVoid && after.approvalVoid !== previousDoc.approvalVoid) {
    await tell('approval void', 'Changed after its approval:', after.approvalVoid)
  }
  if (after.scheduleProblem && !previousDoc.scheduleProblem) {
    await tell('schedule problem', 'Did not go out:', after.scheduleProblem)
  }
  if (context['verb'] === 'lift embargo') {
    const until = `It was until ${previousDoc.embargoUntil}. ${String(context['reason'])}`
    await tell('lift embargo', 'Lifted the embargo of', until)
  }
  if (idOf(after.assignee) !== idOf(previousDoc.assignee)) {
    await tell('assign', idOf(after.assignee) ? 'Assigned' : 'Took back the assignment of')
  }
  return doc
}

const verbOf = (before: Partial<Article>, after: Partial<Article>): Verb | null => {
  const from = before.state ?? 'draft'
  const to = after.state ?? 'draft'
  const isPublic = Boolean(before.firstPublishedAt) && from !== 'retracted'
  if (from === to) {
    const isNew = to === 'scheduled' && before.scheduledFor !== after.scheduledFor
    if (isNew) return 'schedule'
    return to === 'scheduled' && before.approvedAt !== after.approvedAt ? 'approve' : null
  }
  // A voided approval tells of itself, and a publication is in the ledger.
  if (after.approvalVoid && after.approvalVoid !== before.approvalVoid) return null
  if (from === 'scheduled' && to !== 'published') {
    return after.approvalVoid || to === 'approved' ? 'unschedule' : 'reopen'
  }
  return transitionOf({ from, to, isPublic })?.verb ?? null
}
