import { createMemoryLedger } from '#src/ledger/memoryStore.ts'

import { describeLedgerReader } from './readerContract.ts'

describeLedgerReader('in memory', async () => {
  const ledger = createMemoryLedger()
  return { reader: ledger, append: ledger.append }
})
