/** What a format knows besides the story: who publishes it, and where. */

export type Publisher = {
  name: string
  /** The home page. */
  url: string
  logoUrl?: string
}

export type PublicationContext = {
  publisher: Publisher
  /** The address readers reach us at, without a path: `https://news.example`. */
  publicUrl: string
}
