/** The thread beside the server: it answers as the server itself would, and cannot hold it up. */
import { afterAll, describe, expect, it } from 'vitest'
import { endWorker, inWorker } from '#src/editorial/evidence/inWorker.ts'
import { doWork, isSmall, type Work } from '#src/editorial/evidence/work.ts'

const warnings: object[] = []
const log = { warn: (details: object) => void warnings.push(details) }

afterAll(endWorker)

const long = 'The minister said that the harbour would be built in the spring. '.repeat(3000)
const quotes = [
  'No ship leaves',
  'that the harbour … in the spring',
  'harbor would be built',
  'would be built in spring',
]
const check = {
  kind: 'check' as const,
  input: {
    text: long,
    isTranscript: false,
    quotes: quotes.map((words) => ({ words, before: null })),
  },
}

describe('the thread', () => {
  it('gives the answers that the server would give', { timeout: 60_000 }, async () => {
    expect(isSmall(check)).toBe(false)
    expect(await inWorker(check, log)).toEqual(await doWork(check))
    expect(warnings).toEqual([])
  })

  it('tells errors as they are, and goes on', { timeout: 60_000 }, async () => {
    const bad: Work = {
      kind: 'read',
      input: {
        bytes: Buffer.from('%PDF-1.7 and then nothing'),
        filename: 'broken.pdf',
        mimeType: 'application/pdf',
      },
    }
    await expect(inWorker(bad, log)).rejects.toMatchObject({
      code: 'unprocessable',
      message: expect.stringContaining('broken') as string,
    })
    expect((await inWorker(check, log))[0]).toMatchObject({ status: 'not-found' })
  })

  it(
    'is given up when it takes too long; the next piece of work gets another',
    { timeout: 60_000 },
    async () => {
      await expect(inWorker(check, log, { patienceMs: 0 })).rejects.toMatchObject({
        code: 'unprocessable',
        message: expect.stringContaining('takes too long') as string,
      })
      expect(await inWorker(check, log)).toHaveLength(4)
    },
  )

  it('is not asked for what is done sooner than handed over', async () => {
    const small = { ...check, input: { ...check.input, text: long.slice(0, 500) } }
    expect(isSmall(small)).toBe(true)
    expect(await inWorker(small, log)).toEqual(await doWork(small))
  })

  it('that cannot be started leaves the work to the server, and the log says so once', async () => {
    await endWorker()
    warnings.length = 0
    const start = (): never => {
      throw new Error('no threads here')
    }
    const answer = await doWork(check)
    expect(await inWorker(check, log, { start })).toEqual(answer)
    expect(await inWorker(check, log, { start })).toEqual(answer)
    expect(warnings).toEqual([
      { err: new Error('no threads here'), msg: expect.stringContaining('No thread') as string },
    ])
  })
})
