/** Sends mail beside the clock, so that a slow mail server never keeps a due story waiting. */
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import { mailDue } from './mail.ts'

const LOOK_MS = 5_000

export type MailPump = { stop(): Promise<void> }

/**
 * Starts sending: what is due now, and again every few seconds.
 *
 * @returns the way to stop. The mail under way is finished; the others wait for the next start.
 */
export const startMail = (options: {
  payload: Payload
  log: Logger
  publicUrl: string
}): MailPump => {
  const { payload, log, publicUrl } = options
  let running: Promise<void> | null = null
  let isStopping = false

  const work = async (): Promise<void> => {
    while (!isStopping) {
      const { count } = await mailDue(payload, { publicUrl, limit: 1 })
      if (count === 0) return
    }
  }
  const look = (): void => {
    running ??= work()
      .catch((error: unknown) => log.error({ err: error }, 'Sending mail failed'))
      .finally(() => {
        running = null
      })
  }
  const timer = setInterval(look, LOOK_MS).unref()
  look()
  return {
    async stop() {
      isStopping = true
      clearInterval(timer)
      await running
    },
  }
}
