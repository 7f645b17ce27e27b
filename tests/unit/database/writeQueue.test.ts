/** Turns, waits and collisions, without a database. */
import { describe, expect, it } from 'vitest'
import { asAppError } from '#src/database/databaseErrors.ts'
import { retryTransient } from '#src/database/retryTransient.ts'
import { markTransaction, refuseDeadlock } from '#src/database/transactionContext.ts'
import { createWriteQueue } from '#src/database/writeQueue.ts'
import { AppError } from '#src/errors.ts'

describe('the write queue', () => {
  it('hands the writer on in order, and once for each holder', async () => {
    const queue = createWriteQueue(1000)
    const order: number[] = []
    const releases = [await queue.acquire()]
    const waiting = [1, 2, 3].map(async (turn) => {
      const release = await queue.acquire()
      order.push(turn)
      release()
      release()
    })
    expect(queue.waiting).toBe(3)
    releases[0]?.()
    await Promise.all(waiting)
    expect(order).toEqual([1, 2, 3])
    expect(queue.waiting).toBe(0)
  })

  it('lets others be heard between one holder and the next', async () => {
    const queue = createWriteQueue(1000)
    const order: string[] = []
    const saves = [1, 2, 3].map(async (turn) => {
      const release = await queue.acquire()
      order.push(`save ${turn}`)
      release()
    })
    const reader = new Promise<void>((resolve) =>
      setImmediate(() => {
        order.push('reader')
        resolve()
      }),
    )
    await Promise.all([...saves, reader])
    expect(order).toEqual(['save 1', 'reader', 'save 2', 'save 3'])
  })

  it('refuses after the wait, and the refused one does not hold up the next', async () => {
    const queue = createWriteQueue(20)
    const release = await queue.acquire()
    await expect(queue.acquire()).rejects.toMatchObject({ code: 'busy', status: 503 })
    release()
    ;(await queue.acquire())()
  })
})

describe('the mark of a transaction', () => {
  it('reaches what is awaited, not what runs beside it, and ends with it', async () => {
    const inside = async (): Promise<void> => {
      await Promise.resolve()
      const mark = markTransaction('one')
      mark.isOpen = true
      await Promise.resolve()
      expect(refuseDeadlock).toThrow(/without passing `req`/)
      mark.isOpen = false
      expect(refuseDeadlock).not.toThrow()
    }
    const beside = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 1))
      expect(refuseDeadlock).not.toThrow()
    }
    await Promise.all([inside(), beside()])
  })
})

describe('errors of the database', () => {
  const failed = (cause: object) => new Error('Failed query: insert …', { cause })

  it.each([
    [{ code: 'SQLITE_FULL' }, 507],
    [{ code: 'ENOSPC' }, 507],
    [{ code: 'SQLITE_READONLY_DBMOVED' }, 507],
    [{ code: 'SQLITE_BUSY' }, 503],
    [{ code: 'SQLITE_IOERR_WRITE' }, 503],
    [{ name: 'MongoNetworkError' }, 503],
    [{ code: 112, codeName: 'WriteConflict' }, 503],
    [{ code: 11000, hasErrorLabel: (label: string) => label === 'TransientTransactionError' }, 503],
  ])('%o is %i wherever it is wrapped', (cause, status) => {
    expect(asAppError(failed(cause))?.status).toBe(status)
    expect(asAppError(cause)?.message).toContain('Nothing was saved')
  })

  it('what the database is not to blame for stays what it is', () => {
    expect(asAppError(new Error('a bug'))).toBeNull()
    expect(asAppError(failed({ code: 'SQLITE_CONSTRAINT_UNIQUE' }))).toBeNull()
    expect(asAppError(null)).toBeNull()
    const own = new AppError('conflict', 'Somebody was faster.')
    expect(asAppError(failed(own))).toBe(own)
  })
})

describe('a collision', () => {
  it('is tried again until it goes well or the tries are used up', async () => {
    const run = (good: number) => {
      const tries: number[] = []
      const act = (attempt: number) => {
        tries.push(attempt)
        return Promise.resolve(attempt >= good)
      }
      const isTransient = (isGood: boolean) => !isGood
      return retryTransient({ act, isTransient, attempts: 3, random: () => 0 }).then((isGood) => ({
        isGood,
        tries: tries.length,
      }))
    }
    expect(await run(1)).toEqual({ isGood: true, tries: 1 })
    expect(await run(3)).toEqual({ isGood: true, tries: 3 })
    expect(await run(9)).toEqual({ isGood: false, tries: 3 })
  })
})
