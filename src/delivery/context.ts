/** What every route of the reader side is given. */
import type { LedgerReader } from '#src/ledger/port.ts'
import type { WithheldQuery, WithheldStory } from '#src/ledger/withheldStore.ts'

export type LogEntry = { msg: string; err?: unknown; [detail: string]: unknown }

export type DeliveryContext = {
  ledger: LedgerReader
  publisher: { name: string; url: string }
  /** Where readers reach us, without a slash at the end. */
  publicUrl: string
  /** The slugs of the only sections that are shown; `null` for all. The ledger is narrowed already. */
  sections: readonly string[] | null
  /** Stories under embargo, as far as who asks was given them; missing for everybody else. */
  withheld?: (query: Omit<WithheldQuery, 'sectionIds'>) => Promise<WithheldStory[]>
  /** The WebSub hub that hears of changed feeds; missing where there is none. */
  hub?: string | null
  isProduction: boolean
  log: (entry: LogEntry) => void
}
