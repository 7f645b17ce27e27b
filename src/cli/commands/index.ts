import { introduce, type CommandRoom, type CommonOptions, type Outcome } from '#src/cli/command.ts'
import { withLedger } from '#src/cli/withPayload.ts'

/** `index rebuild`: make what readers search in, and the answers kept ready for them, anew. */
export const addIndex = ({ program, run }: CommandRoom): void => {
  const index = program.command('index').description('What readers search in.')

  introduce({
    parent: index,
    name: 'rebuild',
    description:
      'Rebuild the full-text index and the ready answers from what is published; a server may run meanwhile.',
    example: 'verbatim index rebuild',
  }).action((options: CommonOptions) => run(options, rebuild))
}

const rebuild = (): Promise<Outcome> =>
  withLedger(async (ledger) => {
    const entries = await ledger.rebuildIndex()
    const text = `The index holds ${entries} ${entries === 1 ? 'story or quote' : 'stories and quotes'}.`
    return { text, data: { entries } }
  })
