import { describe, expect, it } from 'vitest'
import { renderWords } from '#src/formats/html/renderWords.ts'
import { diffWords } from '#src/story/diff.ts'
import { buildHistory, wordTotals, type PastVersion } from '#src/story/history.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { makeCorrection, makeStory } from '#tests/fixtures/ledgerStories.ts'

const row = (
  seq: number,
  over: Partial<PublishedStory>,
  more: Partial<PastVersion> = {},
): PastVersion => ({
  seq,
  at: `2026-03-0${seq}T08:00:00.000Z`,
  event: seq === 1 ? 'publish' : 'update',
  versionHash: String(seq),
  story: makeStory(1, over),
  ...more,
})

describe('the history of a story', () => {
  const correction = makeCorrection(3)
  const rows = [
    row(
      3,
      { standfirst: 'Ships leave port.', corrections: [correction] },
      { change: 'correction' },
    ),
    row(2, { standfirst: 'Ships leave port.' }, { change: 'minor' }),
    row(1, {}),
  ]

  it('tells each version, newest first, with what changed and what readers were told', () => {
    const [corrected, updated, first] = buildHistory(rows)
    expect(corrected).toMatchObject({ seq: 3, change: 'correction', notes: [correction] })
    expect(updated).toMatchObject({ seq: 2, change: 'minor', notes: [] })
    expect(updated?.diff?.fields).toMatchObject([{ field: 'standfirst' }])
    expect(first).toMatchObject({ seq: 1, event: 'publish', change: null, diff: null })
  })

  it('compares the oldest that is told with one more, and does not tell that one', () => {
    const versions = buildHistory(rows, 2)
    expect(versions.map(({ seq }) => seq)).toEqual([3, 2])
    expect(versions[1]?.diff).not.toBeNull()
  })

  it('leaves out a version in which no word changed and of which nothing was told', () => {
    const credit = row(2, { authors: [] })
    expect(buildHistory([credit, row(1, {})]).map(({ seq }) => seq)).toEqual([1])
  })

  it('counts the words that came and went', () => {
    const [, updated] = buildHistory(rows)
    expect(updated?.diff && wordTotals(updated.diff)).toEqual({ added: 1, removed: 2 })
  })
})

describe('words that changed, for a page', () => {
  it('are marked, and never become markup', () => {
    const words = diffWords('A <b>red</b> pier.', 'A <b>blue</b> pier.')
    expect(renderWords(words)).toBe('A &lt;b&gt;<del>red</del><ins>blue</ins>&lt;/b&gt; pier.')
  })

  it('stand with the words around them, and not with a whole long paragraph', () => {
    const many = (word: string) => Array.from({ length: 60 }, (_, n) => `${word}${n}`).join(' ')
    const html = renderWords(
      diffWords(`${many('a')} red ${many('b')}`, `${many('a')} blue ${many('b')}`),
    )
    expect(html.startsWith('… a46 ')).toBe(true)
    expect(html).toContain('a59 <del>red</del><ins>blue</ins> b0')
    expect(html.endsWith('b13 …')).toBe(true)
  })
})
