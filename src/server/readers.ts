/** The reader side on the newsroom's database, as every process that answers readers has it. */
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import type { Config } from '#src/config.ts'
import { createDelivery, type Delivery } from '#src/delivery/createDelivery.ts'
import { publisher } from '#src/editorial/publishing/publisher.ts'
import { createKeyStore, type KeyStore } from '#src/ledger/keyStore.ts'
import type { LedgerReader } from '#src/ledger/port.ts'
import { createWithheldReader } from '#src/ledger/withheldStore.ts'

/**
 * Opens it. Close `delivery` and `keys`, in this order.
 *
 * @param options.mayWrite whether it may be written down when a key was last used
 * @param options.allowedQueries as `loadAllowedQueries` reads them, before the database is opened
 */
export const openReaders = (options: {
  config: Config
  payload: Payload
  ledger: LedgerReader
  log: Logger
  allowedQueries: ReadonlyMap<string, string> | null
  mayWrite: boolean
}): { delivery: Delivery; keys: KeyStore } => {
  const { config, payload, ledger, log, allowedQueries, mayWrite } = options
  const keys = createKeyStore(payload.db, {
    mayWrite,
    onError: (err) => log.error({ err }, 'The last uses of keys could not be written'),
  })
  const delivery = createDelivery({
    ledger,
    keys,
    withheld: createWithheldReader(payload.db),
    limits: {
      perAddress: config.readLimit,
      perKey: config.keyLimit,
      trustProxy: config.trustProxy,
    },
    publisher: publisher(config),
    publicUrl: config.publicUrl,
    isProduction: config.isProduction,
    hub: config.websubHub,
    cacheBytes: config.readerCacheBytes,
    ...(allowedQueries && { allowedQueries }),
    log: ({ msg, ...details }) => log.error(details, msg),
  })
  return { delivery, keys }
}
