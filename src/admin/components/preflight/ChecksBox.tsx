'use client'
import { useDocumentInfo, useField } from '@payloadcms/ui'
import { useId } from 'react'
import { FindingItem } from '#src/admin/components/preflight/FindingItem.tsx'
import { OverrideButton } from '#src/admin/components/preflight/OverrideButton.tsx'
import { useChecks, type CheckFinding } from '#src/admin/components/preflight/useChecks.ts'

/** Beside the story: what stands against publishing it, with what to do about it, and ticks for warnings. */
export const ChecksBox = () => {
  const { checks, hasFailed, isNew } = useChecks()
  const { hasSavePermission = false } = useDocumentInfo()
  const { setValue, value } = useField<string[] | null>({ path: 'acknowledged' })
  const title = useId()
  const ticked = Array.isArray(value) ? value : []
  const problems = checks?.problems ?? []
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const left = warnings.filter(({ key }) => !ticked.includes(key)).length

  const tick = (key: string, isTicked: boolean): void =>
    setValue(isTicked ? [...ticked, key] : ticked.filter((one) => one !== key))

  return (
    <section aria-labelledby={title} className="vb-checks">
      <h3 className="vb-checks__title" id={title}>
        Checks
      </h3>
      <p aria-live="polite" className={`vb-checks__sum vb-checks__sum--${toneOf(errors, left)}`}>
        {isNew && 'They begin when the story is saved for the first time.'}
        {!isNew && !checks && !hasFailed && 'Checking…'}
        {hasFailed && 'The checks could not be read. They run when you publish in any case.'}
        {checks && !hasFailed && summaryOf(errors.length, left)}
      </p>
      {problems.length > 0 && (
        <ul className="vb-checks__list">
          {[...errors, ...warnings].map((finding) => (
            <FindingItem
              finding={finding}
              isDisabled={!hasSavePermission}
              isTicked={ticked.includes(finding.key)}
              key={finding.key}
              onTick={tick}
            />
          ))}
        </ul>
      )}
      {checks?.canOverride && <OverrideButton errors={errors} warningsLeft={left} />}
    </section>
  )
}

const toneOf = (errors: CheckFinding[], warningsLeft: number): string => {
  if (errors.length > 0) return 'alert'
  return warningsLeft > 0 ? 'waiting' : 'good'
}

const summaryOf = (errors: number, warningsLeft: number): string => {
  const parts = [
    errors > 0 ? `${errors} ${errors === 1 ? 'thing' : 'things'} to mend` : '',
    warningsLeft > 0 ? `${warningsLeft} to tick or mend` : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? parts.join(', ') : 'Nothing stands against publishing.'
}
