/** The answer to what a change is, as the dialogs hold it and as the server takes it. Pure. */
import { isTold, type ChangeKind } from '#src/workflow/changeKinds.ts'
import type { ChangeQuestion } from '#src/workflow/changeQuestion.ts'

export type Answer = {
  kind: ChangeKind
  note: string
  /** The words of the paragraph that the note stands beside; `null` for the end. */
  beside: string | null
}

/** What is chosen until somebody chooses: the kind it looks like, the note at the end. */
export const firstAnswer = (question: ChangeQuestion): Answer => {
  const { isNoteWritten, mayBeMinor, note, suggested } = question
  return {
    kind: suggested === 'minor' && !mayBeMinor ? 'update' : suggested,
    note: isNoteWritten ? '' : (note ?? ''),
    beside: null,
  }
}

/** Whether it can be sent: readers are not told of a correction without words. */
export const isComplete = ({ isNoteWritten }: ChangeQuestion, { kind, note }: Answer): boolean =>
  !isTold(kind) || isNoteWritten || note.trim() !== ''

/** As `POST /api/articles/:id/publish` takes it. */
export const changeToSend = ({ kind, note, beside }: Answer): Record<string, unknown> => {
  if (!isTold(kind)) return { kind, note: null, placement: null, beside: null }
  return { kind, note: note.trim() || null, placement: beside ? 'beside' : 'end', beside }
}
