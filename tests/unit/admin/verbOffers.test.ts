/** Which verbs stand beside a story, for whom. */
import { describe, expect, it } from 'vitest'
import { offersOf, type Standing } from '#src/admin/components/workflow/verbOffers.ts'
import type { WorkflowRole } from '#src/workflow/verbs.ts'

const labels = (story: Standing, ...roles: WorkflowRole[]): string[] =>
  offersOf(story, roles).map(({ label }) => label)
const next = (story: Standing, ...roles: WorkflowRole[]): string[] =>
  offersOf(story, roles)
    .filter(({ isNext }) => isNext)
    .map(({ label }) => label)

const published = '2026-11-01T08:00:00.000Z'

describe('the verbs beside a story', () => {
  it('let a reporter submit a draft, and take it back', () => {
    expect(labels({ state: 'draft' }, 'reporter')).toEqual(['Submit'])
    expect(labels({ state: 'in review' }, 'reporter')).toEqual(['Back to draft'])
    expect(labels({ state: 'approved' }, 'reporter')).toEqual([])
    expect(labels({ state: 'draft' }, 'admin')).toEqual([])
  })

  it('let the desk approve what it reads, with one button that stands out', () => {
    expect(labels({ state: 'in review' }, 'editor')).toEqual([
      'Approve',
      'Request changes…',
      'Back to draft',
    ])
    expect(next({ state: 'in review' }, 'editor')).toEqual(['Approve'])
    expect(next({ state: 'draft' }, 'editor')).toEqual(['Approve'])
    expect(next({ state: 'approved' }, 'editor')).toEqual(['Schedule…'])
    expect(labels({ state: 'approved' }, 'editor')[0]).toBe('Schedule…')
  })

  it('offer a scheduled story another time, and the newer text only when there is one', () => {
    const story: Standing = { state: 'scheduled' }
    expect(labels(story, 'editor')).toEqual([
      'Change the time…',
      'Take off the schedule',
      'Back to draft',
    ])
    expect(next({ ...story, approvalVoid: 'Ana changed the headline.' }, 'editor')).toEqual([
      'Approve the newer text',
    ])
  })

  it('offer to try again where the clock failed, to the desk alone', () => {
    const story: Standing = { state: 'scheduled', scheduleProblem: 'The legal check is missing.' }
    expect(next(story, 'chief')).toEqual(['Try again'])
    expect(labels(story, 'reporter')).toEqual([])
  })

  it('keep retracting and embargoes to chiefs, and each to stories that have one', () => {
    expect(labels({ state: 'published', firstPublishedAt: published }, 'chief')).toEqual([
      'Retract…',
    ])
    expect(labels({ state: 'published', firstPublishedAt: published }, 'editor')).toEqual([])
    const held: Standing = { state: 'draft', embargoUntil: '2026-12-01T08:00:00.000Z' }
    expect(labels(held, 'chief')).toContain('Lift the embargo…')
    expect(labels(held, 'editor')).not.toContain('Lift the embargo…')
    expect(labels({ state: 'draft' }, 'chief')).not.toContain('Lift the embargo…')
  })
})
