'use client'
import { useFormFields } from '@payloadcms/ui'
import { Note } from '#src/admin/components/workflow/Note.tsx'
import { embargoProblems } from '#src/workflow/embargo.ts'

type Props = { saved: string | null; isPublic: boolean }

/** Says that the embargo in the form is not the one that holds: what is typed beside it is saved all the same. */
export const EmbargoNote = ({ saved, isPublic }: Props) => {
  const asked = useFormFields(([fields]) => fields['embargoUntil']?.value)
  const [problem] = embargoProblems({
    before: saved,
    after: asked ? new Date(asked as string | Date).toISOString() : null,
    now: new Date().toISOString(),
    isPublic,
    isLifted: false,
  })
  if (!problem) return null
  const holds = saved ? `It is under embargo until ${new Date(saved).toISOString()}. ` : ''
  return (
    <Note isAlert title="This embargo is not kept">
      {`${holds}${problem.message} ${problem.fix}`}
    </Note>
  )
}
