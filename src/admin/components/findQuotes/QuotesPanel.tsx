'use client'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import {
  countOf,
  decide,
  nextOpen,
  toSend,
  type Decided,
  type Decisions,
} from '#src/admin/components/findQuotes/decisions.ts'
import { FindingCard } from '#src/admin/components/findQuotes/FindingCard.tsx'
import { LeftAlone } from '#src/admin/components/findQuotes/LeftAlone.tsx'
import { PanelFoot } from '#src/admin/components/findQuotes/PanelFoot.tsx'
import { keepRejected, rejectedBefore } from '#src/admin/components/findQuotes/rejected.ts'
import {
  applyDecisions,
  askForQuotes,
  type Story,
} from '#src/admin/components/findQuotes/requests.ts'
import type { AppliedQuotes, FoundQuote, FoundQuotes } from '#src/quotes/body/foundQuote.ts'

type Props = {
  api: string
  /** Names the story for what is rejected in it; `null` before it is saved once. */
  story: string | null
  read: () => Story
  onApplied: (applied: AppliedQuotes, before: unknown) => void
  onClose: () => void
}

/** Walks an editor through the quotations of the body: by keyboard, by mouse, or with a screen reader. */
export const QuotesPanel = ({ api, story, read, onApplied, onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const cards = useRef<(HTMLLIElement | null)[]>([])
  const asked = useRef<Story | null>(null)
  const [found, setFound] = useState<FoundQuotes | null>(null)
  const [decisions, setDecisions] = useState<Decisions>({})
  const [at, setAt] = useState(0)
  const [changing, setChanging] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isApplying, setIsApplying] = useState(false)
  const [said, setSaid] = useState('')
  const findings = found?.findings ?? []

  const find = useCallback(async () => {
    setRefusal(null)
    setChanging(null)
    asked.current = read()
    const answer = await askForQuotes(api, asked.current)
    if ('refusal' in answer) return setRefusal(answer.refusal)
    const before = rejectedBefore(story)
    const rejected = answer.value.findings.filter(({ key }) => before.includes(key))
    const kept = Object.fromEntries(rejected.map(({ key }) => [key, { action: 'reject' as const }]))
    setFound(answer.value)
    setDecisions(kept)
    setAt(Math.max(0, nextOpen(answer.value.findings, kept, -1)))
  }, [api, read, story])

  useEffect(() => {
    if (dialog.current?.open) return
    dialog.current?.showModal()
    void find()
  }, [find])

  // The card is where the keys work: whoever comes back from a form or a click goes on from there.
  useEffect(() => {
    if (found && changing === null) cards.current[at]?.focus()
  }, [at, changing, found])

  const remember = (next: Decisions): void => {
    const keys = findings.map(({ key }) => key)
    const rejected = keys.filter((key) => next[key]?.action === 'reject')
    const others = keys.filter((key) => !rejected.includes(key))
    keepRejected(story, rejected, others)
  }

  const decideOn = (index: number, decided: Decided): void => {
    const finding = findings[index]
    if (!finding) return
    if (decided.action === 'accept' && finding.problem) return setSaid(finding.problem)
    const next = decide(decisions, finding.key, decided)
    setDecisions(next)
    setChanging(null)
    remember(next)
    const isDecided = next[finding.key] !== undefined
    setSaid(isDecided ? saidOf(decided, finding) : 'Taken back.')
    setAt(isDecided ? nextOpen(findings, next, index) : index)
  }

  const reuse = (index: number, quoteId?: string): void => {
    const id = quoteId ?? findings[index]?.duplicates[0]?.id
    if (id && findings[index]?.display) decideOn(index, { action: 'reuse', quoteId: id })
    else setSaid('There is no record with these words yet.')
  }

  const apply = async (): Promise<void> => {
    if (countOf(decisions, 'accept', 'reuse') === 0 || !asked.current) {
      return countOf(decisions, 'reject') > 0 ? onClose() : setSaid('Nothing is accepted yet.')
    }
    setIsApplying(true)
    setRefusal(null)
    const answer = await applyDecisions(api, asked.current, toSend(findings, decisions))
    setIsApplying(false)
    if ('refusal' in answer) return setRefusal(answer.refusal)
    onApplied(answer.value, asked.current.body)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement
    const isTyping = target.closest('input, textarea, select') !== null
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || isApplying) return
    if (event.key === 'Enter' && target.closest('button, a, summary')) return
    const last = findings.length - 1
    const keys: Record<string, () => void> = {
      j: () => setAt(Math.min(at + 1, last)),
      ArrowDown: () => setAt(Math.min(at + 1, last)),
      k: () => setAt(Math.max(at - 1, 0)),
      ArrowUp: () => setAt(Math.max(at - 1, 0)),
      a: () => decideOn(at, { action: 'accept' }),
      r: () => decideOn(at, { action: 'reject' }),
      u: () => reuse(at),
      e: () => setChanging(findings[at]?.key ?? null),
      Enter: () => void apply(),
    }
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act || findings.length === 0) return
    event.preventDefault()
    act()
  }

  return createPortal(
    <dialog
      aria-labelledby="vb-quotes-title"
      className="vb-quotes"
      onCancel={(event) => {
        event.preventDefault()
        if (changing === null) onClose()
        else setChanging(null)
      }}
      onClose={onClose}
      onKeyDown={onKeyDown}
      ref={dialog}
    >
      <header className="vb-quotes__head">
        <h2 id="vb-quotes-title">Quotes in this story</h2>
        <button aria-label="Close" className="vb-quotes__close" onClick={onClose} type="button">
          ×
        </button>
        <p>{found ? stateOf(findings, decisions) : 'Reading the text…'}</p>
      </header>
      <div className="vb-quotes__scroll">
        {refusal && (
          <div className="vb-quotes__refusal" role="alert">
            <p>{refusal}</p>
            <button className="vb-key" onClick={() => void find()} type="button">
              Find again
            </button>
          </div>
        )}
        <ol className="vb-quotes__list" role="list">
          {findings.map((finding, i) => (
            <FindingCard
              api={api}
              decided={decisions[finding.key] ?? null}
              finding={finding}
              isChanging={changing === finding.key}
              isCurrent={i === at}
              key={finding.key}
              onChange={() => {
                setAt(i)
                setChanging(finding.key)
              }}
              onDecide={(decided) => decideOn(i, decided)}
              onFocus={() => setAt(i)}
              onKeep={() => setChanging(null)}
              onReuse={(quoteId) => reuse(i, quoteId)}
              place={`${i + 1} of ${findings.length}`}
              ref={(card) => {
                cards.current[i] = card
              }}
            />
          ))}
        </ol>
        {found && <LeftAlone found={found} />}
      </div>
      <PanelFoot
        canApply={countOf(decisions, 'accept', 'reuse', 'reject') > 0 && !isApplying}
        isApplying={isApplying}
        onApply={() => void apply()}
        onClose={onClose}
        ready={countOf(decisions, 'accept', 'reuse')}
      />
      <p aria-live="polite" className="vb-quotes__said">
        {said}
      </p>
    </dialog>,
    document.body,
  )
}

const saidOf = ({ action }: Decided, { text }: FoundQuote): string => {
  const done = { accept: 'Accepted', reject: 'Rejected', reuse: 'Uses the record' }[action]
  return `${done}: “${text.slice(0, 60)}”`
}

const stateOf = (findings: FoundQuote[], decisions: Decisions): string => {
  if (findings.length === 0) return 'Nothing is left to make a record of.'
  const open = findings.filter(({ key }) => !decisions[key]).length
  const parts = [
    `${findings.length} found`,
    `${countOf(decisions, 'accept', 'reuse')} accepted`,
    `${countOf(decisions, 'reject')} rejected`,
    `${open} to decide`,
  ]
  return parts.join(' · ')
}
