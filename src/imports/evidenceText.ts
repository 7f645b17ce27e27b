/**
 * From the original of evidence to its words: web pages, PDFs, transcripts with times or names, plain text.
 * What cannot be read is refused with what to do about it.
 */
import { AppError } from '#src/errors.ts'
import { decodeText } from './evidenceCharset.ts'
import { pageText } from './evidenceHtml.ts'
import { pdfText } from './evidencePdf.ts'
import { captionText, isCaptions, isTranscript } from './evidenceTranscript.ts'

export type EvidenceKind = 'text' | 'html' | 'transcript' | 'pdf'

export type EvidenceText = {
  kind: EvidenceKind
  text: string
  /** As the page or the document calls itself. */
  title: string | null
}

export type EvidenceInput = {
  bytes: Uint8Array
  filename: string
  /** As the sender calls it; what the bytes show comes first. */
  mimeType: string
  /** As a web server named it; a byte order mark comes first. */
  charset?: string | null
}

/** Files above this are not opened. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024
/** The most words that a record of evidence holds, in characters. */
export const MAX_TEXT = 2_000_000

/**
 * Reads the words of an original.
 *
 * @throws AppError `unprocessable` (or `too-large`) in words for the editor
 */
export const readEvidence = async (input: EvidenceInput): Promise<EvidenceText> => {
  const { bytes, filename } = input
  if (bytes.length === 0) {
    throw new AppError('unprocessable', `“${filename}” is empty. Choose the file again.`)
  }
  if (bytes.length > MAX_FILE_BYTES) {
    throw new AppError(
      'too-large',
      `“${filename}” is larger than 50 MB. Save it smaller, or in parts.`,
    )
  }
  const found = await readKind(input, evidenceKind(input))
  const text = found.text.replaceAll('\0', '').trim()
  if (text === '') {
    throw new AppError('unprocessable', `“${filename}” holds no words. Paste them as text instead.`)
  }
  if (text.length > MAX_TEXT) {
    throw new AppError(
      'too-large',
      `“${filename}” holds more than ${MAX_TEXT / 1e6} million characters. Keep the part that is quoted.`,
    )
  }
  return { ...found, text, title: found.title?.replace(/\s+/g, ' ').trim().slice(0, 300) || null }
}

const readKind = async (input: EvidenceInput, kind: EvidenceKind): Promise<EvidenceText> => {
  if (kind === 'pdf') return { kind, ...(await pdfText(input)) }
  const text = decodeText(input, kind === 'html')
  if (kind === 'html') return { kind, ...pageText(text, input.filename) }
  if (isCaptions(text)) return { kind: 'transcript', text: captionText(text), title: null }
  return { kind: isTranscript(text) ? 'transcript' : 'text', text, title: null }
}

/** What an original is, by its bytes first, then by how it is called. */
export const evidenceKind = ({ bytes, filename, mimeType }: EvidenceInput): EvidenceKind => {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  const type = mimeType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'application/pdf' || /\.pdf$/i.test(filename)) {
    throw new AppError(
      'unprocessable',
      `“${filename}” is called a PDF and is none. Save it again, or choose another file.`,
    )
  }
  const isHtml =
    ['text/html', 'application/xhtml+xml'].includes(type) || /\.(x?html?)$/i.test(filename)
  // UTF-16 has a zero beside each letter.
  return isHtml || /^\W*<(!doctype html|html|head|body)[\s>]/i.test(head.replaceAll('\0', ''))
    ? 'html'
    : 'text'
}
