/** Signatures, checked by the receivers' library. */
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { newSigningSecret, signedHeaders } from '#src/editorial/receivers/subscriptionSign.ts'

const body = JSON.stringify({ type: 'story.published', data: { headline: 'Grüße' } })
const headersFor = (secrets: string[]) =>
  signedHeaders({ id: 'msg_a_1', at: new Date(), body, secrets })

describe('a signed message', () => {
  it('is accepted by a receiver with the secret', () => {
    const secret = newSigningSecret()
    expect(new Webhook(secret).verify(body, headersFor([secret]))).toEqual(JSON.parse(body))
  })

  it('is accepted with the old and the new secret while the key is being changed', () => {
    const [old, fresh] = [newSigningSecret(), newSigningSecret()]
    const headers = headersFor([fresh, old])
    for (const secret of [old, fresh]) {
      expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body))
    }
  })

  it('is refused with another secret, or with another body', () => {
    const secret = newSigningSecret()
    const headers = headersFor([secret])
    expect(() => new Webhook(newSigningSecret()).verify(body, headers)).toThrow()
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow()
  })
})
