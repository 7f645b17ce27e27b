import { expect, test } from 'vitest'
import { restRoutes } from '#src/delivery/rest/restTarget.ts'
import { asTag, storyTags, touchedTags } from '#src/story/cacheTags.ts'
import { makeCorrection, makeStory } from '#tests/fixtures/ledgerStories.ts'

test('a publication touches all that the story stands in, before and after', () => {
  const before = makeStory(1, { section: { id: 'a', name: 'Arts', slug: 'arts' } })
  const after = makeStory(1)
  const tags = touchedTags(before, after)
  for (const tag of [...storyTags(before), ...storyTags(after)]) expect(tags).toContain(tag)
  expect(tags).toEqual(expect.arrayContaining(['section-arts', 'section-a', 'quote-quote-1']))
  expect(new Set(tags).size).toBe(tags.length)
})

test('the corrections are touched by a story that has or had some', () => {
  const put = makeStory(1, { corrections: [makeCorrection(1)] })
  expect(touchedTags(null, makeStory(1))).not.toContain('corrections')
  expect(touchedTags(null, put)).toContain('corrections')
  expect(touchedTags(put, makeStory(1))).toContain('corrections')
})

test('every list of the API is touched by every publication', () => {
  const tags = touchedTags(null, makeStory(1))
  const lists = restRoutes.map(({ path }) => /^\/v1\/([a-z]+)$/.exec(path)?.[1])
  // Corrections have a rule of their own; what is withheld is kept nowhere; the index never changes.
  const known = lists.filter((name) => name && !['corrections', 'withheld', 'docs'].includes(name))
  expect(known.length).toBeGreaterThan(5)
  for (const name of known) expect(tags).toContain(name)
})

test('a tag stands in a header between others', () => {
  expect(asTag('section-a b,ü')).toBe('section-a_b__')
})
