'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { LocalTime } from '#src/admin/components/desk/LocalTime.tsx'
import { Note } from '#src/admin/components/workflow/Note.tsx'
import type { Standing as Story } from '#src/admin/components/workflow/verbOffers.ts'
import type { State } from '#src/workflow/states.ts'

export type StandingStory = Story & {
  stateReason?: string | null
  scheduledFor?: string | null
  approvedBy?: string | { id: string } | null
  approvedAt?: string | null
}

const words: Record<State, string> = {
  draft: 'It is being written.',
  'in review': 'It waits for the desk to read it.',
  'changes requested': 'It went back to its reporter.',
  approved: 'It can be published or scheduled.',
  scheduled: 'It goes out by itself.',
  published: 'Readers have this text.',
  correcting: 'Readers have the published text until this one is published.',
  retracted: 'Readers find the notice at its address.',
  archived: 'It is put away and out of the lists.',
}

/** Where the story stands, in sentences: by whom it was approved, when it goes out, and what went wrong. */
export const Standing = ({ story }: { story: StandingStory }) => {
  const { state, stateReason, scheduledFor, approvedAt, approvalVoid, scheduleProblem } = story
  const isScheduled = state === 'scheduled'
  return (
    <>
      <p className="vb-workflow__words">
        {isScheduled && scheduledFor ? (
          <>
            It goes out <LocalTime at={scheduledFor} hasZone isExact />.
          </>
        ) : (
          words[state]
        )}
      </p>
      {approvedAt && (
        <p className="vb-workflow__words">
          Approved by <Approver by={story.approvedBy} />, <LocalTime at={approvedAt} isExact />.
        </p>
      )}
      {state === 'changes requested' && stateReason && (
        <Note title="What has to change">{stateReason}</Note>
      )}
      {approvalVoid && (
        <Note
          title={isScheduled ? 'The newer text does not go out' : 'The approval no longer holds'}
        >
          {approvalVoid}
        </Note>
      )}
      {scheduleProblem && (
        <Note isAlert title="It did not go out">
          {scheduleProblem}
        </Note>
      )}
    </>
  )
}

const Approver = ({ by }: { by: StandingStory['approvedBy'] }) => {
  const { config } = useConfig()
  const [name, setName] = useState('the desk')
  const id = typeof by === 'string' ? by : by?.id
  const url = id ? `${config.serverURL}${config.routes.api}/users/${id}?depth=0` : null
  useEffect(() => {
    if (!url) return undefined
    let isCurrent = true
    void nameAt(url).then((found) => {
      if (isCurrent && found) setName(found)
    })
    return () => {
      isCurrent = false
    }
  }, [url])
  return <>{name}</>
}

const nameAt = async (url: string): Promise<string | null> => {
  const answer = await fetch(url, { credentials: 'include' }).catch(() => null)
  return answer?.ok ? (((await answer.json()) as { name?: string }).name ?? null) : null
}
