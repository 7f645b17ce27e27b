/** The state of one conversion from the editor's JSON: what was met, and what was wrong with it. */
import type { Problem } from '#src/errors.ts'
import type { StoryImage } from '#src/story/publishedStory.ts'

/** How the converter looks up the records a body points at. It never loads anything itself. */
export type BodyResolver = {
  /** The image as readers get it, or `null` when there is no such record. */
  image: (id: string) => StoryImage | null
  /** The source's name as printed, or `null` when there is no such record. */
  sourceName: (id: string) => string | null
  /** Where an internal link to an article leads, or `null`. Without it internal links are problems. */
  articleUrl?: (id: string) => string | null
}

export type BodyReader = {
  resolve: BodyResolver
  quoteIds: Set<string>
  sourceIds: Set<string>
  imageIds: Set<string>
  articleIds: Set<string>
  problems: Problem[]
}

/** Nesting deeper than any editor makes; hostile JSON must not exhaust the stack. */
export const MAX_DEPTH = 40

const FINDINGS = {
  'body-malformed': {
    message: 'A part of the text is damaged and cannot be read.',
    fix: 'Delete the damaged part and write it again, or restore an earlier version.',
  },
  'body-unknown-node': {
    message: 'The text holds an element that readers cannot be shown.',
    fix: 'Remove the element, or replace it with a paragraph, a list, a quote, an image or an embed.',
  },
  'quote-missing': {
    message: 'A quote block points at no quote.',
    fix: 'Choose a quote in the block, or delete the block.',
  },
  'image-missing': {
    message: 'An image block points at no image.',
    fix: 'Choose an image in the block, or delete the block.',
  },
  'source-missing': {
    message: 'A citation points at no source.',
    fix: 'Choose the source that is cited, or delete the citation.',
  },
  'embed-unsafe': {
    message: 'An embed has no usable web address.',
    fix: 'Paste the full address of the page, starting with https://.',
  },
  'link-unsafe': {
    message: 'A link does not lead to a web page, an e-mail address or a telephone number.',
    fix: 'Enter the full address, starting with https://, or remove the link.',
  },
  'link-missing': {
    message: 'A link points at a story that does not exist or has no address.',
    fix: 'Choose another story, or remove the link.',
  },
} as const

export type BodyFinding = keyof typeof FINDINGS

/** A fresh reader: nothing met, nothing wrong. */
export const openReader = (resolve: BodyResolver): BodyReader => ({
  resolve,
  quoteIds: new Set(),
  sourceIds: new Set(),
  imageIds: new Set(),
  articleIds: new Set(),
  problems: [],
})

/** Notes a problem at `path`; `detail` (a node type, an address) ends up in the message. */
export const report = (
  reader: BodyReader,
  code: BodyFinding,
  path: string,
  detail?: string | null,
): void => {
  const { message, fix } = FINDINGS[code]
  const shown = detail ? `${message.slice(0, -1)}: “${detail.slice(0, 80)}”.` : message
  reader.problems.push({ code, severity: 'error', path, message: shown, fix })
}
