/**
 * What must be right before a story goes out. Pure: a story and what the newsroom knows of it, in; findings, out.
 * Errors stop publication, warnings wait for a tick; `verdict.ts` weighs them.
 */
import type { PublishedStory } from '#src/story/publishedStory.ts'
import type { Finding } from './finding.ts'
import { quotationRules } from './rules/quotations.ts'
import { sourceRules } from './rules/sources.ts'
import { storyRules } from './rules/story.ts'

export type Check = 'not needed' | 'needed' | 'done'

export type PreflightContext = {
  now: string
  embargoUntil: string | null
  checks: { legal: Check; pictures: Check; facts: Check }
  /** Ids of the confidential sources that a chief has approved. */
  approvedSourceIds: string[]
  /** Who approved quoting an unnamed source: user id by source id. */
  approvers?: Record<string, string>
  /** User ids of those who wrote the story. */
  writerIds?: string[]
  /** How many others confirm what an unnamed source says, by source id. */
  confirmations?: Record<string, number>
  /** Passages of the text that stand word for word in some evidence. */
  copied?: CopiedWords[]
}

export type CopiedWords = {
  /** The words, as they stand in the body. */
  text: string
  /** Of the evidence: `Transcript of the hearing`. */
  title: string
}

export type Rule = (story: PublishedStory, context: PreflightContext) => Finding[]

/**
 * All that stands against publishing, at once.
 *
 * @param story as readers would get it
 * @param context what the newsroom knows besides: the time, the embargo, the checks, the sources
 */
export const preflight = (story: PublishedStory, context: PreflightContext): Finding[] =>
  [...storyRules, ...quotationRules, ...sourceRules].flatMap((rule) => rule(story, context))
