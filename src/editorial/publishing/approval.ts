/**
 * Approval is given to a text: the hash of what readers would get. What goes out by the clock is compared with it, and
 * what somebody else changes afterwards does not slip through.
 */
import type { PayloadRequest } from 'payload'
import { getConfig } from '#src/config.ts'
import type { Problem } from '#src/errors.ts'
import { versionHash } from '#src/ledger/chain.ts'
import type { Article } from '#src/payload-types.ts'
import { approvalProblems, pinnedNotice, voidNotice } from '#src/workflow/approve.ts'
import type { Step } from '#src/workflow/nextState.ts'
import { differingFields, fieldNames, type ReaderField } from '#src/workflow/readerFields.ts'
import type { WorkflowRole } from '#src/workflow/verbs.ts'
import { buildStory, type ArticleRecord } from '#src/editorial/stories/buildStory.ts'
import type { SavedStory } from '#src/editorial/stories/savedStory.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

/** The hash of the story as it stands now, with the records it carries as they are now. */
export const currentHash = async (
  req: PayloadRequest,
  article: Record<string, unknown>,
): Promise<string> => {
  const { story } = await buildStory(req, article as ArticleRecord, new Date().toISOString())
  return versionHash(story)
}

/**
 * What a save changes for readers, by field; empty when they would see no difference. The save alone counts: both
 * states are compared with the records they carry as they are now, so that an author's new portrait, which somebody
 * changed elsewhere, is not this person's doing.
 */
export const changedForReaders = async (
  before: SavedStory,
  after: SavedStory,
): Promise<ReaderField[]> => {
  const fields = differingFields({ ...before.article }, { ...after.article })
  if (fields.length === 0 || fields.includes('change')) return fields
  // An editor opens and closes a text: it is spelt otherwise and reads the same.
  return (await before.hash()) === (await after.hash()) ? [] : fields
}

/** What stands against this person approving the story; the system itself always may. */
export const mayNotApprove = async (
  req: PayloadRequest,
  { article, built }: SavedStory,
): Promise<Problem[]> => {
  if (!req.user) return []
  const { selfApproval } = getConfig()
  const roles = (req.user as { roles?: WorkflowRole[] }).roles ?? []
  if (selfApproval || roles.includes('chief')) {
    return approvalProblems({ roles, isOwn: false, isSelfApprovalAllowed: true })
  }
  const me = String(req.user.id)
  const owner = article.id ? idOf(article.createdBy) : me
  const { writerIds } = await built()
  const isOwn = owner === me || writerIds.includes(me)
  return approvalProblems({ roles, isOwn, isSelfApprovalAllowed: false })
}

export type Approval = {
  approvedHash: string | null
  approvedBy: string | null
  approvedAt: string | null
  approvalVoid: string | null
}

const none: Approval = {
  approvedHash: null,
  approvedBy: null,
  approvedAt: null,
  approvalVoid: null,
}

/**
 * The approval after a save.
 *
 * @param save.before the newest draft, `after` what it becomes
 * @param save.isAsApproved what readers would get is what was approved
 */
export const approvalAfter = async (
  req: PayloadRequest,
  save: {
    before: Partial<Article>
    after: SavedStory
    step: Step
    changed: ReaderField[]
    isAsApproved: boolean
    now: string
  },
): Promise<Approval> => {
  const { before, after, step, isAsApproved, now } = save
  const kept: Approval = {
    approvedHash: before.approvedHash ?? null,
    approvedBy: idOf(before.approvedBy),
    approvedAt: before.approvedAt ?? null,
    approvalVoid: before.approvalVoid ?? null,
  }
  const mine = {
    approvedBy: req.user ? String(req.user.id) : null,
    approvedAt: now,
    approvalVoid: null,
  }
  if (step.verb === 'publish') {
    return { ...(isAsApproved ? { ...kept, approvalVoid: null } : mine), approvedHash: null }
  }
  if (step.verb === 'retract') return { ...kept, approvedHash: null }
  if (step.verb === 'approve') return { ...mine, approvedHash: await after.hash() }
  if (step.isVoided) return voided(req, save, kept)
  if (step.state === 'scheduled') {
    return { ...kept, approvalVoid: isAsApproved ? null : kept.approvalVoid }
  }
  if (step.state === 'approved') return kept
  // Who approved what readers have stays on record until somebody writes at it.
  if (step.state === 'published' || step.state === 'retracted') return kept
  if (step.verb === 'unschedule') {
    return { ...none, approvalVoid: kept.approvalVoid }
  }
  return { ...none, approvalVoid: step.verb === null ? kept.approvalVoid : null }
}

const voided = async (
  req: PayloadRequest,
  { before, step, changed, isAsApproved, now }: Parameters<typeof approvalAfter>[1],
  kept: Approval,
): Promise<Approval> => {
  if (step.state === 'scheduled' && isAsApproved) return { ...kept, approvalVoid: null }
  const voiding = {
    by: nameOf(req),
    changed: fieldNames(changed),
    at: now,
    approvedBy: await approverName(req, idOf(before.approvedBy)),
  }
  if (step.state !== 'scheduled') return { ...none, approvalVoid: voidNotice(voiding) }
  const { approvedAt, scheduledFor } = before
  const notice = pinnedNotice({
    approvedAt: approvedAt ?? null,
    scheduledFor: scheduledFor ?? now,
    voiding,
  })
  return { ...kept, approvalVoid: notice }
}

const nameOf = (req: PayloadRequest): string =>
  (req.user as { name?: string } | null)?.name ?? 'Verbatim'

const approverName = async (req: PayloadRequest, id: string | null): Promise<string | null> => {
  if (!id) return null
  const user = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return user?.name ?? null
}
