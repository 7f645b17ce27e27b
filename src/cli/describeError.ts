/** Errors as the person at the command line should read them: what is wrong and what to do, no stack. */
import { getConfig } from '#src/config.ts'
import { AppError } from '#src/errors.ts'

type DescribedError = { text: string; data: Record<string, unknown> }

/** The message, every problem on its line; the stack only with `VERBATIM_DEBUG=1`. */
export const describeError = (error: unknown): DescribedError => {
  const message = error instanceof Error ? error.message : String(error)
  const problems = error instanceof AppError ? error.problems : []
  const code = error instanceof AppError ? error.code : 'internal'
  // A configuration error already lists its problems.
  const lines = problems
    .filter((problem) => !message.includes(problem.message))
    .map(({ message: what, fix }) => `  - ${what} ${fix}`)
  return {
    text: [message, ...lines, ...stackOf(error)].join('\n'),
    data: { code, message, problems },
  }
}

const stackOf = (error: unknown): string[] => {
  if (isDebug()) return error instanceof Error && error.stack ? [error.stack] : []
  return error instanceof AppError ? [] : ['Set VERBATIM_DEBUG=1 to see where this happened.']
}

const isDebug = (): boolean => {
  try {
    return getConfig().isDebug
  } catch (error) {
    // The configuration may be what is being described.
    if (error instanceof AppError) return false
    throw error
  }
}
