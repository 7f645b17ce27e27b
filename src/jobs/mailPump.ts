/** Sends mail beside the clock, so that a slow mail server never keeps a due story waiting. */
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import { mailDue } from './mail.ts'
import { startTicking, type Ticking } from './ticking.ts'

const LOOK_MS = 5_000

/**
 * Starts sending: what is due now, and again every few seconds.
 *
 * @returns the way to stop. The mail under way is finished; the others wait for the next start.
 */
export const startMail = (options: {
  payload: Payload
  log: Logger
  publicUrl: string
}): Ticking => {
  const { payload, log, publicUrl } = options
  const work = async (isStopping: () => boolean): Promise<void> => {
    while (!isStopping()) {
      const { count } = await mailDue(payload, { publicUrl, limit: 1 })
      if (count === 0) return
    }
  }
  const onError = (err: unknown): void => log.error({ err }, 'Sending mail failed')
  return startTicking({ everyMs: LOOK_MS, work, onError })
}
