/**
 * An empty, migrated database, made once for all test files and copied: migrating takes longer than most tests.
 * Whoever comes first makes it from the database it migrated itself; renaming is atomic, so nobody waits.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { projectRoot } from '#src/projectRoot.ts'

const migrations = path.join(projectRoot, 'src/database/migrations')

/** Named after what is in it: changed migrations make another one. */
const templateFile = (): string => {
  const hash = createHash('sha256')
  for (const name of readdirSync(migrations).sort()) {
    hash.update(name).update(readFileSync(path.join(migrations, name)))
  }
  return path.join(os.tmpdir(), `verbatim-test-${hash.digest('hex').slice(0, 16)}.db`)
}

/** Puts the template at `file`, where there is one. */
export const copyTemplate = (file: string): void => {
  const template = templateFile()
  if (existsSync(template)) copyFileSync(template, file)
}

/** Keeps a database that was just migrated, and is still empty, as the template. */
export const keepTemplate = async (file: string): Promise<void> => {
  const template = templateFile()
  if (existsSync(template)) return
  const made = `${template}.${process.pid}`
  rmSync(made, { force: true })
  const client = createClient({ url: `file:${file}` })
  await client.execute({ sql: 'VACUUM INTO ?', args: [made] })
  client.close()
  renameSync(made, template)
}
