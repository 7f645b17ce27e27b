'use client'
import { useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { Note } from '#src/admin/components/workflow/Note.tsx'
import type { Problem } from '#src/errors.ts'
import { embargoProblems } from '#src/workflow/embargo.ts'

type Props = {
  /** ISO; `null` where there is none. */
  saved: string | null
  isPublic: boolean
}

/**
 * Says that the embargo somebody picked is not the one that holds. Autosave puts it aside and the form shows the one
 * that is kept again: the note stays until another is picked, or the embargo is another.
 */
export const EmbargoNote = ({ saved, isPublic }: Props) => {
  const value = useFormFields(([fields]) => fields['embargoUntil']?.value)
  const asked = value ? new Date(value as string | Date).getTime() : null
  const kept = saved ? new Date(saved).getTime() : null
  const [problem] = embargoProblems({
    before: saved,
    after: asked === null || Number.isNaN(asked) ? null : new Date(asked).toISOString(),
    now: new Date().toISOString(),
    isPublic,
    isLifted: false,
  })
  const [told, setTold] = useState<{ problem: Problem; kept: number | null } | null>(null)
  const isOther = asked !== kept
  useEffect(() => {
    if (isOther) setTold(problem ? { problem, kept } : null)
    // A problem is new with each look; what it is about is not.
  }, [asked, isOther, kept, problem?.code])
  const shown = problem ?? (told?.kept === kept ? told?.problem : undefined)
  if (!shown) return null
  const holds = saved ? `It is under embargo until ${new Date(saved).toISOString()}. ` : ''
  return (
    <Note isAlert title="This embargo is not kept">
      {`${holds}${shown.message} ${shown.fix}`}
    </Note>
  )
}
