import { AppError } from '#src/errors.ts'

type Encoded = { bytes: Uint8Array; filename: string; charset?: string | null }

/**
 * Decodes a text file: byte order mark, then what the sender or the page declares, then UTF-8.
 *
 * @param isHtml a page may declare its charset, and a few broken characters in it are the page's own
 * @throws AppError `unprocessable` when the bytes are not what they are said to be
 */
export const decodeText = ({ bytes, filename, charset }: Encoded, isHtml: boolean): string => {
  const declared = markOf(bytes) ?? charset?.trim() ?? (isHtml ? declaredIn(bytes) : null)
  const text = decode(bytes, declared ?? 'utf-8', filename)
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  const allowed = isHtml ? Math.max(3, text.length / 1000) : 0
  if (broken > allowed || /\0/.test(text.slice(0, 10_000))) {
    throw new AppError(
      'unprocessable',
      `“${filename}” is not text in ${declared ?? 'UTF-8'}. ` +
        'Save it again as UTF-8, or paste the words.',
    )
  }
  return text.replace(/\r\n?/g, '\n')
}

const decode = (bytes: Uint8Array, label: string, filename: string): string => {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    throw new AppError(
      'unprocessable',
      `“${filename}” says that it is written in “${label.slice(0, 40)}”, which is not known. ` +
        'Save it again as UTF-8, or paste the words.',
    )
  }
}

const markOf = ([a, b, c]: Uint8Array): string | null => {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** HTML Standard, 13.2.3.2: in the first 1024 bytes. */
const declaredIn = (bytes: Uint8Array): string | null => {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const found = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1]
  // A page that could be read this far is not in UTF-16, whatever it says.
  return found && /^utf-?16/i.test(found) ? 'utf-8' : (found ?? null)
}
