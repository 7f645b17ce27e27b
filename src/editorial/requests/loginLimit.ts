/**
 * Failed logins are counted for each address beside each account: trying one password on every account locks
 * none of them. What counts is the network that the server room noted, /64 for IPv6; calls from inside have none.
 */
import type {
  CollectionAfterLoginHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { AppError } from '#src/errors.ts'

/** Far more than a newsroom behind one address mistypes, far fewer than anybody guesses with. */
export const MOST_FAILURES = 50
const WINDOW_MS = 15 * 60_000
const MOST_NETWORKS = 100_000
const HEADER = 'x-verbatim-network'

type Window = { failures: number; endsAt: number }

/** Counts by network, each from its first failure on; bounded, so that a flood of addresses costs no memory. */
export const createLoginLimit = (now: () => number = Date.now) => {
  const windows = new Map<string, Window>()
  return {
    /** Counts a try as failed until `succeeded` says otherwise; how many seconds to wait, 0 for none. */
    tried: (network: string): number => {
      const at = now()
      const known = windows.get(network)
      const window = known && known.endsAt > at ? known : { failures: 0, endsAt: at + WINDOW_MS }
      if (window !== known) windows.delete(network)
      windows.set(network, window)
      const [oldest] = windows.keys()
      if (windows.size > MOST_NETWORKS && oldest !== undefined) windows.delete(oldest)
      if (window.failures >= MOST_FAILURES) return Math.ceil((window.endsAt - at) / 1000)
      window.failures += 1
      return 0
    },
    succeeded: (network: string): void => {
      const window = windows.get(network)
      if (window && window.failures > 0) window.failures -= 1
    },
  }
}

// The admin's bundle has its own copy of this module; guesses through either count.
const memory = globalThis as typeof globalThis & {
  verbatimLoginLimit?: ReturnType<typeof createLoginLimit>
}
const limit = (memory.verbatimLoginLimit ??= createLoginLimit())

const networkOf = (req: PayloadRequest): string | null => req.headers?.get(HEADER) || null

/** Refuses a login from where too many failed, before anything is looked up: 429 with `Retry-After`. */
export const limitLogins: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const network = networkOf(req)
  if (operation !== 'login' || network === null) return args
  const seconds = limit.tried(network)
  if (seconds === 0) return args
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set('Retry-After', String(seconds))
  throw new AppError(
    'too-many-requests',
    `Too many logins from your network have failed. Try again in ${Math.ceil(seconds / 60)} minutes.`,
  )
}

/** A login that went well is no failure. */
export const forgiveLogin: CollectionAfterLoginHook = ({ req }) => {
  const network = networkOf(req)
  if (network !== null) limit.succeeded(network)
}
