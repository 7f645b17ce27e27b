import path from 'node:path'
import { introduce, type CommandRoom, type CommonOptions } from '#src/cli/command.ts'
import { getConfig } from '#src/config.ts'

type RestoreOptions = CommonOptions & { force?: boolean }

/** `restore`: a backup becomes the newsroom again. The server must not run. */
export const addRestore = ({ program, run }: CommandRoom): void => {
  introduce({
    parent: program,
    name: 'restore',
    description: 'Put a backup in place: every file is checked by its hash first.',
    example: 'verbatim restore /backups/newsroom-2026-11-23',
  })
    .argument('<folder>', 'what `verbatim backup` made')
    .option('--force', 'replace what is there; files are moved aside, not deleted')
    .action((folder: string, options: RestoreOptions) =>
      run(options, async () => {
        const { restoreBackup } = await import('#src/database/restore.ts')
        const config = getConfig()
        const from = path.resolve(config.callerDir, folder)
        const { manifest, movedTo } = await restoreBackup({
          config,
          from,
          isForced: options.force ?? false,
          now: new Date(),
        })
        const count = Object.keys(manifest.files).length
        const moved = movedTo.map((place) => `  what was there is now ${place}`)
        return {
          text: [`Restored ${count} files of ${manifest.madeAt}.`, ...moved].join('\n'),
          data: { files: count, madeAt: manifest.madeAt, movedTo },
        }
      }),
    )
}
