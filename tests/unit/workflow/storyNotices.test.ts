/** Who is told what, read off a story before and after. */
import { expect, it } from 'vitest'
import { storyNotices, type Moved } from '#src/workflow/storyNotices.ts'

const story: Moved = { headline: 'The harbour', state: 'draft', createdBy: 'ana', assignee: 'ben' }
const told = (before: Moved | null, after: Moved) =>
  storyNotices(before, after, 'Cleo').map(({ kind, users, toDesk }) => [kind, users, toDesk])

it.each<[string, Moved, Moved, unknown[]]>([
  ['a save that moves nothing', {}, { headline: 'Other' }, []],
  ['an assignment', { assignee: null }, {}, [['assigned', ['ben'], false]]],
  ['a submission', {}, { state: 'in review' }, [['submitted', [], true]]],
  [
    'a request for changes',
    { state: 'in review' },
    { state: 'changes requested' },
    [['changes requested', ['ana', 'ben'], false]],
  ],
  [
    'an approval',
    { state: 'in review' },
    { state: 'approved' },
    [['approved', ['ana', 'ben'], false]],
  ],
  ['coming back from the schedule', { state: 'scheduled' }, { state: 'approved' }, []],
  [
    'an approval that no longer holds',
    { state: 'approved', approvedBy: 'dora' },
    { state: 'approved', approvalVoid: 'The headline was changed.' },
    [['approval void', ['dora'], false]],
  ],
  [
    'a publication',
    { state: 'approved' },
    { state: 'published' },
    [['published', ['ana', 'ben'], false]],
  ],
  ['a live story saved as it is', { state: 'published' }, { state: 'published' }, []],
  [
    'a schedule that failed',
    { state: 'scheduled' },
    { state: 'scheduled', scheduleProblem: 'It was changed.' },
    [['schedule problem', ['ana', 'ben'], true]],
  ],
])('%s', (_, before, after, expected) => {
  expect(told({ ...story, ...before }, { ...story, ...after })).toEqual(expected)
})

it('says nothing of the story but its headline', () => {
  const after = { ...story, state: 'scheduled', scheduleProblem: 'Qzxv is not cleared.' }
  const [notice] = storyNotices({ ...story, state: 'scheduled' }, after, null)
  expect(notice?.text).toBe('“The harbour” did not go out as scheduled')
})
