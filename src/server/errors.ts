import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { AppError } from '#src/errors.ts'

/** What is not there, as problem details (RFC 9457). */
export const notFound: RequestHandler = (req, res) => {
  res
    .status(404)
    .type('application/problem+json')
    .json({
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      detail: `There is no ${req.path}.`,
    })
}

/** The one place where an exception of the Express side becomes an answer (RFC 9457) and a log line. */
export const answerError =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    const known = error instanceof AppError ? error : null
    // Express itself refuses malformed addresses with a status of its own.
    const status = known?.status ?? statusOf(error)
    if (status >= 500) log.error({ err: error, path: req.path, msg: 'A request failed' })
    // The rest of a body that is too large is not worth reading.
    if (status === 413) res.setHeader('Connection', 'close')
    if (status === 503) res.setHeader('Retry-After', '2')
    res
      .status(status)
      .type('application/problem+json')
      .json({
        type: 'about:blank',
        title: known?.code ?? (status < 500 ? 'bad-request' : 'internal'),
        status,
        detail: known?.isPublic
          ? known.message
          : status < 500
            ? 'The request is malformed.'
            : internal,
        ...(known?.problems.length ? { problems: known.problems } : {}),
      })
  }

const internal = 'Something went wrong here. It has been logged; please try again.'

const statusOf = (error: unknown): number => {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}
