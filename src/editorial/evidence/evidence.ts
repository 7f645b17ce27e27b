/** What the system keeps on evidence: the words of its original, their hash, and what that means for quotes. */
import { createHash } from 'node:crypto'
import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  TextareaFieldValidation,
} from 'payload'
import type { Evidence } from '#src/payload-types.ts'
import { textOfOriginal } from './originals.ts'
import { recheckQuotes } from './recheckQuotes.ts'
import { refuse } from '#src/editorial/requests/problems.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

export const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex')

/** Notes the hash of the text, so that a later change of the evidence shows. */
export const sealEvidence: CollectionBeforeChangeHook = ({ data }) => ({
  ...data,
  sha256: sha256(String(data['text'] ?? '')),
})

/**
 * Reads the words from the original file when there is a new one. While there is one, its words are the
 * text: nobody can change what they prove.
 *
 * @throws ValidationError 400 when the file cannot be read, or the text was edited beside it
 */
export const readOriginal: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const before = (operation === 'update' ? originalDoc : undefined) as Partial<Evidence> | undefined
  const had = idOf(before?.original)
  const original = 'original' in data ? idOf(data['original']) : had
  if (original === null) return data
  if (original !== had) {
    const read = await textOfOriginal(req, original)
    return {
      ...data,
      ...read,
      title: (data['title'] as string | null) || read.title || before?.title,
    }
  }
  const text = data['text'] as string | null | undefined
  if (text !== undefined && sameLines(text ?? '') !== sameLines(before?.text ?? '')) {
    refuse('evidence', [
      {
        code: 'evidence-has-original',
        severity: 'error',
        path: 'text',
        message: 'The text is read from the original file and cannot be edited beside it.',
        fix: 'Remove the original first, or make new evidence for other words.',
      },
    ])
  }
  return { ...data, kind: before?.kind, text: before?.text }
}

/** A form sends line ends of its own. */
const sameLines = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** Checks every quote that points here again, in the same transaction, when the words are others now. */
export const recheckAfterChange: CollectionAfterChangeHook<Evidence> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const before = previousDoc as Partial<Evidence> | undefined
  const isSame = before?.text === doc.text && before.kind === doc.kind
  if (operation === 'update' && !isSame) await recheckQuotes(req, doc)
  return doc
}

const MAX_TEXT = 2_000_000

/** The text may be empty in the form: then it is read from the original. */
export const hasText: TextareaFieldValidation = (value, { data }) => {
  if (!value?.trim() && !idOf((data as Partial<Evidence>).original)) {
    return 'Paste the words, or choose the original file.'
  }
  return (value?.length ?? 0) <= MAX_TEXT || 'Keep at most 2 million characters: the part quoted.'
}
