/** The thread in which evidence is read and quotes are checked, so that readers never wait for it. */
import { parentPort } from 'node:worker_threads'
import { AppError, type ErrorCode } from '#src/errors.ts'
import { doWork, type Work } from './work.ts'

export type WorkerAnswer =
  { done: unknown } | { failed: { code: ErrorCode | null; message: string } }

parentPort?.on('message', (work: Work) => {
  doWork(work).then(
    (done) => answer({ done }),
    (error: unknown) => {
      const code = error instanceof AppError ? error.code : null
      answer({ failed: { code, message: error instanceof Error ? error.message : String(error) } })
    },
  )
})

const answer = (message: WorkerAnswer): void => parentPort?.postMessage(message)

parentPort?.postMessage('loaded')
