'use client'
import { Button, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { StateBadge } from '#src/admin/components/badges/StateBadge.tsx'
import { EmbargoNote } from '#src/admin/components/workflow/EmbargoNote.tsx'
import { Problems } from '#src/admin/components/workflow/Problems.tsx'
import { Standing, type StandingStory } from '#src/admin/components/workflow/Standing.tsx'
import { useVerb } from '#src/admin/components/workflow/useVerb.ts'
import { VerbDialog } from '#src/admin/components/workflow/VerbDialog.tsx'
import { offersOf, type Offer, type Question } from '#src/admin/components/workflow/verbOffers.ts'
import type { ChangeQuestion } from '#src/workflow/changeQuestion.ts'
import type { WorkflowRole } from '#src/workflow/verbs.ts'

type Asking = Offer & { question: Question }

const asks = (offer: Offer): offer is Asking => offer.question !== undefined

/** Where the story stands and what this person may do about it, in the place of a list of states. */
export const WorkflowBox = () => {
  const { user } = useAuth()
  const { hasSavePermission = false, id, initialData, savedDocumentData } = useDocumentInfo()
  const { ask, run, isBusy } = useVerb()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [change, setChange] = useState<ChangeQuestion | null>(null)
  const [problems, setProblems] = useState<string[]>([])
  const title = useId()
  const story = { state: 'draft', ...(savedDocumentData ?? initialData) } as StandingStory
  const roles = (user?.['roles'] ?? []) as WorkflowRole[]
  const offers = id && hasSavePermission ? offersOf(story, roles) : []

  /** What goes out by the clock is named before: a change of what readers have needs a word for it. */
  const open = async (offer: Asking): Promise<void> => {
    const isChange = offer.path === 'schedule' && story.state === 'approved'
    const asked = isChange && story.firstPublishedAt ? await ask() : { question: null }
    if ('problem' in asked) return setProblems([asked.problem])
    setChange(asked.question)
    setAsking(offer)
  }

  const choose = (offer: Offer): void => {
    setProblems([])
    if (asks(offer)) void open(offer)
    else void run(offer.path).then(setProblems)
  }

  return (
    <section aria-labelledby={title} className="vb-workflow">
      <div className="vb-workflow__head">
        <h3 className="vb-checks__title" id={title}>
          Where it stands
        </h3>
        <span aria-live="polite">
          <StateBadge state={story.state} />
        </span>
      </div>
      <Standing story={story} />
      <EmbargoNote
        isPublic={Boolean(story.firstPublishedAt) && story.state !== 'retracted'}
        saved={story.embargoUntil ?? null}
      />
      <Problems problems={problems} />
      {offers.length > 0 && (
        <div className="vb-workflow__verbs">
          {offers.map((offer) => (
            <Button
              buttonStyle={offer.isNext ? 'primary' : 'secondary'}
              disabled={isBusy}
              extraButtonProps={asks(offer) ? { 'aria-haspopup': 'dialog' } : {}}
              key={offer.label}
              margin={false}
              onClick={() => choose(offer)}
              size="small"
              type="button"
            >
              {offer.label}
            </Button>
          ))}
        </div>
      )}
      {asking && (
        <VerbDialog
          change={change}
          isBusy={isBusy}
          offer={asking}
          onClose={() => setAsking(null)}
          run={run}
          scheduledFor={story.scheduledFor ?? null}
        />
      )}
    </section>
  )
}
