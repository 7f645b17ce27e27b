import { describe, expect, test } from 'vitest'
import { isWanted, messageFor } from '#src/jobs/webhookMessage.ts'
import { sealPublication } from '#src/ledger/chain.ts'
import type { LedgerEvent, Publication } from '#src/ledger/port.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { makeStory, publicationOf } from '#tests/fixtures/ledgerStories.ts'

const row = (over: Partial<PublishedStory> = {}, event: LedgerEvent = 'publish') =>
  sealPublication({ row: publicationOf(makeStory(1, over), event), previous: null })

describe('a receiver that asked for a topic', () => {
  const topics = [{ name: 'Climate Change', slug: 'climate-change' }]

  test.each(['Climate Change', 'climate-change', ' CLIMATE CHANGE '])('“%s” is told', (topic) => {
    expect(isWanted({ topic }, row({ topics }))).toBe(true)
  })

  test('is told of no story without it, and of all when it asked for none', () => {
    expect(isWanted({ topic: 'climate' }, row({ topics }))).toBe(false)
    expect(isWanted({ topic: 'Climate Change' }, row({ topics: [] }))).toBe(false)
    expect(isWanted({ topic: '  ' }, row({ topics: [] }))).toBe(true)
  })
})

test('every filter has to fit', () => {
  const section = { id: 'world-id', name: 'World', slug: 'world' }
  const asked = { events: ['retract' as const], section: 'world-id', topic: null }
  expect(isWanted(asked, row({ section }, 'retract'))).toBe(true)
  expect(isWanted(asked, row({ section }, 'publish'))).toBe(false)
  expect(isWanted(asked, row({ section: null }, 'retract'))).toBe(false)
})

test('a message names the story and holds none of its words', () => {
  const story = { headline: 'Zqxjv words', slug: 'storm-1' }
  const { id, body } = messageFor('receiver-1', row(story, 'correct'), 'https://news.example')
  expect(id).toBe('msg_receiver-1_1')
  expect(body).toMatchObject({
    type: 'story.corrected',
    data: { id: 'story-1', seq: 1, url: 'https://news.example/articles/storm-1' },
  })
  expect(JSON.stringify(body)).not.toContain('Zqxjv')
})

test('a message says what kind of change it was, where somebody said', () => {
  const changed: Publication = { ...row({}, 'update'), change: 'clarification' }
  const dataOf = (one: Publication) => messageFor('receiver-1', one, 'https://news.example').body
  expect(dataOf(changed)).toMatchObject({ data: { event: 'update', change: 'clarification' } })
  expect(dataOf(row())).toMatchObject({ data: { event: 'publish', change: null } })
})
