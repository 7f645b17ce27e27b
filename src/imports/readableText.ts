import { AppError } from '#src/errors.ts'

const limit = 2 * 1024 * 1024

/**
 * The text to import: byte order mark removed, line ends as `\n`, nothing else touched.
 * @throws AppError `unprocessable` when there is nothing to read, when it is not text, or when it is longer than 2 MB.
 */
export function readableText(text: string): string {
  if (text.length > limit || new TextEncoder().encode(text).length > limit) {
    throw new AppError('unprocessable', 'The text is longer than 2 MB. Import it in parts.')
  }
  if (/\0/.test(text) || looksBinary(text)) {
    throw new AppError(
      'unprocessable',
      'This is not plain text. Choose a text file, or paste the words.',
    )
  }
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (clean.trim() === '')
    throw new AppError(
      'unprocessable',
      'The text is empty. Paste an article or choose another file.',
    )
  return clean
}

/** Control characters and undecodable bytes are rare in text and common in files that are none. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 8192)
  const strange = sample.match(/[\u0001-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0
  return strange > 8 && strange > sample.length / 50
}
