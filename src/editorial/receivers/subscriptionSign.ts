/** Signs messages to receivers as Standard Webhooks 1.0 says, symmetric scheme (`v1`). */
import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'
const SECRET_BYTES = 32

/** A new signing secret: 32 random bytes as `whsec_BASE64`. */
export const newSigningSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64')

/**
 * The three headers of a message.
 *
 * @param options.id the same for every attempt; without a full stop, which parts what is signed
 * @param options.at the time of this attempt
 * @param options.secrets the newest first; while a key is being changed, the one before it as well
 */
export const signedHeaders = (options: {
  id: string
  at: Date
  body: string
  secrets: string[]
}): Record<string, string> => {
  const { id, at, body, secrets } = options
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(PREFIX, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}
