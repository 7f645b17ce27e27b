/**
 * A server that is there to be killed. It starts like the real one, looks at everything that was
 * acknowledged before it (the file named by `ACKNOWLEDGED`), says what is missing, and serves.
 */
import { existsSync, readFileSync } from 'node:fs'
import { pino } from 'pino'
import { freePort } from '#src/cli/freePort.ts'
import { getConfig, setConfig, withPort } from '#src/config.ts'
import { bootPayload } from '#src/editorial/boot.ts'
import { countUsers, createUser } from '#src/editorial/people/users.ts'
import { startServer } from '#src/server/main.ts'
import { PASSWORD, people, type Acknowledged } from './acknowledged.ts'
import { findLosses } from './findLosses.ts'

const say = (message: unknown) => process.stdout.write(`${JSON.stringify(message)}\n`)

const config = setConfig(withPort(getConfig(), await freePort({ host: '127.0.0.1', port: 0 })))
const payload = await bootPayload({ config, isServer: true })
if ((await countUsers({ payload })) === 0) {
  for (const email of people) {
    await createUser({ payload, email, name: email, role: ['editor', 'chief'], password: PASSWORD })
  }
  const { id } = await payload.create({
    collection: 'sections',
    data: { name: 'World' },
    depth: 0,
    overrideAccess: true,
  })
  say({ section: id })
}
const file = process.env['ACKNOWLEDGED'] ?? ''
const acknowledged = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as Acknowledged)
  : null
const losses = acknowledged ? await findLosses(payload, config.mediaDir, acknowledged) : []
await startServer({ config, log: pino({ level: 'silent' }), withoutAdmin: true })
say({ losses, url: config.publicUrl })
