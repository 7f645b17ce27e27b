/** One message to one receiver, signed; and what the receiver made of it. */
import http from 'node:http'
import https from 'node:https'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import type { Subscription } from '#src/payload-types.ts'
import { openSealed } from '#src/editorial/sources/sealIdentity.ts'
import { signedHeaders } from './subscriptionSign.ts'

export type Message = {
  /** The same for every attempt: receivers know repeats by it. */
  id: string
  body: { type: string; timestamp: string; data: Record<string, unknown> }
}

export type Attempt = {
  isDelivered: boolean
  /** `null`: no answer came. */
  status: number | null
  /** For people; `null` when it was delivered. */
  error: string | null
  retryAfter: string | null
}

export type SendOptions = {
  /** All that are known: the signing secret is sealed with one of them. */
  sealingKeys: readonly string[]
  /** Lets receivers be in the private network (`WEBHOOK_PRIVATE`). */
  mayBePrivate: boolean
  now: Date
  signal?: AbortSignal
  timeoutMs?: number
}

const TIMEOUT_MS = 15_000
/** Nobody reads an answer; one that goes on for longer counts as ended. */
const MAX_ANSWER_BYTES = 64 * 1024

/**
 * Sends a message as Standard Webhooks 1.0 says. Redirects are not followed, and the address is checked after
 * its name was resolved, so that a receiver cannot point into the private network. Only an answer from 200 to
 * 299 that came to its end is a delivery.
 *
 * @returns what came of it: a receiver that fails is no error
 * @throws AppError `unprocessable` when the secret cannot be opened; the signal's reason when it was aborted
 */
export const sendMessage = async (
  receiver: Pick<Subscription, 'url' | 'secret' | 'oldSecret' | 'oldSecretUntil'>,
  message: Message,
  options: SendOptions,
): Promise<Attempt> => {
  const { now, signal, timeoutMs = TIMEOUT_MS } = options
  const body = JSON.stringify(message.body)
  const secrets = secretsOf(receiver, options)
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Verbatim (webhooks)',
    ...signedHeaders({ id: message.id, at: now, body, secrets }),
  }
  const late = AbortSignal.timeout(timeoutMs)
  try {
    const { status, retryAfter } = await post(receiver.url ?? '', {
      body,
      headers,
      mayBePrivate: options.mayBePrivate,
      signal: signal ? AbortSignal.any([signal, late]) : late,
    })
    const isDelivered = status >= 200 && status < 300
    return { isDelivered, status, retryAfter, error: isDelivered ? null : refusal(status) }
  } catch (error) {
    signal?.throwIfAborted()
    const reason = late.aborted ? `No answer within ${timeoutMs / 1000} seconds.` : inWords(error)
    return { isDelivered: false, status: null, retryAfter: null, error: reason }
  }
}

const secretsOf = (
  { secret, oldSecret, oldSecretUntil }: Parameters<typeof sendMessage>[0],
  { sealingKeys, now }: SendOptions,
): string[] => {
  const isOldValid = oldSecretUntil ? Date.parse(oldSecretUntil) > now.getTime() : false
  return [secret, isOldValid ? oldSecret : null].flatMap((sealed) =>
    sealed ? [openSealed(sealed, sealingKeys)] : [],
  )
}

type Post = {
  body: string
  headers: Record<string, string>
  mayBePrivate: boolean
  signal: AbortSignal
}

const post = (
  url: string,
  { body, headers, mayBePrivate, signal }: Post,
): Promise<{ status: number; retryAfter: string | null }> =>
  new Promise((resolve, reject) => {
    const isSecure = url.startsWith('https:')
    const allowed = { allowPrivateIPAddress: mayBePrivate, allowMetaIPAddress: mayBePrivate }
    const agent = isSecure
      ? new RequestFilteringHttpsAgent(allowed)
      : new RequestFilteringHttpAgent(allowed)
    const request = (isSecure ? https : http).request(
      url,
      { method: 'POST', agent, signal, headers, maxHeaderSize: 32 * 1024 },
      (answer) => {
        let size = 0
        const done = (): void => {
          const retryAfter = answer.headers['retry-after'] ?? null
          resolve({ status: answer.statusCode ?? 0, retryAfter })
        }
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size <= MAX_ANSWER_BYTES) return
          done()
          request.destroy()
        })
        answer.once('end', done)
        answer.once('error', reject)
      },
    )
    request.once('error', reject)
    request.once('close', () => agent.destroy())
    request.end(body)
  })

const refusal = (status: number): string =>
  status >= 300 && status < 400
    ? `The receiver answered with ${status}. Redirects are not followed: give its final address.`
    : `The receiver answered with ${status}.`

const inWords = (error: unknown): string => {
  const { message = '', code = '' } = error as Error & { code?: string }
  return /is not allowed\. Because/i.test(message)
    ? 'The address leads into a private network. Set WEBHOOK_PRIVATE=1 to allow that.'
    : `The receiver could not be reached (${code || message.slice(0, 100)}).`
}
