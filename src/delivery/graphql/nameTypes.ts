/** The part of the schema that is about what has a name: sections, topics, authors, sources. */

export const nameTypes = /* GraphQL */ `
  "A part of the publication."
  type Section {
    "Stable."
    id: ID!
    "As readers see it."
    name: String!
    "The name in addresses."
    slug: String!
    "Its stories, newest first."
    articles(first: Int = 20, after: String): ArticleConnection!
  }

  "What stories are about."
  type Topic {
    "As readers see it."
    name: String!
    "The name in addresses."
    slug: String!
    "Its stories, newest first."
    articles(first: Int = 20, after: String): ArticleConnection!
  }

  "What someone did for a story."
  enum ContributionRole {
    "Wrote it."
    BY
    "Took the pictures."
    PHOTOS_BY
    "Added reporting."
    ADDITIONAL_REPORTING
    "Edited it."
    EDITING
    "Translated it."
    TRANSLATION
  }

  "Someone with a byline."
  type Author {
    "Stable."
    id: ID!
    "As readers see it."
    name: String!
    "The name in addresses."
    slug: String!
    "What they did for the story they are read from; elsewhere, for their newest."
    role: ContributionRole!
    "Who they are."
    bio: String
    "A portrait."
    image: Image
    "Their stories, newest first."
    articles(first: Int = 20, after: String): ArticleConnection!
  }

  "What a source is."
  enum SourceKind {
    "A newspaper, an agency, a broadcaster."
    PUBLICATION
    "An authority, a company, a group."
    ORGANISATION
    "Someone."
    PERSON
    "A paper or a file."
    DOCUMENT
    "An account on a platform."
    SOCIAL_ACCOUNT
  }

  "Whoever or whatever stories cite. Of a confidential person, only the public description."
  type Source {
    "Stable."
    id: ID!
    "What it is."
    kind: SourceKind!
    "As readers see it."
    name: String!
    "The name in addresses."
    slug: String!
    "What they are."
    role: String
    "Whom they speak for or belong to."
    affiliation: String
    "The domain of a publication or organisation."
    domain: String
    "Where it is on the web."
    url: String
    "Whether we keep their name to ourselves."
    isAnonymous: Boolean!
    "What they said or passed on, newest first."
    quotes(first: Int = 20, after: String): QuoteConnection!
    "The stories that cite it, newest first."
    articles(first: Int = 20, after: String): ArticleConnection!
  }
`
