import { describe, expect, it } from 'vitest'
import { nextState } from '#src/workflow/nextState.ts'
import { states, type State } from '#src/workflow/states.ts'
import {
  checkTransition,
  transitions,
  type Verb,
  type WorkflowRole,
} from '#src/workflow/transitions.ts'

const roles: WorkflowRole[] = ['reporter', 'editor', 'chief', 'admin']

/** Every move that is allowed, by hand: from, to, the verb and who. Whatever is not here is refused. */
const allowed: [State, State, Verb, string][] = [
  ['draft', 'in review', 'submit', 'reporter editor chief'],
  ['changes requested', 'in review', 'submit', 'reporter editor chief'],
  ['in review', 'draft', 'withdraw', 'reporter editor chief'],
  ['changes requested', 'draft', 'withdraw', 'reporter editor chief'],
  ['in review', 'changes requested', 'request changes', 'editor chief'],
  ['approved', 'changes requested', 'request changes', 'editor chief'],
  ['draft', 'approved', 'approve', 'editor chief'],
  ['in review', 'approved', 'approve', 'editor chief'],
  ['changes requested', 'approved', 'approve', 'editor chief'],
  ['approved', 'draft', 'reopen', 'editor chief'],
  ['scheduled', 'draft', 'reopen', 'editor chief'],
  ['approved', 'scheduled', 'schedule', 'editor chief'],
  ['scheduled', 'approved', 'unschedule', 'editor chief'],
  ['draft', 'archived', 'archive', 'editor chief'],
  ['changes requested', 'archived', 'archive', 'editor chief'],
  ['approved', 'archived', 'archive', 'editor chief'],
  ['archived', 'draft', 'restore', 'editor chief'],
]

describe('transitions', () => {
  const cells = states.flatMap((from) =>
    states.flatMap((to) => roles.map((role) => ({ from, to, role }))),
  )

  it.each(cells)('$role: $from → $to', ({ from, to, role }) => {
    const rule = allowed.find(([start, end]) => start === from && end === to)
    const codes = checkTransition({ from, to, roles: [role] }).map(({ code }) => code)
    if (from === to || rule?.[3].split(' ').includes(role)) expect(codes).toEqual([])
    else expect(codes).toEqual([rule ? 'transition-not-yours' : 'transition-unknown'])
  })

  it('are named by these verbs and no others', () => {
    const table = transitions.flatMap(({ verb, from, to, roles: who }) =>
      from.map((start) => [start, to, verb, who.join(' ')].join(' | ')),
    )
    expect(table.sort()).toEqual(allowed.map((row) => row.join(' | ')).sort())
  })

  it('let whoever holds several roles do what any of them may', () => {
    const move = { from: 'in review', to: 'approved' } as const
    expect(checkTransition({ ...move, roles: ['reporter', 'chief'] })).toEqual([])
    expect(checkTransition({ ...move, roles: [] })).toMatchObject([
      { code: 'transition-not-yours' },
    ])
  })

  it('say what can be done instead', () => {
    const [problem] = checkTransition({ from: 'draft', to: 'scheduled', roles: ['editor'] })
    expect(problem).toMatchObject({
      severity: 'error',
      path: 'state',
      message: 'A story cannot go from “draft” to “scheduled”.',
      fix: 'From here you can: submit (“in review”), approve (“approved”), archive (“archived”).',
    })
    const [stuck] = checkTransition({ from: 'approved', to: 'draft', roles: ['reporter'] })
    expect(stuck?.fix).toBe('Ask an editor to move it.')
  })
})

describe('nextState', () => {
  const move = (over: Partial<Parameters<typeof nextState>[0]>) =>
    nextState({
      from: 'draft',
      asked: 'draft',
      action: 'save',
      isPublic: false,
      roles: ['editor'],
      ...over,
    })

  it.each(states)('publishing from %s publishes, retracting retracts', (from) => {
    expect(move({ from, asked: from, action: 'publish' })).toEqual({
      state: 'published',
      problems: [],
    })
    expect(move({ from, asked: from, action: 'retract', isPublic: true })).toEqual({
      state: 'retracted',
      problems: [],
    })
  })

  it.each(states.filter((state) => state !== 'retracted'))(
    'saving what readers can see from %s is a correction in the making',
    (from) => {
      expect(move({ from, asked: 'approved', isPublic: true })).toEqual({
        state: 'correcting',
        problems: [],
      })
    },
  )

  it('a retracted story stays retracted however it is saved', () => {
    for (const asked of states) {
      expect(move({ from: 'retracted', asked })).toEqual({ state: 'retracted', problems: [] })
    }
  })

  it('a form that still says published or correcting asks for nothing', () => {
    for (const asked of ['published', 'correcting'] as const) {
      expect(move({ from: 'in review', asked })).toEqual({ state: 'in review', problems: [] })
    }
  })

  it('a move that is refused leaves the state as it is', () => {
    const { state, problems } = move({ asked: 'approved', roles: ['reporter'] })
    expect(state).toBe('draft')
    expect(problems.map(({ code }) => code)).toEqual(['transition-not-yours'])
  })

  it('a move that is allowed is made', () => {
    expect(move({ asked: 'approved' })).toEqual({ state: 'approved', problems: [] })
  })
})
