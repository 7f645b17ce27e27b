import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ANSWER_FORM, answerToStore } from '#src/ledger/storedAnswers.ts'
import { sampleStory } from '#tests/fixtures/stories.ts'

/** The fingerprint of the sample story's answer, for each form that there was. */
const fingerprints: Record<number, string> = {
  1: '6b72c6d889dd3f3a27a9b231b58a9e7e0f0305bf319dd1da86f738faa12e606c',
}

test('an answer that is written otherwise has another form', () => {
  const current = {
    state: 'live',
    seq: 7,
    event: 'publish',
    versionHash: 'c0ffee'.padEnd(64, '0'),
    at: '2026-03-01T08:00:00.000Z',
    reason: null,
    story: sampleStory(),
  } as const
  const fingerprint = createHash('sha256')
    .update(answerToStore(current) ?? '')
    .digest('hex')
  // Raise ANSWER_FORM and add its fingerprint; where only the sample was changed, put the new one in place.
  expect(fingerprint).toBe(fingerprints[ANSWER_FORM])
})

test('a withdrawn story has no answer', () => {
  const gone = { seq: 8, event: 'retract', versionHash: '', at: '', reason: null } as const
  expect(answerToStore({ ...gone, state: 'retracted', story: sampleStory() })).toBeNull()
})
