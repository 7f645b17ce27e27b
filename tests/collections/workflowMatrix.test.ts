/**
 * Who may do what from where: each role, each state and each verb, tried over REST, over the panel's form, over GraphQL
 * and by the Local API. What was done must be what the table below says, written by hand.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { states, type State } from '#src/workflow/states.ts'
import { openRules, verbs, type Verb, type WorkflowRole } from '#src/workflow/verbs.ts'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'
import { userOf } from '#tests/support/factories.ts'

const roles: WorkflowRole[] = ['reporter', 'editor', 'chief', 'admin']

/** `r` reporter of the story, `e` editor, `c` chief; a column is a state, in the order of `states`. */
const table: Record<Verb, string> = {
  //                 draft in-rev chang appro sched publi corre retra archi
  submit: '          rec   -     rec   -     -     -     ec    -     -  ',
  withdraw: '        -     rec   rec   -     -     -     -     -     -  ',
  'request changes': '-    ec    -     ec    -     -     -     -     -  ',
  approve: '         ec    ec    ec    -     ec    -     ec    -     -  ',
  reopen: '          -     -     -     ec    ec    -     -     -     -  ',
  schedule: '        -     -     -     ec    ec    -     -     -     -  ',
  unschedule: '      -     -     -     -     ec    -     -     -     -  ',
  archive: '         ec    -     ec    ec    -     -     -     -     -  ',
  restore: '         -     -     -     -     -     -     -     -     ec ',
  publish: '         ec    ec    ec    ec    ec    ec    ec    ec    -  ',
  correct: '         -     -     -     -     -     ec    ec    -     -  ',
  retract: '         -     -     -     -     -     c     c     -     -  ',
  assign: '          rec   rec   rec   ec    ec    ec    ec    ec    ec ',
  'lift embargo': '  c     c     c     c     c     -     -     -     c  ',
}

const cell = (verb: Verb, state: State): string[] => {
  const letters = table[verb].trim().split(/\s+/)[states.indexOf(state)] ?? '-'
  return roles.filter((role) => role !== 'admin' && letters.includes(role[0] ?? ''))
}

let room: Newsroom
const people = {} as Record<WorkflowRole, Person>

beforeAll(async () => {
  room = await openNewsroom({ env: { SELF_APPROVAL: '0' } })
  for (const role of roles) people[role] = await room.makeUser(role)
})
afterAll(() => room.close())

const far = '2099-01-01T00:00:00.000Z'

/** A story of the reporter's in this state, led there by the system. */
const storyIn = async (state: State): Promise<string> => {
  const { id } = await room.makeArticle({}, people.reporter)
  const steps: Partial<Record<State, Record<string, unknown>[]>> = {
    'changes requested': [
      { state: 'in review' },
      { state: 'changes requested', stateReason: 'Who said so?' },
    ],
    scheduled: [{ state: 'approved' }, { state: 'scheduled', scheduledFor: far }],
    draft: [],
  }
  if (state === 'published' || state === 'correcting' || state === 'retracted') {
    await room.publish(id)
    if (state === 'correcting') await room.saveDraft(id, { headline: 'Being corrected' })
    if (state === 'retracted') {
      const reason = 'It was all wrong.'
      await room.rest(people.chief, 'POST', `/api/articles/${id}/retract`, { reason })
    }
  } else {
    for (const data of steps[state] ?? [{ state }]) await room.saveDraft(id, data)
  }
  return id
}

/** What each verb is sent with. */
const bodies: Partial<Record<Verb, () => unknown>> = {
  'request changes': () => ({ reason: 'Who said so?' }),
  schedule: () => ({ at: '2098-01-01T00:00:00.000Z' }),
  retract: () => ({ reason: 'It was all wrong.' }),
  assign: () => ({ assignee: people.editor.id }),
  'lift embargo': () => ({ reason: 'The ministry did it itself.' }),
  publish: () => ({ change: { kind: 'update' } }),
}

const tryVerb = async (verb: Verb, id: string, who: Person): Promise<boolean> => {
  if (verb === 'correct') {
    const data = { headline: `Corrected by ${who.name}` }
    await room.rest(who, 'PATCH', `/api/articles/${id}?draft=true`, data)
    const { state, headline } = await room.newest(id)
    return state === 'correcting' && headline === data.headline
  }
  const path = `/api/articles/${id}/${verb.replace(' ', '-')}`
  return (await room.rest(who, 'POST', path, bodies[verb]?.() ?? {})).status === 200
}

describe.each(states)('from “%s”', (state) => {
  it.each(verbs)('%s is done by whom the table names, over REST', async (verb) => {
    const done: string[] = []
    let id: string | null = null
    for (const role of roles) {
      id ??= await storyIn(state)
      // Readers have the others: an embargo would come too late for them.
      const mayBeHeld = !['published', 'correcting', 'retracted'].includes(state)
      if (verb === 'lift embargo' && mayBeHeld) await room.saveDraft(id, { embargoUntil: far })
      if (await tryVerb(verb, id, people[role])) {
        done.push(role)
        id = null
      }
    }
    expect(done).toEqual(cell(verb, state))
  })

  it('each state is asked for with the same answer over GraphQL and by the Local API', async () => {
    const asked: Partial<Record<Verb, State>> = {
      submit: 'in review',
      withdraw: 'draft',
      'request changes': 'changes requested',
      approve: 'approved',
      reopen: 'draft',
      schedule: 'scheduled',
      unschedule: 'approved',
      archive: 'archived',
      restore: 'draft',
    }
    const ways = {
      GraphQL: (id: string, who: Person, data: Record<string, unknown>) => {
        const fields = Object.entries(data).map(([name, value]) =>
          name === 'state'
            ? `state: ${String(value).replace(' ', '')}`
            : `${name}: "${String(value)}"`,
        )
        return room.graphql(
          who,
          `mutation { updateArticle(id: "${id}", draft: true, data: { ${fields.join(', ')} }) { id } }`,
        )
      },
      'Local API': (id: string, who: Person, data: Record<string, unknown>) =>
        room.payload
          .update({
            collection: 'articles',
            id,
            data,
            draft: true,
            depth: 0,
            overrideAccess: false,
            user: userOf(who),
          })
          .catch(() => null),
    }
    for (const [way, act] of Object.entries(ways)) {
      for (const target of new Set(Object.values(asked))) {
        if (target === state) continue
        const expected = roles.filter((role) =>
          Object.entries(asked).some(
            ([verb, to]) => to === target && cell(verb as Verb, state).includes(role),
          ),
        )
        const done: string[] = []
        let id: string | null = null
        for (const role of roles) {
          id ??= await storyIn(state)
          await act(id, people[role], {
            state: target,
            ...(target === 'scheduled' ? { scheduledFor: far } : {}),
            ...(target === 'changes requested' ? { stateReason: 'Who said so?' } : {}),
          })
          if ((await room.newest(id)).state !== target) continue
          done.push(role)
          id = null
        }
        expect({ [`${way}: ${target}`]: done }).toEqual({ [`${way}: ${target}`]: expected })
      }
    }
  }, 60_000)
})

it('the panel offers what the table allows', () => {
  for (const state of states) {
    const isPublic = state === 'published' || state === 'correcting'
    for (const verb of verbs) {
      const offered = roles.filter((role) =>
        openRules({ state, roles: [role], isPublic }).some((rule) => rule.verb === verb),
      )
      expect({ [`${verb} from ${state}`]: offered }).toEqual({
        [`${verb} from ${state}`]: cell(verb, state),
      })
    }
  }
})
