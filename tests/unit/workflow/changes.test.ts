import { describe, expect, it } from 'vitest'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { changedFacts, describeFact } from '#src/workflow/changes.ts'
import { sampleStory } from '#tests/fixtures/stories.ts'

const saying = (standfirst: string): PublishedStory => ({ ...sampleStory(), standfirst })
const facts = (before: string, after: string) =>
  changedFacts(saying(before), saying(after)).map((fact) => [fact.kind, describeFact(fact)])

describe('a change touches', () => {
  it.each([
    ['a number', '1,200 came.', '1,300 came.', ['number', '“1,200” became “1,300”']],
    [
      'a number in words',
      'He saw three ships.',
      'He saw four ships.',
      ['number', '“three” became “four”'],
    ],
    [
      'a date',
      'It fell on 3 May 2014.',
      'It fell on 4 May 2014.',
      ['date', '“3 May 2014” became “4 May 2014”'],
    ],
    [
      'a name',
      'He met Ana Ruiz there.',
      'He met Eva Ruiz there.',
      ['name', '“Ana Ruiz” became “Eva Ruiz”'],
    ],
    [
      'a name after a title',
      'He met Mr. Smith.',
      'He met Mr. Smyth.',
      ['name', '“Smith” became “Smyth”'],
    ],
    [
      'words in marks',
      'He said “we go”.',
      'He said “we stay”.',
      ['quote', '“we go” became “we stay”'],
    ],
  ])('%s', (_, before, after, fact) => {
    expect(facts(before, after)).toContainEqual(fact)
  })

  it('a quote by its record', () => {
    const before = sampleStory()
    const [first, ...others] = before.quotes
    const after = { ...before, quotes: [{ ...first!, text: `${first!.text} now` }, ...others] }
    expect(changedFacts(before, after).map(({ kind }) => kind)).toEqual(['quote'])
  })

  it.each([
    ['a typing error', 'The pier was closd.', 'The pier was closed.'],
    ['the spelling of a number', '1200 came.', '1,200 came.'],
    ['nothing', 'The pier was closed.', 'The pier was closed.'],
  ])('no fact when it mends %s', (_, before, after) => {
    expect(facts(before, after)).toEqual([])
  })
})
