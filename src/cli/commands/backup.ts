import path from 'node:path'
import { introduce, type CommandRoom, type CommonOptions } from '#src/cli/command.ts'
import { getConfig } from '#src/config.ts'

/** `backup`: the database and the uploads as they are at one moment, while the server goes on. */
export const addBackup = ({ program, run }: CommandRoom): void => {
  introduce({
    parent: program,
    name: 'backup',
    description: 'Copy the database and the uploads to a new folder. The server may go on running.',
    example: 'verbatim backup /backups/newsroom-2026-11-23',
  })
    .argument('<folder>', 'a folder that does not exist yet')
    .action((folder: string, options: CommonOptions) =>
      run(options, async () => {
        const { makeBackup } = await import('#src/database/backup.ts')
        const config = getConfig()
        const target = path.resolve(config.callerDir, folder)
        const manifest = await makeBackup(config, target, new Date())
        const files = Object.values(manifest.files)
        const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
        const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`
        return {
          text: `${target}: ${files.length} files, ${size}. Keep secrets.json of the data folder beside it.`,
          data: { folder: target, files: files.length, bytes, database: manifest.database },
        }
      }),
    )
}
