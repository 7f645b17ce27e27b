/**
 * A worker in a process of its own. It says `ready`, begins at SIGUSR2 and does the jobs of the tests' kind,
 * or stops for ever in the middle of one, to be killed there.
 */
import { once } from 'node:events'
import { bootPayload } from '#src/editorial/boot.ts'
import { claim } from '#src/jobs/queue.ts'
import { runDue, type DatabaseHandler } from '#src/jobs/worker.ts'
import { start, writing } from './jobParts.ts'

const say = (word: string) => process.stdout.write(`${word}\n`)

// Waiting for a signal, or for nothing, keeps no process alive.
const alive = setInterval(() => undefined, 60_000)

const stopForEver = (): Promise<never> => {
  say('in the middle')
  return new Promise(() => undefined)
}

const handlers: Record<string, DatabaseHandler<string>> = {
  work: writing,
  'die in the transaction': {
    ...writing,
    async run(req, job, now) {
      await writing.run(req, job, now)
      return stopForEver()
    },
  },
}

const handler = handlers[process.argv[2] ?? ''] ?? writing
const payload = await bootPayload()
const told = once(process, 'SIGUSR2')
say('ready')
await told
if (process.argv[2] === 'die before the transaction') {
  const asked = { owner: 'doomed', kinds: [writing.kind], leaseMs: 60_000, now: start }
  if (await claim(payload, asked)) await stopForEver()
}
const { count } = await runDue(payload, [handler], { now: () => start })
say(`did ${count}`)
await payload.destroy()
clearInterval(alive)
