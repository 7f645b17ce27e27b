/** The part of the schema that is about quotes and how they reached us. */

export const quoteTypes = /* GraphQL */ `
  "How exactly a quote gives the words."
  enum QuoteKind {
    "The exact words."
    DIRECT
    "Exact words inside a sentence of ours."
    PARTIAL
    "The exact words, set apart."
    BLOCK
    "The sense, not the words."
    PARAPHRASE
  }

  "What came of comparing a quote with its evidence."
  enum VerificationStatus {
    "The words are in the evidence."
    VERIFIED
    "They are, but for marked edits."
    VERIFIED_WITH_EDITS
    "The evidence has other words."
    DIFFERS
    "The evidence does not have them."
    NOT_FOUND
    "There is nothing to compare with."
    NO_EVIDENCE
    "A paraphrase: there is evidence, but no evidence can have its words."
    BY_EYE
  }

  "Someone's words, with who said them and how they reached us."
  type Quote {
    "Stable."
    id: ID!
    "The words, in the language of the story."
    text: String!
    "How exactly they are given."
    kind: QuoteKind!
    "The language of the text, as BCP 47."
    language: String!
    "The words as they were said, when the text is a translation."
    original: OriginalWords
    "Who said it."
    speaker: Speaker!
    "How the words reached the story, hop by hop, the speaker's end first."
    chain: [AttributionHop!]!
    "When it was said, as far as known: a date or a time."
    saidAt: String
    "Where it was said: interview, statement, report."
    medium: String
    "Where it can be checked."
    url: String
    "What came of checking it."
    verification: VerificationStatus!
    "The published stories that carry it, newest first."
    stories(first: Int = 20, after: String): ArticleConnection!
  }

  "Words before translation."
  type OriginalWords {
    "The words."
    text: String!
    "Their language, as BCP 47."
    language: String!
  }

  "Who said something, as they were when they said it."
  type Speaker {
    "Null for a speaker we do not name."
    name: String
    "What readers see of a speaker we do not name."
    description: String
    "What they were."
    role: String
    "Whom they spoke for or belonged to."
    affiliation: String
    "Whether we keep their name to ourselves."
    isAnonymous: Boolean!
    "Why we do."
    anonymityReason: String
    "Their record as of today."
    source: Source
  }

  "How words passed a hop."
  enum AttributionMode {
    "Heard by us."
    FIRST_HAND
    "An outlet passed them on."
    RELAYED
    "We saw the paper or the recording itself."
    DOCUMENT
  }

  "One hop on the way from the speaker to the story."
  type AttributionHop {
    "How the words passed it."
    mode: AttributionMode!
    "Who passed them on, as printed."
    name: String!
    "Where they did."
    url: String
    "Their record as of today."
    source: Source
  }
`
