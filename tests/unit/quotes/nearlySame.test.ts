import { describe, expect, it } from 'vitest'
import { nearlySame } from '#src/quotes/check/nearlySame.ts'

const words = 'The harbour wall will hold for another hundred years'

describe('two quotations', () => {
  it.each([
    [
      'another case and other marks',
      words,
      '“the Harbour wall — will hold, for another hundred years.”',
    ],
    ['a ligature', 'The office will be closed', 'The oﬃce will be closed'],
  ])('are the same words in spite of %s', (_, one, other) => {
    expect(nearlySame(one, other)).toBe('same')
  })

  it.each([
    ['another spelling', words, 'The harbor wall will hold for another hundred years'],
    ['words left out at the end', words, 'The harbour wall will hold for another hundred'],
  ])('are nearly the same words in spite of %s', (_, one, other) => {
    expect(nearlySame(one, other)).toBe('near')
    expect(nearlySame(other, one)).toBe('near')
  })

  it.each([
    ['short ones that differ in a letter', 'We will win.', 'We will wait.'],
    [
      'a part of a long one',
      'The harbour wall will hold',
      `${words}, and so will we, said the engineer`,
    ],
    ['different words', words, 'The town hall was closed for the whole of the winter'],
    ['nothing', '…', '…'],
  ])('are not the same: %s', (_, one, other) => {
    expect(nearlySame(one, other)).toBeNull()
  })
})
