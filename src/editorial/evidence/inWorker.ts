/** Hands work to a thread: one thread, one piece at a time, started when it is first wanted. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { AppError } from '#src/errors.ts'
import { projectRoot } from '#src/projectRoot.ts'
import { doWork, isSmall, type Done, type Work } from './work.ts'
import type { WorkerAnswer } from './worker.ts'

type Log = { warn: (details: object) => void }

type WorkerOptions = {
  patienceMs?: number
  /** Another way to start the thread, for tests. */
  start?: () => Worker
}

/** An original that takes longer than this was made to. */
const PATIENCE_MS = 30_000
const MEMORY_MB = 768

/**
 * Does the work in the thread; small pieces, and all of it where no thread can be started, right here.
 *
 * @param log told once when there is no thread
 * @throws AppError what the work throws, or `unprocessable` when it takes too long or too much memory
 */
export const inWorker = <Kind extends Work['kind']>(
  work: Extract<Work, { kind: Kind }>,
  log: Log,
  { patienceMs = PATIENCE_MS, start = startWorker }: WorkerOptions = {},
): Promise<Done[Kind]> => {
  if (isSmall(work) || room.isWithoutThread) return doWork(work) as Promise<Done[Kind]>
  const turn = room.last.then(() => hand(work, log, patienceMs, start))
  // The next piece does not care how this one ended.
  room.last = turn.catch(() => undefined)
  return turn as Promise<Done[Kind]>
}

/** Ends the thread, when there is one. The next piece of work starts another. */
export const endWorker = async (): Promise<void> => {
  const { worker } = room
  room.worker = null
  room.isWithoutThread = false
  await worker?.terminate()
}

type Room = { worker: Worker | null; last: Promise<unknown>; isWithoutThread: boolean }

const room: Room = { worker: null, last: Promise.resolve(), isWithoutThread: false }

const hand = async (
  work: Work,
  log: Log,
  patienceMs: number,
  start: () => Worker,
): Promise<unknown> => {
  const worker = await started(log, start)
  if (!worker) return doWork(work)
  try {
    return await answerTo(worker, work, patienceMs)
  } catch (error) {
    // A thread that answered is fit for the next piece; one that did not is given up.
    if (!(error instanceof AppError) || error.cause !== undefined) await endWorker()
    throw error
  }
}

const answerTo = (worker: Worker, work: Work, patienceMs: number): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const givenUp = (cause: unknown) =>
      new AppError(
        'unprocessable',
        'The file takes too long to read, or too much memory. Keep the part that is quoted, or paste its words.',
        { cause },
      )
    const timer = setTimeout(() => settle(() => reject(givenUp('patience'))), patienceMs)
    const onMessage = (answer: WorkerAnswer): void =>
      settle(() => {
        if ('done' in answer) return resolve(answer.done)
        const { code, message } = answer.failed
        reject(code ? new AppError(code, message) : new Error(message))
      })
    const onError = (error: unknown): void => settle(() => reject(givenUp(error)))
    const settle = (act: () => void): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError)
      worker.unref()
      act()
    }
    worker.once('message', onMessage).once('error', onError)
    // The process must not end while somebody waits for the answer.
    worker.ref()
    worker.postMessage(work)
  })

const started = async (log: Log, start: () => Worker): Promise<Worker | null> => {
  if (room.worker || room.isWithoutThread) return room.worker
  try {
    const worker = start()
    // Its first word is that it is loaded.
    await new Promise((resolve, reject) =>
      worker.once('message', resolve).once('error', reject).once('exit', reject),
    )
    worker.removeAllListeners('error').removeAllListeners('exit')
    // Between two pieces of work nobody else listens, and an error without a listener ends the process.
    worker.on('error', () => (room.worker = null))
    room.worker = worker
  } catch (error) {
    room.isWithoutThread = true
    log.warn({
      err: error,
      msg: 'No thread for checking evidence: it is done in the server itself',
    })
  }
  return room.worker
}

/** In the bundle the thread has a file of its own; from the sources, tsx reads them. */
const startWorker = (): Worker => {
  // Asked for at run time: the panel's bundler would look for the files that an import of it names.
  const { Worker: Thread } = process.getBuiltinModule('node:worker_threads')
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB }
  if (!import.meta.url.endsWith('.ts')) {
    return new Thread(path.join(projectRoot, 'dist', 'evidenceWorker.js'), { resourceLimits })
  }
  const source = pathToFileURL(path.join(projectRoot, 'src/editorial/evidence/worker.ts'))
  const load = `import('tsx/esm/api').then(({ register }) => { register(); return import('${source.href}') })`
  return new Thread(load, { eval: true, resourceLimits, execArgv: ['--conditions=production'] })
}
