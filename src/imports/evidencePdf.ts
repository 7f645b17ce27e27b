import { AppError } from '#src/errors.ts'

/** Longer documents are read in parts. */
const MAX_PAGES = 2000
/** Fewer letters on a page than this are a stamp or a page number. */
const LETTERS_A_PAGE = 8

/**
 * The words of a PDF, page after page. Scripts in it are not run and nothing is fetched.
 *
 * @throws AppError `unprocessable` when it is broken, locked, or holds pictures of text only
 */
export const pdfText = async ({
  bytes,
  filename,
}: {
  bytes: Uint8Array
  filename: string
}): Promise<{ text: string; title: string | null }> => {
  // Large, and wanted only for PDFs.
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf')
  // The reader takes the bytes away from whoever gives them.
  const open = getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  const document = await open.catch((error: unknown) => {
    throw unreadable(filename, error)
  })
  try {
    if (document.numPages > MAX_PAGES) {
      throw new AppError(
        'too-large',
        `“${filename}” has ${document.numPages} pages. Keep the pages that are quoted.`,
      )
    }
    const { text } = await extractText(document, { mergePages: false })
    const letters = text.join('').match(/[\p{L}\p{N}]/gu)?.length ?? 0
    if (letters < LETTERS_A_PAGE * document.numPages) {
      throw new AppError(
        'unprocessable',
        `“${filename}” holds pictures of text, not text: it was scanned. ` +
          'Run text recognition (OCR) on it first, or paste the words.',
      )
    }
    const { info } = await getMeta(document).catch(() => ({ info: {} }))
    const title: unknown = (info as Record<string, unknown>)['Title']
    return { text: text.join('\n'), title: typeof title === 'string' ? title : null }
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(filename, error)
  } finally {
    await document.destroy()
  }
}

const unreadable = (filename: string, error: unknown): AppError =>
  (error as { name?: string } | null)?.name === 'PasswordException'
    ? new AppError(
        'unprocessable',
        `“${filename}” is locked with a password. Save it without one, or paste the words.`,
      )
    : new AppError(
        'unprocessable',
        `“${filename}” is broken and cannot be opened as a PDF. Save it again, or paste the words.`,
      )
