/** Notes as they come from the API, put into threads. Pure. */
import type { TextQuote } from '#src/story/textQuote.ts'

/** At `depth=0`. */
export type StoredNote = {
  id: string
  text: string
  thread?: string | null
  range?: { exact?: string | null; prefix?: string | null; suffix?: string | null } | null
  mentions?: string[] | null
  isResolved?: boolean | null
  resolvedBy?: string | null
  resolvedAt?: string | null
  createdBy?: string | null
  createdAt: string
}

export type Thread = {
  first: StoredNote
  answers: StoredNote[]
  /** The words of the story it is about. */
  about: TextQuote | null
}

/** Threads, the oldest first, each with its answers; what is settled apart. */
export const threadsOf = (notes: readonly StoredNote[]): { open: Thread[]; resolved: Thread[] } => {
  const inOrder = notes.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))
  const threads = inOrder
    .filter(({ thread }) => !thread)
    .map((first) => ({
      first,
      answers: inOrder.filter(({ thread }) => thread === first.id),
      about: quoteOf(first),
    }))
  return {
    open: threads.filter(({ first }) => !first.isResolved),
    resolved: threads.filter(({ first }) => first.isResolved),
  }
}

const quoteOf = ({ range }: StoredNote): TextQuote | null =>
  range?.exact ? { exact: range.exact, prefix: range.prefix, suffix: range.suffix } : null
