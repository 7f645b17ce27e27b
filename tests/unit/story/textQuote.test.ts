/** Words that a note is about are found again when the text around them moves. */
import { expect, it } from 'vitest'
import { findTextQuote, textQuoteOf } from '#src/story/textQuote.ts'

const text = 'The mayor said no. The council said yes.\n\nLater the mayor said yes.'
const quoteAt = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return textQuoteOf(text, start, start + words.length)
}
const found = (whole: string, quote: ReturnType<typeof quoteAt>) => {
  const place = findTextQuote(whole, quote)
  return place && whole.replace(/\s+/gu, ' ').slice(0, place.start + quote.exact.length)
}

it('finds them where they were, though white space differs', () => {
  expect(
    found(text.replaceAll('\n\n', ' \n '), quoteAt('yes. Later'.replace(' ', '\n\n'))),
  ).toMatch(/yes\. Later$/)
})

it('finds the right one of several by its surroundings, wherever it moved', () => {
  const second = quoteAt('said yes', text.indexOf('Later'))
  expect(found(`Later the mayor said yes. ${text.slice(0, 40)}`, second)).toBe(
    'Later the mayor said yes',
  )
  expect(found(`New words. ${text}`, second)).toMatch(/Later the mayor said yes$/)
})

it('says that they are gone when they were changed', () => {
  expect(findTextQuote(text.replaceAll('said no', 'said maybe'), quoteAt('said no'))).toBeNull()
})
