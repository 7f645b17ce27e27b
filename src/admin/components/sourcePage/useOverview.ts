'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { SourceOverview } from '#src/quotes/reports/reportOverview.ts'

export type Asked =
  | { is: 'new' | 'reading' | 'not for you' }
  | { is: 'here'; overview: SourceOverview }
  | { is: 'failed'; message: string }

/** What was quoted from the source whose page is open. */
export const useOverview = (): Asked => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const [asked, setAsked] = useState<Asked>({ is: 'reading' })
  const address = id
    ? `${config.serverURL}${config.routes.api}/sources/${id}/overview?limit=5`
    : null

  useEffect(() => {
    if (address === null) return undefined
    const aborted = new AbortController()
    void ask(address, aborted.signal).then((answer) => {
      if (!aborted.signal.aborted) setAsked(answer)
    })
    return () => aborted.abort()
  }, [address])

  return address === null ? { is: 'new' } : asked
}

const ask = async (address: string, signal: AbortSignal): Promise<Asked> => {
  try {
    const answer = await fetch(address, { credentials: 'include', signal })
    if (answer.status === 403) return { is: 'not for you' }
    if (!answer.ok) return { is: 'failed', message: `The server answered ${answer.status}.` }
    return { is: 'here', overview: (await answer.json()) as SourceOverview }
  } catch {
    return { is: 'failed', message: 'The server did not answer.' }
  }
}
