/** A reader side on a free port, over a ledger in memory. */
import type { DeliveryOptions } from '#src/delivery/createDelivery.ts'
import { createMemoryLedger, type MemoryLedger } from '#src/ledger/memoryStore.ts'
import type { LedgerEvent } from '#src/ledger/port.ts'
import { makeStory, publicationOf } from '#tests/fixtures/ledgerStories.ts'
import { serveReaders } from '#tests/support/readers.ts'

export { type Answer, type Json, PUBLIC_URL } from '#tests/support/readers.ts'

export const startDelivery = async (
  options: Partial<DeliveryOptions> & { ledger?: MemoryLedger } = {},
) => {
  const ledger = options.ledger ?? createMemoryLedger()
  const readers = await serveReaders({ ...options, ledger })
  const publish = (n: number, over = {}, event: LedgerEvent = 'publish') =>
    ledger.append(publicationOf(makeStory(n, over), event))
  return { ...readers, ledger, publish }
}

export type RunningDelivery = Awaited<ReturnType<typeof startDelivery>>
