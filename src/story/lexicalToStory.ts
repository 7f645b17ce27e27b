/** From what the editor stores to what readers get. */
import type { Problem } from '#src/errors.ts'
import { openReader, report, type BodyResolver } from '#src/story/bodyReader.ts'
import { readBlocks } from '#src/story/lexicalBlocks.ts'
import { isRecord } from '#src/story/lexicalNodes.ts'
import type { StoryBlock, StoryImage } from '#src/story/publishedStory.ts'

/** Ids the body points at: each once, in order of first appearance. */
export type BodyReferences = {
  quoteIds: string[]
  sourceIds: string[]
  imageIds: string[]
  /** Articles that internal links lead to. */
  articleIds: string[]
}

export type ConvertedBody = BodyReferences & { blocks: StoryBlock[]; problems: Problem[] }

/**
 * Converts a stored body (Lexical's SerializedEditorState as Payload 3 keeps it) into story blocks.
 *
 * Never throws: whatever is malformed, unknown, missing or unsafe becomes a problem, with its path,
 * and the words around it are kept. An empty body (`null`, `undefined`) gives no blocks, no problems.
 * @param editorState the field's value, unchecked
 * @param resolve looks up the records the body points at
 * @param path the field's path, for problems
 */
export const lexicalToStory = (
  editorState: unknown,
  resolve: BodyResolver,
  path = 'body',
): ConvertedBody => {
  const reader = openReader(resolve)
  const root = isRecord(editorState) && isRecord(editorState.root) ? editorState.root : null
  const isEmpty = editorState === null || editorState === undefined
  if (!isEmpty && !Array.isArray(root?.children)) report(reader, 'body-malformed', path)
  const blocks = Array.isArray(root?.children)
    ? readBlocks(reader, root.children, `${path}.root`)
    : []
  return {
    blocks,
    quoteIds: [...reader.quoteIds],
    sourceIds: [...reader.sourceIds],
    imageIds: [...reader.imageIds],
    articleIds: [...reader.articleIds],
    problems: reader.problems,
  }
}

/**
 * The ids a stored body points at, for loading them before it is converted. Never throws.
 * It runs the converter itself, so that what is loaded is exactly what is asked for later.
 * @param editorState the field's value, unchecked
 */
export const bodyReferences = (editorState: unknown): BodyReferences => {
  const { quoteIds, sourceIds, imageIds, articleIds } = lexicalToStory(editorState, anything)
  return { quoteIds, sourceIds, imageIds, articleIds }
}

const anyImage: StoryImage = {
  id: '',
  url: '/',
  width: 1,
  height: 1,
  mimeType: 'image/png',
  alt: '',
  caption: null,
  credit: null,
  creator: null,
  copyrightNotice: null,
  licenceUrl: null,
  digitalSourceType: null,
  focalPoint: null,
  sizes: [],
}
const anything: BodyResolver = {
  image: () => anyImage,
  sourceName: () => '',
  articleUrl: () => '/',
}
