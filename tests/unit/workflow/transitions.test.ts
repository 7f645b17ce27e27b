import { describe, expect, it } from 'vitest'
import { nextState } from '#src/workflow/nextState.ts'
import { states, type State } from '#src/workflow/states.ts'
import { checkTransition, transitions } from '#src/workflow/transitions.ts'
import type { Verb, WorkflowRole } from '#src/workflow/verbs.ts'

const roles: WorkflowRole[] = ['reporter', 'editor', 'chief', 'admin']

/** Every move that is allowed, by hand: from, to, the verb and who. Whatever is not here is refused. */
const allowed: [State, State, Verb, string][] = [
  ['draft', 'in review', 'submit', 'reporter editor chief'],
  ['changes requested', 'in review', 'submit', 'reporter editor chief'],
  ['correcting', 'in review', 'submit', 'editor chief'],
  ['in review', 'draft', 'withdraw', 'reporter editor chief'],
  ['changes requested', 'draft', 'withdraw', 'reporter editor chief'],
  ['in review', 'changes requested', 'request changes', 'editor chief'],
  ['approved', 'changes requested', 'request changes', 'editor chief'],
  ['draft', 'approved', 'approve', 'editor chief'],
  ['in review', 'approved', 'approve', 'editor chief'],
  ['changes requested', 'approved', 'approve', 'editor chief'],
  ['correcting', 'approved', 'approve', 'editor chief'],
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
      from
        .filter((start) => start !== to)
        .map((start) => [start, to, verb, who.join(' ')].join(' | ')),
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
      asked: over.from ?? 'draft',
      action: 'save',
      isPublic: false,
      isChanged: false,
      isAsApproved: true,
      roles: ['editor'],
      ...over,
    })
  const unarchived = states.filter((state) => state !== 'archived')

  it.each(unarchived)('publishing from %s publishes, retracting retracts', (from) => {
    expect(move({ from, action: 'publish' })).toMatchObject({ state: 'published', problems: [] })
    expect(move({ from, action: 'retract', isPublic: true })).toMatchObject({
      state: 'retracted',
      problems: [],
    })
  })

  it('an archived story is not published', () => {
    expect(move({ from: 'archived', action: 'publish' })).toMatchObject({
      state: 'archived',
      problems: [{ code: 'archived' }],
    })
  })

  it('a change to what readers have is a correction in the making, a note about it is not', () => {
    const saved = { from: 'published', isPublic: true } as const
    expect(move({ ...saved, isChanged: true })).toMatchObject({
      state: 'correcting',
      verb: 'correct',
    })
    expect(move(saved)).toMatchObject({ state: 'published', verb: null })
  })

  it('a change after the approval voids it', () => {
    const changed = { from: 'approved', isChanged: true, isAsApproved: false } as const
    expect(move(changed)).toMatchObject({ state: 'in review', isVoided: true })
    expect(move({ ...changed, isPublic: true })).toMatchObject({
      state: 'correcting',
      isVoided: true,
    })
    expect(move({ from: 'approved' })).toMatchObject({ state: 'approved', isVoided: false })
  })

  it('a change after the schedule leaves the story scheduled, with a text of its own', () => {
    const changed = { from: 'scheduled', isChanged: true, isAsApproved: false } as const
    expect(move(changed)).toMatchObject({ state: 'scheduled', isVoided: true })
    expect(move({ ...changed, action: 'approve' })).toMatchObject({
      state: 'scheduled',
      verb: 'approve',
    })
    expect(move({ ...changed, asked: 'approved' })).toMatchObject({
      state: 'in review',
      verb: 'unschedule',
    })
  })

  it('what is not as it was approved is not scheduled', () => {
    const { state, problems } = move({ from: 'approved', asked: 'scheduled', isAsApproved: false })
    expect(state).toBe('approved')
    expect(problems).toMatchObject([{ code: 'not-as-approved' }])
  })

  it('what readers have goes back to being corrected, never to a draft', () => {
    expect(move({ from: 'approved', asked: 'draft', isPublic: true }).state).toBe('correcting')
    expect(move({ from: 'approved', asked: 'archived', isPublic: true }).problems).toHaveLength(1)
  })

  it('a retracted story stays retracted however it is saved', () => {
    for (const asked of states) {
      expect(move({ from: 'retracted', asked })).toMatchObject({ state: 'retracted', problems: [] })
    }
  })

  it('a form that still says published or correcting asks for nothing', () => {
    for (const asked of ['published', 'correcting'] as const) {
      expect(move({ from: 'in review', asked })).toMatchObject({ state: 'in review', verb: null })
    }
  })

  it('a move that is refused leaves the state as it is', () => {
    const { state, problems } = move({ asked: 'approved', roles: ['reporter'] })
    expect(state).toBe('draft')
    expect(problems.map(({ code }) => code)).toEqual(['transition-not-yours'])
  })

  it('a move that is allowed is made, and has a name', () => {
    expect(move({ asked: 'approved' })).toMatchObject({ state: 'approved', verb: 'approve' })
  })
})
