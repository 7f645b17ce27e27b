/** Makes the gzip and brotli variants of kept responses, one at a time, away from any request. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import { addEncoding, type ReadyResponse } from './readyResponse.ts'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

export type Compressor = {
  /** Queues a response that does not have its variants yet; a full queue leaves it for a later request. */
  offer: (ready: ReadyResponse) => void
  /** Resolves when nothing is waiting, for tests and for stopping. */
  idle: () => Promise<void>
}

const LONGEST_QUEUE = 1000
/** The best quality takes seconds on very long bodies. */
const LARGE = 512 * 1024

/**
 * One response is compressed at a time: the thread pool also serves the database's files.
 * @param options.isWanted whether a queued response is still worth its compression.
 * @param options.onDone called when the variants are in place, to account for their size.
 */
export const createCompressor = (options: {
  isWanted: (ready: ReadyResponse) => boolean
  onDone: (ready: ReadyResponse) => void
  onError: (err: unknown) => void
}): Compressor => {
  const queue: ReadyResponse[] = []
  let working: Promise<void> | null = null

  const work = async (): Promise<void> => {
    for (let ready = queue.shift(); ready; ready = queue.shift()) {
      if (!options.isWanted(ready)) {
        ready.compression = 'none'
        continue
      }
      try {
        await compress(ready)
        options.onDone(ready)
      } catch (err) {
        options.onError(err)
      }
    }
    working = null
  }

  return {
    offer: (ready) => {
      if (queue.length >= LONGEST_QUEUE) return
      ready.compression = 'waiting'
      queue.push(ready)
      working ??= Promise.resolve().then(work)
    },
    idle: async () => {
      while (working) await working
    },
  }
}

const compress = async (ready: ReadyResponse): Promise<void> => {
  const { body } = ready.identity
  const quality = body.length > LARGE ? 5 : 11
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  const smallest = await brotli(body, { params })
  const widest = await deflate(body, { level: 9 })
  if (smallest.length < body.length) addEncoding(ready, 'br', smallest)
  if (widest.length < body.length) addEncoding(ready, 'gzip', widest)
  ready.compression = 'done'
}
