/** How long a publication takes from its row to the readers of this process. */
import type { LedgerReader } from '#src/ledger/port.ts'

/**
 * Tells, for each newest row this process hears of, how old it was then; rows from before the start say nothing.
 * Of several rows that are heard of at once the newest counts. Returns the way to stop.
 */
export const watchVisible = (
  ledger: Pick<LedgerReader, 'changes' | 'onAppend'>,
  tell: (seconds: number) => void,
): (() => void) => {
  const startedAt = Date.now()
  return ledger.onAppend((head) => {
    const heardAt = Date.now()
    ledger.changes(head - 1, 1).then(
      ([row]) => {
        const at = Date.parse(row?.at ?? '')
        if (at >= startedAt) tell(Math.max(0, heardAt - at) / 1000)
      },
      () => undefined,
    )
  })
}
