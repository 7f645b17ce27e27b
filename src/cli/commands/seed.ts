import { introduce, type CommandRoom, type CommonOptions } from '#src/cli/command.ts'
import { withPayload } from '#src/cli/withPayload.ts'

/** `seed`: the demo newsroom, for a database that has none. */
export const addSeed = ({ program, run }: CommandRoom): void => {
  introduce({
    parent: program,
    name: 'seed',
    description: 'Fill the database with the demo newsroom.',
    example: 'verbatim seed',
  }).action((options: CommonOptions) =>
    run(options, async () => {
      const { seedDemo } = await import('#src/demo/seed.ts')
      const { stories } = await withPayload((payload) => seedDemo({ payload }))
      return { text: `The demo newsroom is in place: ${stories} stories.`, data: { stories } }
    }),
  )
}
