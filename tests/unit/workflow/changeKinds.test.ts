import { describe, expect, it } from 'vitest'
import { changeKinds, changeProblems, kindOf, suggestKind } from '#src/workflow/changeKinds.ts'

const number = { kind: 'number', before: '1,200', after: '1,300' } as const
const same = { fields: [], blocks: [] }
const words = [{ text: 'The pier was closed.', is: 'added' as const }]
const changed = { ...same, blocks: [{ type: 'paragraph' as const, is: 'changed' as const, words }] }
const longer = { ...same, blocks: [{ type: 'paragraph' as const, is: 'added' as const, words }] }

type Change = Parameters<typeof changeProblems>[0]

const problems = (asked: Partial<Change>) =>
  changeProblems({
    kind: 'minor',
    note: null,
    isVisible: true,
    facts: [number],
    diff: changed,
    written: [],
    isChief: false,
    ...asked,
  })
const codes = (asked: Partial<Change>) => problems(asked).map(({ code }) => code)

describe('a kind of change', () => {
  it('is asked for when readers would see a difference, and named in one line each', () => {
    expect(codes({ kind: null, isVisible: false })).toEqual([])
    const [problem] = problems({ kind: null })
    expect(problem).toMatchObject({ code: 'change-kind-missing', path: 'change.kind' })
    for (const kind of changeKinds) expect(problem?.fix).toContain(`“${kind}” (`)
    expect(problem?.fix).toContain('looks like “correction”')
    // The panel splits what it is told at a colon.
    expect(`${problem?.message} ${problem?.fix}`).not.toContain(':')
  })

  it('is minor for a chief, or where no fact changes', () => {
    expect(codes({})).toEqual(['change-not-minor'])
    expect(codes({ isChief: true })).toEqual([])
    expect(codes({ facts: [] })).toEqual([])
  })

  it('asks for a note from a clarification on', () => {
    expect(codes({ kind: 'update' })).toEqual([])
    expect(codes({ kind: 'clarification' })).toEqual(['change-note-missing'])
    expect(codes({ kind: 'correction', note: 'It was four.' })).toEqual([])
  })

  it('follows from the notes that came with it, the gravest of all', () => {
    expect(kindOf({ kind: null, written: [] })).toBeNull()
    expect(kindOf({ kind: null, written: ['clarification'] })).toBe('clarification')
    expect(kindOf({ kind: 'minor', written: ['clarification', 'correction'] })).toBe('correction')
    expect(codes({ kind: null, written: ['correction'] })).toEqual([])
  })

  it('is suggested by what the change looks like', () => {
    const isNew = { ...number, before: null }
    expect(suggestKind({ facts: [], diff: changed })).toBe('minor')
    expect(suggestKind({ facts: [], diff: longer })).toBe('update')
    expect(suggestKind({ facts: [isNew], diff: changed })).toBe('update')
    expect(suggestKind({ facts: [isNew, number], diff: longer })).toBe('correction')
  })
})
