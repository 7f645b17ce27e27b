/**
 * One at a time for each account: signing in, renewing and signing out.
 *
 * Payload keeps sessions in the user record, reads it, and writes it back whole: of twenty logins at once
 * for one account, the last one written would be the only one that stays valid.
 */
import type { PayloadRequest } from 'payload'

const sessionPath =
  /\/users\/(?:login|logout|refresh-token|reset-password|forgot-password|unlock|first-register)\/?$/

/** The root fields of the GraphQL schema that write sessions. */
export const sessionFields = ['loginUser', 'logoutUser', 'refreshTokenUser', 'resetPasswordUser']

// Both copies of this module, the server's and the admin bundle's, must wait for each other.
const memory = globalThis as typeof globalThis & {
  verbatimAccountTurns?: Map<string, Promise<unknown>>
}
const turns = (memory.verbatimAccountTurns ??= new Map<string, Promise<unknown>>())

/** Runs `act` after everything that was asked for the same account before. */
export const inTurn = async <T>(account: string, act: () => Promise<T>): Promise<T> => {
  const before = turns.get(account) ?? Promise.resolve()
  const own = before.then(act, act)
  // The next one waits for the end, whatever it was.
  const end = own.catch(() => undefined)
  turns.set(account, end)
  try {
    return await own
  } finally {
    if (turns.get(account) === end) turns.delete(account)
  }
}

/** Whose sessions a REST request will write, or `null` when it writes none. */
export const accountOfRequest = async (request: Request): Promise<string | null> => {
  if (request.method !== 'POST' || !sessionPath.test(new URL(request.url).pathname)) return null
  return emailIn(await bodyOf(request)) ?? accountOfHeaders(request.headers)
}

/** Whose sessions a GraphQL field will write. */
export const accountOfField = (args: Record<string, unknown>, req: PayloadRequest): string =>
  emailIn(args) ?? accountOfHeaders(req.headers)

const payloadPart = async (request: Request): Promise<string> => {
  const part = (await request.formData()).get('_payload')
  return typeof part === 'string' ? part : ''
}

const bodyOf = async (request: Request): Promise<unknown> => {
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data')
  try {
    // The copy is read; Payload reads the request itself. Its admin sends JSON inside a form.
    const copy = request.clone()
    return isForm ? JSON.parse(await payloadPart(copy)) : await copy.json()
  } catch {
    // Not what it claims to be: Payload will say so.
    return null
  }
}

const emailIn = (body: unknown): string | null => {
  const email = (body as { email?: unknown } | null)?.email
  return typeof email === 'string' ? email.trim().toLowerCase() : null
}

/** From the login token, unverified: a wrong one only waits in the wrong queue. */
const accountOfHeaders = (headers: Headers): string => {
  const given = `${headers.get('authorization') ?? ''} ${headers.get('cookie') ?? ''}`
  const claims = /eyJ[\w-]*\.([\w-]+)\./.exec(given)?.[1]
  try {
    return emailIn(JSON.parse(Buffer.from(claims ?? '', 'base64url').toString('utf8'))) ?? ''
  } catch {
    return ''
  }
}
