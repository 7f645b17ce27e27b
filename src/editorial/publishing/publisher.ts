import type { Config } from '#src/config.ts'

/** Who publishes, for pages, feeds and structured data. */
export const publisher = (config: Config): { name: string; url: string } => ({
  name: config.publisherName,
  url: config.publicUrl,
})
