/** What the queue keeps on either database. */
import type { Payload } from 'payload'
import { afterEach, expect, it } from 'vitest'
import { dropJob, enqueue } from '#src/editorial/publishing/jobs.ts'
import { claim, finish, giveUp, MAX_ATTEMPTS, pruneJobs } from '#src/jobs/queue.ts'
import { inTransaction, runDue, type DatabaseHandler } from '#src/jobs/worker.ts'
import type { Job } from '#src/payload-types.ts'
import { childEnvironment } from '#tests/support/serverChild.ts'
import { runFile, untilPrinted, type Child } from '#tests/support/childProcess.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'
import { after, effects, enter, jobOf, jobsIn, start, writing } from './jobParts.ts'

/** Where workers may run, and what a dead one leaves behind. */
export type Surroundings = {
  /** `processes` where several serve one database. */
  workersAre: 'processes' | 'in one process'
  /** Where a process may die so that its job is free as soon as its lease has run out. */
  deaths: ('die in the transaction' | 'die before the transaction')[]
}

/** The tests, for a newsroom that is open by the time they run. */
export const queueContract = (room: () => Newsroom, { workersAre, deaths }: Surroundings): void => {
  const db = () => room().payload
  const asked = { owner: 'one', kinds: ['test'], leaseMs: 60_000, now: start }

  const children: Child[] = []
  const startWorker = async (how: string): Promise<Child> => {
    const env = childEnvironment(room().config)
    const child = runFile('tests/database/jobsWorker.ts', [how], env)
    children.push(child)
    await untilPrinted(child, 'ready')
    return child
  }

  afterEach(async () => {
    for (const child of children.splice(0)) {
      child.process.kill('SIGKILL')
      await child.ended
    }
    await db().db.deleteMany({ collection: 'jobs', where: {} })
    await db().db.deleteMany({ collection: 'activity', where: {} })
  })

  it('enters a job once for each key, and again only when it is finished and that is asked for', async () => {
    const job = jobOf({ payload: { try: 1 } })
    await enter(db(), job)
    await enter(db(), { ...job, payload: { try: 2 } })
    await enter(db(), { ...job, payload: { try: 3 } }, { again: true })
    expect(await jobsIn(db())).toMatchObject([{ payload: { try: 1 }, state: 'waiting' }])
    await runDue(db(), [writing], { now: () => start })
    await enter(db(), { ...job, payload: { try: 4 } })
    expect(await jobsIn(db())).toMatchObject([{ payload: { try: 1 }, state: 'done' }])
    await enter(db(), { ...job, payload: { try: 5 } }, { again: true })
    expect(await jobsIn(db())).toMatchObject([
      { payload: { try: 5 }, state: 'waiting', attempts: 0, finishedAt: null },
    ])
  })

  it('enters nothing when the transaction of the caller fails', async () => {
    const failing = inTransaction(db(), async (req) => {
      await enqueue(req, jobOf())
      throw new Error('The save failed')
    })
    await expect(failing).rejects.toThrow('The save failed')
    expect(await jobsIn(db())).toEqual([])
  })

  it('takes back only a job that nobody has begun', async () => {
    const [waiting, running] = [jobOf(), jobOf()]
    await enter(db(), running)
    await claim(db(), asked)
    await enter(db(), waiting)
    await inTransaction(db(), async (req) => {
      await dropJob(req, waiting.key)
      await dropJob(req, running.key)
    })
    expect((await jobsIn(db())).map(({ key }) => key)).toEqual([running.key])
  })

  it('gives out what is due, the oldest first, and nothing that is not', async () => {
    const [second, first, later] = [
      jobOf(),
      jobOf({ runAt: after(-1000).toISOString() }),
      jobOf({ runAt: after(1).toISOString() }),
    ]
    for (const job of [second, first, later, jobOf({ kind: 'another' })]) await enter(db(), job)
    expect(await claim(db(), asked)).toMatchObject({
      key: first.key,
      state: 'running',
      attempts: 1,
      leaseOwner: 'one',
      leaseUntil: after(60_000).toISOString(),
    })
    expect((await claim(db(), asked))?.key).toBe(second.key)
    expect(await claim(db(), asked)).toBeNull()
    expect((await claim(db(), { ...asked, now: after(1) }))?.key).toBe(later.key)
  })

  it('hands a job over when its lease has run out, and the first worker can do nothing with it then', async () => {
    await enter(db(), jobOf())
    const mine = (await claim(db(), asked)) as Job
    const two = { ...asked, owner: 'two' }
    expect(await claim(db(), { ...two, now: after(59_999) })).toBeNull()
    const now = after(60_000)
    const theirs = await claim(db(), { ...two, now })
    expect(theirs).toMatchObject({ id: mine.id, leaseOwner: 'two', attempts: 2 })
    expect(await finish(db(), { job: mine, now })).toBe(false)
    expect(await giveUp(db(), { job: mine, reason: 'late', now })).toBe(false)
    expect(await finish(db(), { job: theirs as Job, now })).toBe(true)
    expect(await jobsIn(db())).toMatchObject([
      { state: 'done', finishedAt: now.toISOString(), leaseOwner: null, leaseUntil: null },
    ])
  })

  it('takes the effect back when the lease was lost before the work began', async () => {
    await enter(db(), jobOf())
    const slow: DatabaseHandler<string> = {
      ...writing,
      // Somebody else took it between the claim and the transaction.
      run: () => Promise.reject(new Error('It must not come to this')),
    }
    const stolen = {
      ...db(),
      db: { ...db().db, updateOne: steal(db()) },
    } as unknown as Payload
    expect(await runDue(stolen, [slow], { now: () => start, limit: 1 })).toEqual({
      count: 1,
      outcomes: [],
    })
    expect(await jobsIn(db())).toMatchObject([{ state: 'running', leaseOwner: 'thief' }])
  })

  it('does the effect and the note in one transaction: a failure leaves neither', async () => {
    await enter(db(), jobOf())
    const failing: DatabaseHandler<string> = {
      ...writing,
      async run(req, job, now) {
        await writing.run(req, job, now)
        throw new Error('The database went away\nwith values that are nobody’s business')
      },
    }
    await runDue(db(), [failing], { now: () => start, random: () => 1 })
    expect(await effects(db())).toEqual([])
    expect(await jobsIn(db())).toMatchObject([
      {
        state: 'waiting',
        attempts: 1,
        runAt: after(5_000).toISOString(),
        lastError: 'The database went away',
        leaseOwner: null,
      },
    ])
    await runDue(db(), [writing], { now: () => after(4_999) })
    expect(await effects(db())).toEqual([])
    await runDue(db(), [writing], { now: () => after(5_000) })
    expect(await effects(db())).toHaveLength(1)
    expect(await jobsIn(db())).toMatchObject([{ state: 'done', attempts: 2, lastError: null }])
  })

  it('gives a job up after its last attempt, says why, and lets the handler tell', async () => {
    const job = jobOf()
    await enter(db(), job)
    const failing = { ...writing, run: () => Promise.reject(new Error('Again and again')) }
    let now = start
    for (let turn = 0; turn < MAX_ATTEMPTS + 2; turn += 1) {
      await runDue(db(), [failing], { now: () => now, random: () => 1 })
      now = new Date(now.getTime() + 3_600_000)
    }
    expect(await jobsIn(db())).toMatchObject([
      { state: 'failed', attempts: MAX_ATTEMPTS, lastError: 'Again and again' },
    ])
    expect(await effects(db(), 'test failed')).toEqual([job.key])
  })

  it('gives a job up at once when the rules say no', async () => {
    await enter(db(), jobOf())
    const refusal = Object.assign(new Error('Not like this'), { status: 400 })
    const refused = { ...writing, run: () => Promise.reject(refusal) }
    await runDue(db(), [refused], { now: () => start })
    expect(await jobsIn(db())).toMatchObject([
      { state: 'failed', attempts: 1, lastError: 'Not like this' },
    ])
  })

  it('gives up a job that ends the process each time', async () => {
    await enter(db(), jobOf())
    let now = start
    for (let turn = 0; turn < MAX_ATTEMPTS; turn += 1) {
      // Claimed, and never heard of again.
      expect(await claim(db(), { ...asked, now })).not.toBeNull()
      now = new Date(now.getTime() + 60_000)
    }
    await runDue(db(), [writing], { now: () => now })
    const [job] = await jobsIn(db())
    expect(job?.state).toBe('failed')
    expect(job?.lastError).toContain(`begun ${MAX_ATTEMPTS} times and never finished`)
    expect(await effects(db())).toEqual([])
  })

  it(`does each of 100 jobs once, though two workers are at it: ${workersAre}`, async () => {
    const all = Array.from({ length: 100 }, () => jobOf())
    await inTransaction(db(), async (req) => {
      for (const job of all) await enqueue(req, job)
    })
    const turn = async () => (await runDue(db(), [writing], { now: () => start })).count
    const work =
      workersAre === 'processes' ? [await startWorker('work'), await startWorker('work')] : []
    const counts = await Promise.all(
      workersAre === 'processes' ? work.map(workToTheEnd) : [turn(), turn()],
    )
    expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(100)
    expect((await effects(db())).sort()).toEqual(all.map(({ key }) => key).sort())
    const jobs = await jobsIn(db())
    expect(jobs.every(({ state, attempts }) => state === 'done' && attempts === 1)).toBe(true)
  }, 300_000)

  it.each(deaths)(
    'hands the job of a process that was killed over when its lease has run out: %s',
    async (how) => {
      const job = jobOf()
      await enter(db(), job)
      const worker = await startWorker(how)
      worker.process.kill('SIGUSR2')
      await untilPrinted(worker, 'in the middle')
      worker.process.kill('SIGKILL')
      await worker.ended
      expect(await jobsIn(db())).toMatchObject([{ state: 'running', attempts: 1 }])
      expect(await effects(db())).toEqual([])
      const at = (ms: number) => runDue(db(), [writing], { now: () => after(ms) })
      expect((await at(59_999)).count).toBe(0)
      expect((await at(60_000)).count).toBe(1)
      expect(await effects(db())).toEqual([job.key])
      expect(await jobsIn(db())).toMatchObject([{ state: 'done', attempts: 2 }])
    },
  )

  it('forgets what was finished thirty days ago, and nothing else', async () => {
    const day = 24 * 60 * 60_000
    const [old, recent, waiting] = [jobOf(), jobOf(), jobOf()]
    await enter(db(), old)
    await runDue(db(), [writing], { now: () => after(0) })
    await enter(db(), recent)
    await runDue(db(), [writing], { now: () => after(2 * day) })
    await enter(db(), waiting)
    await pruneJobs(db(), after(31 * day))
    expect((await jobsIn(db())).map(({ key }) => key).sort()).toEqual(
      [recent.key, waiting.key].sort(),
    )
  })
}

/** Lets a worker begin; resolves with how many jobs it did, once it has ended. */
const workToTheEnd = async (worker: Child): Promise<number> => {
  worker.process.kill('SIGUSR2')
  expect(await worker.ended).toBe(0)
  return Number(/did (\d+)/.exec(worker.output())?.[1])
}

/** The adapter's `updateOne`, with somebody who takes each claimed job away before it is begun. */
const steal = (payload: Payload) => {
  const real = payload.db.updateOne.bind(payload.db)
  return async (args: Parameters<typeof real>[0]) => {
    const row: unknown = await real(args)
    const { id, state } = (row ?? {}) as Partial<Job>
    if (id && state === 'running') {
      await real({ collection: 'jobs', id, data: { leaseOwner: 'thief' }, returning: false })
    }
    return row
  }
}
