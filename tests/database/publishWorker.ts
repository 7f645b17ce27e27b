/**
 * A worker that sends out scheduled stories, in a process of its own. It says `ready`, begins at SIGUSR2 at the time it
 * was given, and stops for ever in the middle of a publication, to be killed there, when it is told to.
 */
import { once } from 'node:events'
import { bootPayload } from '#src/editorial/boot.ts'
import { publishScheduled } from '#src/jobs/publishDue.ts'
import { runDue } from '#src/jobs/worker.ts'

const [at = '', how = 'to the end'] = process.argv.slice(2)
const say = (word: string) => process.stdout.write(`${word}\n`)

// Waiting for a signal, or for nothing, keeps no process alive.
const alive = setInterval(() => undefined, 60_000)

const dying: typeof publishScheduled = {
  ...publishScheduled,
  async run(req, job, now) {
    const outcome = await publishScheduled.run(req, job, now)
    say(`in the middle of ${outcome?.outcome}`)
    return new Promise(() => undefined)
  },
}

const payload = await bootPayload()
const told = once(process, 'SIGUSR2')
say('ready')
await told
const handler = how === 'to the middle' ? dying : publishScheduled
const { outcomes } = await runDue(payload, [handler], { now: () => new Date(at) })
say(`sent out ${outcomes.length}`)
await payload.destroy()
clearInterval(alive)
