/**
 * The experiment that decided the write path. As the adapter ships, two writers at once were told twelve
 * times that all is well, and six stories were stored. Content is compared, not ids: the same id may come
 * back twice.
 */
import { afterAll, beforeAll, describe, it } from 'vitest'
import { openNewsroom, type Newsroom } from '#tests/support/newsroom.ts'
import { writeAtOnce } from './writeAtOnce.ts'

let newsroom: Newsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

describe.each([
  [2, 6],
  [20, 3],
  [50, 2],
])('%i writers at once', (writers, storiesEach) => {
  it('every acknowledged save is stored, and none fails', async () => {
    await writeAtOnce(newsroom, { writers, storiesEach })
  }, 300_000)
})
