/**
 * The errors of Verbatim: one class, one table of codes.
 *
 * A rule never throws: it returns `Problem[]`, all at once, in words an editor understands.
 * The edge (a hook, a route, the command line) turns problems into one `AppError`.
 */

/** What a rule found: where, why and how to mend it. Warnings ask for a tick, errors stop. */
export type Problem = {
  /** Stable, kebab-case, documented: `quote-unattributed`. */
  code: string
  severity: 'error' | 'warning'
  /** Dotted field path in the record, `''` for the record itself: `authors.0.author`. */
  path: string
  /** What is wrong, in a sentence. */
  message: string
  /** What to do about it, in a sentence. */
  fix: string
}

const codes = {
  'bad-request': { status: 400, isPublic: true },
  'not-signed-in': { status: 401, isPublic: true },
  'bad-key': { status: 401, isPublic: true },
  'not-allowed': { status: 403, isPublic: true },
  'not-found': { status: 404, isPublic: true },
  'method-not-allowed': { status: 405, isPublic: true },
  conflict: { status: 409, isPublic: true },
  gone: { status: 410, isPublic: true },
  'too-large': { status: 413, isPublic: true },
  'unsupported-type': { status: 415, isPublic: true },
  unprocessable: { status: 422, isPublic: true },
  'too-many-requests': { status: 429, isPublic: true },
  'bad-configuration': { status: 500, isPublic: false },
  internal: { status: 500, isPublic: false },
  busy: { status: 503, isPublic: true },
  'storage-full': { status: 507, isPublic: true },
} as const

export type ErrorCode = keyof typeof codes

/** The one error class. `status` and `isPublic` come from the table; the client sees the message only when public. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly isPublic: boolean
  readonly problems: readonly Problem[]

  constructor(
    code: ErrorCode,
    message: string,
    options: { problems?: Problem[]; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.status = codes[code].status
    this.isPublic = codes[code].isPublic
    this.problems = options.problems ?? []
  }
}

/** The problems that stop an action; warnings do not. */
export const blocking = (problems: Problem[]): Problem[] =>
  problems.filter((problem) => problem.severity === 'error')
