'use client'
import { PublishButton, toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useState, type MouseEvent } from 'react'
import { ChangeDialog } from '#src/admin/components/change/ChangeDialog.tsx'
import { useVerb } from '#src/admin/components/workflow/useVerb.ts'
import type { ChangeQuestion } from '#src/workflow/changeQuestion.ts'
import type { State } from '#src/workflow/states.ts'
import { openRules, type WorkflowRole } from '#src/workflow/verbs.ts'

type Story = { state?: State; firstPublishedAt?: string | null }

/**
 * Payload's button, for those who may publish the story where it stands. A story that readers have is saved first, and
 * what kind of change goes out is asked before it does.
 */
export const PublishStory = () => {
  const { user } = useAuth()
  const { id, initialData, savedDocumentData } = useDocumentInfo()
  const { ask, run, isBusy } = useVerb()
  const [question, setQuestion] = useState<ChangeQuestion | null>(null)
  const { state = 'draft', firstPublishedAt } = (savedDocumentData ?? initialData ?? {}) as Story
  const isPublic = Boolean(firstPublishedAt) && state !== 'retracted'
  const roles = (user?.['roles'] ?? []) as WorkflowRole[]
  const mayPublish = openRules({ state, roles, isPublic }).some(({ verb }) => verb === 'publish')
  if (!mayPublish) return null

  const publish = async (): Promise<void> => {
    const asked = await ask()
    if ('problem' in asked) return void toast.error(asked.problem)
    if (asked.question) return setQuestion(asked.question)
    const against = await run('publish')
    for (const problem of against) toast.error(problem)
  }

  const begin = (event: MouseEvent): void => {
    if (!id || !isPublic) return
    event.preventDefault()
    event.stopPropagation()
    if (!isBusy) void publish()
  }

  return (
    <>
      <span className="vb-change__button" onClickCapture={begin}>
        <PublishButton />
      </span>
      {question && (
        <ChangeDialog
          isBusy={isBusy}
          onClose={() => setQuestion(null)}
          question={question}
          run={run}
        />
      )}
    </>
  )
}
