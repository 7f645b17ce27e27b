import { describe, expect, it } from 'vitest'
import { changeToSend, firstAnswer, isComplete } from '#src/admin/components/change/answer.ts'
import type { ChangeQuestion } from '#src/workflow/changeQuestion.ts'

const question: ChangeQuestion = {
  suggested: 'correction',
  note: null,
  facts: ['“1904” became “1907”'],
  mayBeMinor: false,
  isNoteWritten: false,
  diff: { fields: [], blocks: [] },
  paragraphs: ['The pier opened in 1907.'],
  changedParagraph: 0,
}

describe('the answer to what a change is', () => {
  it('begins with the kind it looks like, which whoever asks may give, and the note at the end', () => {
    expect(firstAnswer(question)).toEqual({ kind: 'correction', note: '', beside: null })
    expect(firstAnswer({ ...question, suggested: 'minor' }).kind).toBe('update')
    const minor = { ...question, suggested: 'minor', mayBeMinor: true } as const
    expect(firstAnswer(minor).kind).toBe('minor')
  })

  it('is complete without a note where readers are not told, or are told already', () => {
    const answer = firstAnswer(question)
    expect(isComplete(question, answer)).toBe(false)
    expect(isComplete(question, { ...answer, note: ' \n' })).toBe(false)
    expect(isComplete(question, { ...answer, note: 'It was 1907.' })).toBe(true)
    expect(isComplete(question, { ...answer, kind: 'update' })).toBe(true)
    expect(isComplete({ ...question, isNoteWritten: true }, answer)).toBe(true)
  })

  it('is sent with the note and its place only where readers are told', () => {
    const answer = { kind: 'correction', note: ' It was 1907. ', beside: 'The pier' } as const
    expect(changeToSend(answer)).toEqual({
      kind: 'correction',
      note: 'It was 1907.',
      placement: 'beside',
      beside: 'The pier',
    })
    expect(changeToSend({ ...answer, beside: null })).toMatchObject({ placement: 'end' })
    expect(changeToSend({ ...answer, kind: 'update' })).toEqual({
      kind: 'update',
      note: null,
      placement: null,
      beside: null,
    })
  })
})
