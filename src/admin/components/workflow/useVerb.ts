'use client'
import {
  toast,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useFormProcessing,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { askChange } from '#src/admin/components/change/requests.ts'
import { sendVerb } from '#src/admin/components/workflow/requests.ts'
import type { ChangeQuestion } from '#src/workflow/changeQuestion.ts'

type Doc = Record<string, unknown>

/** What verbs change, as far as the form holds it. The words in it stay as they are typed. */
const moved = [
  ...['state', 'stateReason', 'scheduledFor', 'embargoUntil', 'assignee', '_status', 'updatedAt'],
  ...['change.kind', 'change.note', 'change.placement', 'change.beside'],
]

const NOT_SAVED = 'Your changes could not be saved, so nothing else was done.'
const NO_ANSWER = 'The server did not answer, so nothing else was done. Try again.'

/**
 * Moves the story: what the form holds is saved first, and what the verb changed is put into the form afterwards.
 * Nothing is done when the form cannot be saved.
 */
export const useVerb = () => {
  const { config } = useConfig()
  const {
    id,
    incrementVersionCount,
    setData,
    setHasPublishedDoc,
    setLastUpdateTime,
    setMostRecentVersionIsAutosaved,
    setUnpublishedVersionCount,
  } = useDocumentInfo()
  const { dispatchFields, getField, reset, setProcessing, submit } = useForm()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  const router = useRouter()
  const [isRunning, setIsRunning] = useState(false)
  const story = `${config.serverURL}${config.routes.api}/articles/${id}`

  const save = async (): Promise<boolean> => {
    if (!isModified) return true
    const answer = await submit({
      action: `${story}?draft=true&depth=0&fallback-locale=null`,
      method: 'PATCH',
      overrides: { _status: 'draft' },
      skipValidation: true,
      disableSuccessStatus: true,
    })
    const isSaved = Boolean(answer && answer.res.ok)
    // Payload's button asks this: there is something to publish now.
    if (isSaved) setUnpublishedVersionCount((count) => count + 1)
    return isSaved
  }

  const take = (doc: Doc): void => {
    setData(doc)
    for (const path of moved) {
      if (!getField(path)) continue
      const value = valueAt(doc, path)
      dispatchFields({ type: 'UPDATE', path, value, initialValue: value })
    }
    if (typeof doc['updatedAt'] === 'string') setLastUpdateTime(Date.parse(doc['updatedAt']))
    incrementVersionCount()
  }

  /** What went out is what the form holds from now on: publishing adds to it, the note to readers for one. */
  const takePublished = async (doc: Doc): Promise<void> => {
    setData(doc)
    await reset(doc)
    setHasPublishedDoc(true)
    setUnpublishedVersionCount(0)
    setMostRecentVersionIsAutosaved(false)
    if (typeof doc['updatedAt'] === 'string') setLastUpdateTime(Date.parse(doc['updatedAt']))
    incrementVersionCount()
    toast.success('Published. Readers have it now.')
  }

  /**
   * Saves what the form holds and asks what publishing it would change for readers.
   *
   * @returns the question, `null` when there is none; or why nobody knows
   */
  const ask = async (): Promise<{ question: ChangeQuestion | null } | { problem: string }> => {
    setIsRunning(true)
    try {
      if (!(await save())) return { problem: NOT_SAVED }
      const question = await askChange(story)
      return question === undefined ? { problem: NO_ANSWER } : { question }
    } finally {
      setIsRunning(false)
    }
  }

  /** @returns what stands against it; empty when it is done */
  const run = async (path: string, body: Doc = {}): Promise<string[]> => {
    setIsRunning(true)
    try {
      if (!(await save())) return [NOT_SAVED]
      // Nobody types into a story that is just being moved: the words would start from an older one.
      setProcessing(true)
      const done = await sendVerb(story, path, body)
      if ('problems' in done) return done.problems
      if (done.doc) await (path === 'publish' ? takePublished(done.doc) : take(done.doc))
      if (!done.doc || path === 'retract') router.refresh()
      return []
    } finally {
      setProcessing(false)
      setIsRunning(false)
    }
  }

  return { ask, run, isBusy: isRunning || isProcessing }
}

const valueAt = (doc: Doc, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Doc | null)?.[name] ?? null, doc)
