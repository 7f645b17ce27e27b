import { introduce, type CommandRoom, type CommonOptions, type Outcome } from '#src/cli/command.ts'
import { withLedger } from '#src/cli/withPayload.ts'

/** `ledger verify` and `ledger replay`: is the archive intact, and make what is derived from it anew. */
export const addLedger = ({ program, run }: CommandRoom): void => {
  const ledger = program
    .command('ledger')
    .description('The archive of everything that was ever published.')

  introduce({
    parent: ledger,
    name: 'verify',
    description: 'Check that no published row was changed, removed or slipped in.',
    example: 'verbatim ledger verify',
  }).action((options: CommonOptions) => run(options, verify))

  introduce({
    parent: ledger,
    name: 'replay',
    description:
      'Rebuild the lists and the index that readers are served from; the archive itself stays as it is.',
    example: 'verbatim ledger replay',
  }).action((options: CommonOptions) => run(options, replay))
}

const verify = async (): Promise<Outcome> => {
  const { verifyChain } = await import('#src/ledger/chain.ts')
  return withLedger(async (ledger) => {
    const rows = await ledger.head()
    const findings = await verifyChain(ledger.rows())
    if (findings.length === 0) {
      return { text: `The ledger is intact: ${rows} rows.`, data: { rows, findings } }
    }
    const lines = findings.map((finding) => `  - ${finding.message}`)
    const text = [`The ledger is NOT intact (${rows} rows):`, ...lines].join('\n')
    return { text, data: { rows, findings }, exitCode: 1 }
  })
}

const replay = (): Promise<Outcome> =>
  withLedger(async (ledger) => {
    const rows = await ledger.replay()
    return { text: `Rebuilt from ${rows} rows.`, data: { rows } }
  })
