'use client'
import { Button, toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

type Props = {
  id: string
  /** What is tried again, for who cannot see what stands beside the button. */
  name: string
}

/** Has a job that was given up tried once more. */
export const RetryButton = ({ id, name }: Props) => {
  const { config } = useConfig()
  const router = useRouter()
  const [is, setIs] = useState<'failed' | 'asking' | 'waiting'>('failed')

  const retry = async (): Promise<void> => {
    if (is !== 'failed') return
    setIs('asking')
    const problem = await askToRetry(`${config.serverURL}${config.routes.api}/jobs/${id}/retry`)
    setIs(problem === null ? 'waiting' : 'failed')
    if (problem === null) toast.success('It will be tried again in a moment.')
    else toast.error(problem)
    router.refresh()
  }

  return (
    <Button
      aria-label={`Try again, ${name}`}
      buttonStyle="secondary"
      disabled={is !== 'failed'}
      margin={false}
      onClick={() => void retry()}
      size="small"
      type="button"
    >
      {is === 'waiting' ? 'Will be tried again' : 'Try again'}
    </Button>
  )
}

const NO_ANSWER = 'The server did not answer. Try again.'

/** @returns what stands in the way, or `null` when the job waits again */
const askToRetry = async (url: string): Promise<string | null> => {
  const answer = await fetch(url, { method: 'POST', credentials: 'include' }).catch(() => null)
  if (answer?.ok) return null
  const said = (await answer?.json().catch(() => null)) as { errors?: { message: string }[] } | null
  return said?.errors?.[0]?.message ?? NO_ANSWER
}
