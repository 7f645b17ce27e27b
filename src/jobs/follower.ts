/**
 * Follows the ledger with a place of its own that survives the process: whatever was appended while nobody
 * followed is seen to at the next start. At least once, in order; several processes may each do it once.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import type { LedgerReader, Publication } from '#src/ledger/port.ts'

export type FollowerOptions = {
  /** Its place is kept under this name. */
  name: string
  payload: Payload
  ledger: Pick<LedgerReader, 'changes' | 'head' | 'onAppend'>
  log: Pick<Logger, 'warn'>
  /** Sees to some rows. What it throws is tried again, with the same rows first. */
  act: (rows: Publication[], signal: AbortSignal) => Promise<void>
  /** How long a row rests first, in milliseconds: other processes have to have heard of it, too. */
  settleMs?: number
  /** How long to wait after so many failures, in milliseconds. */
  waitMs?: (failures: number) => number
}

export type Follower = {
  /** How many rows there are that it has not seen to. */
  behind: () => Promise<number>
  /** Breaks off what is under way; whoever starts next does it again. */
  stop: () => Promise<void>
}

const ROWS_AT_ONCE = 100
/** Where nobody tells of a row, it is found by looking. */
const LOOK_MS = 5000
const SETTLE_MS = 500
const LONGEST_WAIT_MS = 60_000

/** Starts to follow, from where this name stopped; a new name starts with what comes. */
export const startFollower = (options: FollowerOptions): Follower => {
  const { name, payload, ledger, log, act, settleMs = SETTLE_MS, waitMs = usualWait } = options
  const key = `verbatim:follower:${name}`
  const stopping = new AbortController()
  const { signal } = stopping
  let place: number | null = null
  let wake: () => void = () => undefined
  let isWoken = false

  const begin = async (): Promise<number> => {
    const head = await ledger.head()
    const kept = await payload.kv.get<{ seq: number }>(key)
    // A ledger restored from a backup may be shorter than the place.
    const seq = Math.min(kept?.seq ?? head, head)
    if (kept?.seq !== seq) await payload.kv.set(key, { seq })
    return seq
  }
  const sleep = (ms: number): Promise<void> =>
    pause(ms, undefined, { signal, ref: false }).catch(() => undefined)
  const rest = async (): Promise<void> => {
    const woken = new Promise<void>((resolve) => (wake = resolve))
    if (!isWoken) await Promise.race([woken, sleep(LOOK_MS)])
    isWoken = false
  }
  const step = async (): Promise<void> => {
    place ??= await begin()
    const rows = await ledger.changes(place, ROWS_AT_ONCE)
    const last = rows.at(-1)
    if (!last) return rest()
    const rested = Date.now() - Date.parse(last.at)
    if (rested < settleMs) await sleep(Math.min(settleMs - rested, settleMs))
    if (signal.aborted) return
    await act(rows, signal)
    await payload.kv.set(key, { seq: last.seq })
    place = last.seq
  }
  const run = async (): Promise<void> => {
    let failures = 0
    while (!signal.aborted) {
      try {
        await step()
        failures = 0
      } catch (err) {
        if (signal.aborted) return
        failures += 1
        log.warn({ err, follower: name, failures }, 'Telling others of a publication failed')
        await sleep(waitMs(failures))
      }
    }
  }
  const stopListening = ledger.onAppend(() => {
    isWoken = true
    wake()
  })
  const running = run()

  return {
    behind: async () => (place === null ? 0 : (await ledger.head()) - place),
    async stop() {
      stopListening()
      stopping.abort()
      wake()
      await running
    },
  }
}

const usualWait = (failures: number): number =>
  Math.min(1000 * 2 ** Math.min(failures - 1, 10), LONGEST_WAIT_MS) * (0.5 + Math.random() / 2)
