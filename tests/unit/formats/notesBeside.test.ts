/** A correction that stands beside its paragraph does so in every format, and nowhere twice. */
import { HtmlValidate } from 'html-validate'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { renderArticlePage } from '#src/formats/html/renderArticlePage.ts'
import { renderMarkdown } from '#src/formats/markdown.ts'
import { renderBodyText, renderText } from '#src/formats/text.ts'
import { noteAnchor } from '#src/formats/urls.ts'
import { plainText } from '#src/story/plainText.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { bareStory, samplePublication, text } from '#tests/fixtures/stories.ts'

const FIRST = 'The bridge reopened on Friday.'
const SECOND = 'It had been closed for a year.'
const NOTE = 'We first said that it <reopened> on Thursday.'

const story = (): PublishedStory => ({
  ...bareStory(),
  body: [FIRST, SECOND].map((words) => ({ type: 'paragraph', children: [text(words)] })),
  corrections: [
    {
      id: 'note/1',
      kind: 'correction',
      at: '2014-06-14T08:00:00.000Z',
      text: NOTE,
      before: 'Thursday',
      after: 'Friday',
      beside: 0,
    },
  ],
})

const isBetween = (whole: string, note: string): boolean => {
  expect(whole.split(note)).toHaveLength(2)
  const at = whole.indexOf(note)
  return whole.indexOf(FIRST) < at && at < whole.indexOf(SECOND)
}

describe('a correction beside its paragraph', () => {
  it('follows it on the page, where the line at the top leads to it', async () => {
    const html = renderArticlePage(story(), samplePublication)
    const { document } = parseHTML(html)
    const note = document.querySelector('.story-body > p + .correction-note')
    expect(note?.textContent).toContain(NOTE)
    expect(note?.id).toBe(noteAnchor('note/1'))
    expect(document.querySelector('.correction-flag a')?.getAttribute('href')).toBe(`#${note?.id}`)
    expect(document.querySelector('#corrections')).toBeNull()
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: { 'doctype-style': ['error', { style: 'lowercase' }] },
    })
    expect((await validator.validateString(html)).results).toEqual([])
  })

  it('follows it in Markdown and in plain text', () => {
    const markdown = renderMarkdown(story(), samplePublication)
    expect(isBetween(markdown, 'We first said that it \\<reopened\\> on Thursday.')).toBe(true)
    expect(markdown).not.toContain('## Corrections')
    const wire = renderText(story(), samplePublication)
    expect(isBetween(wire, `[CORRECTION, 14 June 2014: ${NOTE}]`)).toBe(true)
    expect(isBetween(renderBodyText(story()), NOTE)).toBe(true)
  })

  it('is no part of the words that are counted and searched', () => {
    expect(plainText(story())).toBe(`${FIRST}\n\n${SECOND}`)
  })
})
