'use client'
import { useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { RetryButton } from '#src/admin/components/jobs/RetryButton.tsx'
import { describeJob } from '#src/admin/components/jobs/describeJob.ts'

/** On the page of a job that was given up: what it was for, and the way to have it tried again. */
export const RetryField = () => {
  const { id } = useDocumentInfo()
  const kind: unknown = useFormFields(([fields]) => fields?.['kind']?.value)
  const state: unknown = useFormFields(([fields]) => fields?.['state']?.value)
  const payload: unknown = useFormFields(([fields]) => fields?.['payload']?.value)
  if (typeof id !== 'string' || state !== 'failed') return null
  const name = describeJob({ kind, payload })
  return (
    <div className="vb-retry">
      <p className="vb-retry__what">
        {name}. {kind === 'publish' ? 'Open the story, and choose “Try again” beside it.' : ''}
      </p>
      {kind !== 'publish' && <RetryButton id={id} name={name} />}
    </div>
  )
}
