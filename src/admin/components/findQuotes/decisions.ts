/** What the editor has decided so far, finding by finding. */
import type { FoundQuote, QuoteChanges, QuoteDecision } from '#src/quotes/body/foundQuote.ts'

export type Decided = {
  action: 'accept' | 'reject' | 'reuse'
  quoteId?: string
  changes?: QuoteChanges
}
export type Decisions = Readonly<Record<string, Decided>>

/** Decides, or takes back the same decision. */
export const decide = (decisions: Decisions, key: string, decided: Decided): Decisions => {
  const before = decisions[key]
  const isSame = before?.action === decided.action && before.quoteId === decided.quoteId
  if (!isSame || decided.changes) return { ...decisions, [key]: decided }
  return Object.fromEntries(Object.entries(decisions).filter(([other]) => other !== key))
}

/** The decisions as the server takes them, with what was on the screen. */
export const toSend = (findings: FoundQuote[], decisions: Decisions): QuoteDecision[] =>
  findings.flatMap(({ key, text, speaker }) => {
    const decided = decisions[key]
    return decided ? [{ key, seen: { text, speaker }, ...decided }] : []
  })

export const countOf = (decisions: Decisions, ...actions: Decided['action'][]): number =>
  Object.values(decisions).filter(({ action }) => actions.includes(action)).length

/** The next finding nobody has decided on: after this one, else before it; else the next one. */
export const nextOpen = (findings: FoundQuote[], decisions: Decisions, from: number): number => {
  const isOpen = (finding: FoundQuote): boolean => !decisions[finding.key]
  const after = findings.findIndex((finding, i) => i > from && isOpen(finding))
  if (after >= 0) return after
  const before = findings.findIndex(isOpen)
  return before >= 0 ? before : Math.min(from + 1, findings.length - 1)
}
