/** Keeps every receiver going beside the clock, so that a slow one never keeps a due story waiting. */
import type { Logger } from 'pino'
import type { LedgerReader } from '#src/ledger/port.ts'
import { deliverTo, dueReceivers, type WebhookOptions } from './webhooks.ts'

const LOOK_MS = 5_000
const AT_ONCE = 8

export type Pump = { stop(): Promise<void> }

/**
 * Starts delivering: at once when something is published, and every few seconds for what failed.
 *
 * @returns the way to stop. What is under way is broken off, and sent again by whoever is next.
 */
export const startWebhooks = (
  options: Omit<WebhookOptions, 'signal'> & {
    ledger: LedgerReader
    log: Logger
    /** How often to look for what failed, in milliseconds. */
    lookMs?: number
  },
): Pump => {
  const { payload, ledger, log, now = () => new Date(), lookMs = LOOK_MS } = options
  const stopping = new AbortController()
  const busy = new Map<string, Promise<void>>()
  let looking: Promise<void> | null = null
  let mustLookAgain = false

  const serve = async (id: string): Promise<void> => {
    try {
      await deliverTo(id, { ...options, signal: stopping.signal })
    } catch (error) {
      log.error({ err: error, subscription: id }, 'Telling a receiver failed')
    }
    busy.delete(id)
    if (busy.size === AT_ONCE - 1) wake()
  }
  const look = async (): Promise<void> => {
    const due = await dueReceivers(payload, now(), await ledger.head())
    for (const id of due) {
      if (busy.size >= AT_ONCE || stopping.signal.aborted) return
      if (!busy.has(id)) busy.set(id, serve(id))
    }
  }
  const wake = (): void => {
    if (stopping.signal.aborted) return
    mustLookAgain = looking !== null
    looking ??= look()
      .catch((error: unknown) => log.error({ err: error }, 'Looking for receivers failed'))
      .finally(() => {
        looking = null
        if (mustLookAgain) wake()
      })
  }
  const stopListening = ledger.onAppend(wake)
  const timer = setInterval(wake, lookMs).unref()
  wake()
  return {
    async stop() {
      stopping.abort()
      stopListening()
      clearInterval(timer)
      await looking
      await Promise.all(busy.values())
    },
  }
}
