/** Commands that need the newsroom's records open the database, work, and close it again. */
import type { Payload } from 'payload'
import { getConfig, setConfig, type Config } from '#src/config.ts'
import type { PayloadLedger } from '#src/ledger/payloadStore.ts'

/** Boots the editorial side for `work` and closes it whatever happens. */
export const withPayload = async <T>(work: (payload: Payload) => Promise<T>): Promise<T> => {
  const { bootPayload } = await import('#src/editorial/boot.ts')
  const payload = await bootPayload({ config: quietly(getConfig()) })
  try {
    return await work(payload)
  } finally {
    await payload.destroy()
  }
}

/** The same with the ledger, for commands that look at what is published. */
export const withLedger = <T>(work: (ledger: PayloadLedger) => Promise<T>): Promise<T> =>
  withPayload(async (payload) => {
    const { createPayloadLedger } = await import('#src/ledger/payloadStore.ts')
    // One look is enough: a command does not wait for what others publish meanwhile.
    const ledger = createPayloadLedger(payload, { pollMs: 0 })
    try {
      return await work(ledger)
    } finally {
      ledger.close()
    }
  })

/** A command reports by itself; the log speaks only of what went wrong. */
const quietly = (config: Config): Config =>
  setConfig(config.logLevel === 'info' ? { ...config, logLevel: 'error' } : config)
