/** Errors as readers get them: problem details (RFC 9457), all faults of a request at once. */
import { STATUS_CODES } from 'node:http'

import { AppError, type ErrorCode, type Problem } from '#src/errors.ts'

import type { DeliveryContext } from './context.ts'
import { BRIEFLY, NEVER, PUBLISHED, type Reply } from './reply.ts'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/**
 * A problem document. `type` is a URN that names the code; it does not resolve.
 * @param options.extra further members, such as the notice of a retraction.
 */
export const problemReply = (options: {
  status: number
  code: ErrorCode
  detail: string
  problems?: readonly Problem[]
  extra?: Record<string, unknown>
  headers?: Record<string, string>
}): Reply => {
  const { status, code, detail, problems = [], extra, headers } = options
  const members = {
    type: `urn:verbatim:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    ...(problems.length > 0 && { problems: problems.map(readable) }),
    ...extra,
  }
  return {
    status,
    type: PROBLEM_TYPE,
    body: JSON.stringify(members),
    isKept: status === 410,
    cacheControl: status === 404 ? BRIEFLY : status === 410 ? PUBLISHED : NEVER,
    ...(headers && { headers }),
  }
}

/**
 * Turns whatever was thrown into an answer. Only public errors say what happened; all others are
 * logged and answered without details.
 */
export const errorReply = (err: unknown, context: Pick<DeliveryContext, 'log'>): Reply => {
  if (err instanceof AppError && err.isPublic) {
    const { status, code, message, problems } = err
    return problemReply({ status, code, detail: message, problems })
  }
  context.log({ msg: 'The reader side failed to answer', err })
  return problemReply({
    status: 500,
    code: 'internal',
    detail: 'Something went wrong on our side. Try again in a moment.',
  })
}

/** 405 with the methods that would work (RFC 9110 §15.5.6). */
export const wrongMethod = (allowed: string): Reply =>
  problemReply({
    status: 405,
    code: 'method-not-allowed',
    detail: `This address answers ${allowed}.`,
    headers: { Allow: allowed },
  })

const readable = ({ code, path, message, fix }: Problem) => ({
  code,
  parameter: path,
  message,
  fix,
})
