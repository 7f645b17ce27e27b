import { Option } from 'commander'
import { introduce, type CommandRoom, type CommonOptions } from '#src/cli/command.ts'
import { withPayload } from '#src/cli/withPayload.ts'

const roles = ['reporter', 'editor', 'chief', 'admin'] as const

type UserOptions = CommonOptions & {
  email: string
  name: string
  role: (typeof roles)[number]
  password?: string
}

/** `user create`: somebody who may sign in, for instance the first one. */
export const addUser = ({ program, run }: CommandRoom): void => {
  const user = program.command('user').description('People who may sign in.')
  introduce({
    parent: user,
    name: 'create',
    description: 'Create an account. Without --password one is made and shown once.',
    example: 'verbatim user create --email desk@example.org --name "Night Desk" --role editor',
  })
    .requiredOption('--email <address>', 'what they sign in with')
    .requiredOption('--name <name>', 'as colleagues know them')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .option('--password <password>', 'stays in the history of most shells; better left out')
    .action(({ json = false, ...account }: UserOptions) =>
      run({ json }, async () => {
        const { createUser } = await import('#src/editorial/people/users.ts')
        const created = await withPayload((payload) => createUser({ payload, ...account }))
        const password = created.password ? [`Password (shown this once): ${created.password}`] : []
        return {
          text: [`${account.name} may sign in as ${created.email}.`, ...password].join('\n'),
          data: created,
        }
      }),
    )
}
