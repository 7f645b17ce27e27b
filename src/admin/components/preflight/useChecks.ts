'use client'
import { useConfig, useDocumentEvents, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

/** A finding as `GET /api/articles/:id/preflight` gives it. */
export type CheckFinding = {
  key: string
  code: string
  severity: 'error' | 'warning'
  message: string
  fix: string
  canOverride: boolean
}

export type Checks = { problems: CheckFinding[]; canOverride: boolean }

/** What stands against publishing the story as it was last saved; `null` until it is known, and for a new one. */
export const useChecks = (): { checks: Checks | null; hasFailed: boolean; isNew: boolean } => {
  const { config } = useConfig()
  const { id, lastUpdateTime } = useDocumentInfo()
  const { mostRecentUpdate } = useDocumentEvents()
  const [checks, setChecks] = useState<Checks | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const focused = useFocusCount()
  const url = id ? `${config.serverURL}${config.routes.api}/articles/${id}/preflight` : null

  // After each save, when a record was changed in a drawer, and when the editor comes back from another window.
  useEffect(() => {
    if (!url) return undefined
    let isCurrent = true
    void load(url).then((loaded) => {
      if (!isCurrent) return
      setHasFailed(loaded === null)
      if (loaded) setChecks(loaded)
    })
    return () => {
      isCurrent = false
    }
  }, [url, lastUpdateTime, mostRecentUpdate?.updatedAt, focused])

  return { checks, hasFailed, isNew: url === null }
}

const load = async (url: string): Promise<Checks | null> => {
  const answer = await fetch(url, { credentials: 'include', cache: 'no-store' }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as Checks) : null
}

const useFocusCount = (): number => {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const add = (): void => setCount((before) => before + 1)
    window.addEventListener('focus', add)
    return () => window.removeEventListener('focus', add)
  }, [])
  return count
}
