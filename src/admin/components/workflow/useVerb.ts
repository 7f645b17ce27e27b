'use client'
import {
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useFormProcessing,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { sendVerb } from '#src/admin/components/workflow/requests.ts'

type Doc = Record<string, unknown>

/** What verbs change, as far as the form holds it. The words in it stay as they are typed. */
const moved = ['state', 'stateReason', 'scheduledFor', 'embargoUntil', '_status', 'updatedAt']

/**
 * Moves the story: what the form holds is saved first, and what the verb changed is put into the form afterwards.
 * Nothing is done when the form cannot be saved.
 */
export const useVerb = () => {
  const { config } = useConfig()
  const { id, incrementVersionCount, setData, setLastUpdateTime } = useDocumentInfo()
  const { dispatchFields, getField, setProcessing, submit } = useForm()
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
    return Boolean(answer && answer.res.ok)
  }

  const take = (doc: Doc): void => {
    setData(doc)
    for (const path of moved) {
      if (!getField(path)) continue
      const value = doc[path] ?? null
      dispatchFields({ type: 'UPDATE', path, value, initialValue: value })
    }
    if (typeof doc['updatedAt'] === 'string') setLastUpdateTime(Date.parse(doc['updatedAt']))
    incrementVersionCount()
  }

  /** @returns what stands against it; empty when it is done */
  const run = async (path: string, body: Doc = {}): Promise<string[]> => {
    setIsRunning(true)
    try {
      if (!(await save())) return ['Your changes could not be saved, so nothing else was done.']
      // Nobody types into a story that is just being moved: the words would start from an older one.
      setProcessing(true)
      const done = await sendVerb(story, path, body)
      if ('problems' in done) return done.problems
      if (done.doc) take(done.doc)
      if (!done.doc || path === 'retract') router.refresh()
      return []
    } finally {
      setProcessing(false)
      setIsRunning(false)
    }
  }

  return { run, isBusy: isRunning || isProcessing }
}
