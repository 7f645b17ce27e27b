/** The part of the schema that is about stories and their pictures. */

export const articleTypes = /* GraphQL */ `
  "What kind of story it is."
  enum ArticleKind {
    "A few lines."
    BRIEF
    "News."
    REPORT
    "What the news means."
    ANALYSIS
    "What the author thinks."
    OPINION
    "A running account of an event."
    LIVE
  }

  "Whether readers may still read a story."
  enum ArticleState {
    "Published."
    LIVE
    "Withdrawn, with a public notice. Its text is empty."
    RETRACTED
  }

  "How the body of a story is written."
  enum BodyFormat {
    "A string of semantic HTML, without styles and scripts."
    HTML
    "A string: the whole story as a CommonMark document, headline and front matter included."
    MARKDOWN
    "A string of plain text."
    TEXT
    "The tree of blocks, as JSON."
    BLOCKS
  }

  "A story as it was published."
  type Article {
    "Stable for the story's life."
    id: ID!
    "The name in the address; may change, old ones redirect."
    slug: String!
    "Where readers read it."
    url: String!
    "Whether readers may still read it."
    state: ArticleState!
    "Why it was withdrawn; null for a live story."
    retraction: Retraction
    "What kind of story it is."
    kind: ArticleKind!
    "The language it is written in, as BCP 47."
    language: String!
    "The headline."
    headline: String!
    "The sentence below the headline."
    standfirst: String
    "Where it was filed from, as printed."
    dateline: String
    "The section it is in."
    section: Section
    "What it is about."
    topics: [Topic!]!
    "The byline as printed; may differ from the authors' names."
    byline: String!
    "Who made it, in the order of the byline."
    authors: [Author!]!
    "The picture that leads it."
    leadImage: Image
    "The text: a string, or a tree for BLOCKS. Empty for a retracted story."
    body(format: BodyFormat = HTML): JSON!
    "Every quote the text shows, in order of appearance."
    quotes(first: Int = 20, after: String): QuoteConnection!
    "Whoever and whatever it cites, in order of appearance."
    sources: [Source!]!
    "What was put right after publication."
    corrections: [Correction!]!
    "The length of the text in words."
    wordCount: Int!
    "When it was first published."
    firstPublishedAt: DateTime!
    "When what readers see last changed."
    updatedAt: DateTime!
    "The story that this one takes the place of."
    replaces: Article
    "The newer story that took the place of this one."
    replacedBy: Article
    "Related stories."
    related: [Article!]!
    "Where readers see what changed between the versions; null unless they may."
    historyUrl: String
    "Which version of the story this is."
    version: Version!
  }

  "A version of a story: its place in the ledger and the hash that proves its text."
  type Version {
    "The number of the publication."
    seq: Int!
    "SHA-256, in hex, of the story's canonical JSON without its times."
    hash: String!
    "When it was published."
    at: DateTime!
  }

  "A story's withdrawal."
  type Retraction {
    "What was wrong, for readers."
    reason: String
    "When it was withdrawn."
    at: DateTime!
  }

  "What was put right in a story after publication."
  type Correction {
    "Stable."
    id: ID!
    "The story it is about; retracted ones have their state."
    article: Article!
    "How grave it is."
    kind: CorrectionKind!
    "When it was put right."
    at: DateTime!
    "The notice, for readers."
    text: String!
    "The wrong words, when they are given."
    before: String
    "The right words, when they are given."
    after: String
    "The number, from 0, of the block of the body that it stands beside; null for one at the end."
    beside: Int
  }

  "How grave a correction is."
  enum CorrectionKind {
    "Right, but could be misread."
    CLARIFICATION
    "Was wrong."
    CORRECTION
    "The story is withdrawn."
    RETRACTION
  }

  "A picture with its rights."
  type Image {
    "Stable."
    id: ID!
    "Its largest file."
    url: String!
    "In pixels."
    width: Int!
    "In pixels."
    height: Int!
    "The media type of the file."
    mimeType: String!
    "What it shows, for those who do not see it."
    alt: String!
    "The words below it."
    caption: String
    "The credit line as printed."
    credit: String
    "Who made it."
    creator: String
    "Whose it is."
    copyrightNotice: String
    "On what terms it may be used."
    licenceUrl: String
    "How it came to be, as an IPTC digital source type URI."
    digitalSourceType: String
    "What must stay in sight when it is cropped."
    focalPoint: FocalPoint
    "The same picture in other sizes."
    sizes: [ImageSize!]!
  }

  "A point in a picture, from 0 to 1."
  type FocalPoint {
    "From the left."
    x: Float!
    "From the top."
    y: Float!
  }

  "A picture in another size."
  type ImageSize {
    "What the size is called."
    name: String!
    "Its file."
    url: String!
    "In pixels."
    width: Int!
    "In pixels."
    height: Int!
    "The media type of the file."
    mimeType: String!
  }
`
