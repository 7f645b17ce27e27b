'use client'
import { useDocumentEvents, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useLiveBody } from '#src/admin/components/findQuotes/useStoryBody.ts'
import type { MeteredStory } from '#src/quotes/body/attributionMeter.ts'
import { bodyReferences } from '#src/story/lexicalToStory.ts'

/** Editors type in bursts; the records are asked for after one. */
const PAUSE_MS = 600

/**
 * The meter of the story as it stands in the editor, `null` until it is known. Counted anew when the quotes or
 * citations in the body change, after each save, and when a record is saved in a drawer.
 */
export const useMeter = (api: string): MeteredStory | null => {
  const body = useLiveBody()
  const { lastUpdateTime } = useDocumentInfo()
  const { mostRecentUpdate } = useDocumentEvents()
  const [meter, setMeter] = useState<MeteredStory | null>(null)
  const { quoteIds, sourceIds } = bodyReferences(body)
  const used = [...quoteIds, ...sourceIds].join()

  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      void count(api, body).then((counted) => {
        if (isCurrent && counted) setMeter(counted)
      })
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
    // The words between the records count nothing: `used` stands for the body.
  }, [api, lastUpdateTime, mostRecentUpdate?.updatedAt, used])

  return meter
}

const count = async (api: string, body: unknown): Promise<MeteredStory | null> => {
  const answer = await fetch(`${api}/articles/meter`, {
    method: 'POST',
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ body: body ?? null }),
  }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as MeteredStory) : null
}
