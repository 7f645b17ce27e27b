/** The part of the schema that is about searching. */

export const searchTypes = /* GraphQL */ `
  "What can be found."
  enum SearchType {
    "Stories."
    ARTICLE
    "Quotes."
    QUOTE
  }

  "A story or a quote that was found."
  type SearchHit {
    "How well it fits; compares within one answer only."
    score: Float!
    "The story, when it is one."
    article: Article
    "The quote, when it is one."
    quote: Quote
    "Where the words were found."
    highlights: Highlights!
  }

  "Where words were found: HTML, escaped, with what was found in <mark>."
  type Highlights {
    "Of a story."
    headline: String
    "Of a story."
    standfirst: String
    "The words of a quote; of a story, the part of its text where most was found."
    text: String
    "Of a quote."
    speaker: String
  }
`
