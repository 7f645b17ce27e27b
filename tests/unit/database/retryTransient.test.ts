/** Trying again: what, how often, and in whose turn. */
import { MongoServerError } from 'mongodb'
import { describe, expect, it } from 'vitest'
import { asAppError, asLostRace, isTransient } from '#src/database/databaseErrors.ts'
import { retryTransient } from '#src/database/retryTransient.ts'

const random = () => 0

const conflict = (): Error => {
  const error = new MongoServerError({ message: 'WriteConflict', code: 112 })
  error.addErrorLabel('TransientTransactionError')
  return error
}

describe('an operation', () => {
  it('that collided is made again until it succeeds', async () => {
    const attempts: number[] = []
    const made = await retryTransient({
      random,
      act(attempt) {
        attempts.push(attempt)
        return attempt < 3 ? Promise.reject(conflict()) : Promise.resolve('made')
      },
    })
    expect(made).toBe('made')
    expect(attempts).toEqual([1, 2, 3])
  })

  it('that failed for good is not made again', async () => {
    let attempts = 0
    const act = () => {
      attempts += 1
      return Promise.reject(new Error('no such field'))
    }
    await expect(retryTransient({ random, act })).rejects.toThrow('no such field')
    expect(attempts).toBe(1)
  })

  it('whose fate is unknown is not made again: it may have been done', async () => {
    let attempts = 0
    const act = () => {
      attempts += 1
      const error = new MongoServerError({ message: 'away', code: 91 })
      error.addErrorLabel('UnknownTransactionCommitResult')
      return Promise.reject(error)
    }
    await expect(retryTransient({ random, act })).rejects.toThrow('away')
    expect(attempts).toBe(1)
  })

  it('that always collides is given up, with the last error', async () => {
    let attempts = 0
    const act = () => {
      attempts += 1
      return Promise.reject(conflict())
    }
    await expect(retryTransient({ random, act, attempts: 4 })).rejects.toThrow('WriteConflict')
    expect(attempts).toBe(4)
  })

  it('whose answer says that it collided is made again, and its last answer given', async () => {
    const answers = ['collided', 'collided', 'made']
    const act = () => Promise.resolve(answers.shift() ?? 'too often')
    const isCollision = (answer: string) => answer === 'collided'
    expect(await retryTransient({ random, act, isTransient: isCollision })).toBe('made')
  })

  it('inside another is part of it, and leaves trying again to it', async () => {
    const attempts: string[] = []
    await retryTransient({
      random,
      async act(outer) {
        await retryTransient({
          random,
          act(inner) {
            attempts.push(`${outer}.${inner}`)
            return outer === 1 ? Promise.reject(conflict()) : Promise.resolve()
          },
        })
      },
    })
    expect(attempts).toEqual(['1.1', '2.1'])
  })
})

describe('operations that collided', () => {
  it('take turns, so that none spoils another’s next try', async () => {
    let busy = 0
    let most = 0
    const done: number[] = []
    const writeOne = (number: number) =>
      retryTransient({
        random,
        async act(attempt) {
          if (attempt === 1) throw conflict()
          busy += 1
          most = Math.max(most, busy)
          await Promise.resolve()
          busy -= 1
          done.push(number)
        },
      })
    await Promise.all(Array.from({ length: 20 }, (_, index) => writeOne(index)))
    expect(done).toHaveLength(20)
    expect(most).toBe(1)
  })

  it('go on after one of them failed for good', async () => {
    const act = (attempt: number) =>
      Promise.reject(attempt === 1 ? conflict() : new Error('refused'))
    const other = (attempt: number) =>
      attempt === 1 ? Promise.reject(conflict()) : Promise.resolve('made')
    const [first, second] = await Promise.allSettled([
      retryTransient({ random, act }),
      retryTransient({ random, act: other }),
    ])
    expect(first).toMatchObject({ status: 'rejected', reason: { message: 'refused' } })
    expect(second).toEqual({ status: 'fulfilled', value: 'made' })
  })
})

describe('a number that another process took meanwhile', () => {
  it('is a collision, as the driver and as Payload say it', () => {
    const payloadSays = { name: 'ValidationError', data: { errors: [{ path: 'seq' }] } }
    for (const error of [new MongoServerError({ message: 'E11000', code: 11000 }), payloadSays]) {
      const race = asLostRace(error)
      expect(isTransient(race)).toBe(true)
      expect(asAppError(race)).toMatchObject({ status: 503 })
    }
  })

  it('is not what other errors mean', () => {
    expect(asLostRace(new Error('no such field'))).toBeNull()
    expect(asLostRace(conflict())).toBeNull()
  })
})
