'use client'
import type { Ref } from 'react'
import { Badge } from '#src/admin/components/badges/Badge.tsx'
import { ChangeForm } from '#src/admin/components/findQuotes/ChangeForm.tsx'
import type { Decided } from '#src/admin/components/findQuotes/decisions.ts'
import { Offers } from '#src/admin/components/findQuotes/Offers.tsx'
import { Speaker } from '#src/admin/components/findQuotes/Speaker.tsx'
import type { FoundQuote } from '#src/quotes/body/foundQuote.ts'

type Props = {
  finding: FoundQuote
  decided: Decided | null
  /** `2 of 5`, for those who cannot see the list. */
  place: string
  isCurrent: boolean
  isChanging: boolean
  api: string
  ref: Ref<HTMLLIElement>
  onDecide: (decided: Decided) => void
  onReuse: (quoteId?: string) => void
  onChange: () => void
  /** Closes the form without a change. */
  onKeep: () => void
  onFocus: () => void
}

/** One quotation as it stands in the text, who is said to have spoken it, and what to do with it. */
export const FindingCard = (props: Props) => {
  const { finding, decided, place, isCurrent, isChanging, onDecide, onReuse, ref } = props
  const words = decided?.changes?.text ?? finding.text
  return (
    <li
      aria-current={isCurrent ? 'true' : undefined}
      aria-label={`Quote ${place}${decided ? `, ${stateName[decided.action]}` : ''}: ${words}`}
      className={`vb-finding${decided ? ` vb-finding--${decided.action}` : ''}`}
      onFocus={isCurrent ? undefined : props.onFocus}
      ref={ref}
      tabIndex={isCurrent ? 0 : -1}
    >
      <p className="vb-finding__words">
        <span className="vb-finding__around">{tailOf(finding.before)}</span>
        <mark>{words}</mark>
        <span className="vb-finding__around">{headOf(finding.after)}</span>
      </p>
      {!isChanging && <Speaker changes={decided?.changes ?? null} finding={finding} />}
      {finding.problem && <p className="vb-finding__problem">{finding.problem}</p>}
      {finding.note && <p className="vb-finding__note">{finding.note}</p>}
      {!isChanging && finding.duplicates.length > 0 && (
        <Offers
          chosen={decided?.quoteId ?? null}
          duplicates={finding.duplicates}
          isKeyed={isCurrent}
          onUse={onReuse}
        />
      )}
      {isChanging ? (
        <ChangeForm
          api={props.api}
          changes={decided?.changes ?? null}
          finding={finding}
          onCancel={props.onKeep}
          onKeep={(changes) => onDecide({ action: 'accept', changes })}
        />
      ) : (
        <div className="vb-finding__actions">
          <button
            aria-pressed={decided?.action === 'accept'}
            className="vb-key"
            disabled={finding.problem !== null}
            onClick={() => onDecide({ action: 'accept' })}
            tabIndex={isCurrent ? 0 : -1}
            type="button"
          >
            Accept <kbd>A</kbd>
          </button>
          <button
            aria-pressed={decided?.action === 'reject'}
            className="vb-key"
            onClick={() => onDecide({ action: 'reject' })}
            tabIndex={isCurrent ? 0 : -1}
            type="button"
          >
            Reject <kbd>R</kbd>
          </button>
          <button
            className="vb-key"
            disabled={finding.problem !== null}
            onClick={props.onChange}
            tabIndex={isCurrent ? 0 : -1}
            type="button"
          >
            Change <kbd>E</kbd>
          </button>
          {decided && (
            <Badge tone={stateTone[decided.action]}>
              {decided.changes ? 'Accepted, changed' : stateName[decided.action]}
            </Badge>
          )}
        </div>
      )}
    </li>
  )
}

const stateName = { accept: 'Accepted', reject: 'Rejected', reuse: 'Uses the record' } as const
const stateTone = { accept: 'good', reject: 'quiet', reuse: 'timed' } as const

/** The last words before the quotation, from the start of a word and of its paragraph. */
const tailOf = (before: string): string => {
  const line = before.slice(before.lastIndexOf('\n') + 1).replace(/^[>•] ?/, '')
  return line.length > 90 ? `… ${line.slice(-90).replace(/^\S*\s/, '')}` : line
}

const headOf = (after: string): string => {
  const line = after.split('\n')[0] ?? ''
  return line.length > 60 ? `${line.slice(0, 60).replace(/\s\S*$/, '')} …` : line
}
