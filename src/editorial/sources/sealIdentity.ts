/**
 * The identity of a confidential source at rest: AES-256-GCM (NIST SP 800-38D) under `SEALING_KEY`.
 * What is stored is `v1:KEY_ID:IV:TAG:TEXT`, all but the first in base64url; no API reads the field.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { FieldHook } from 'payload'
import { currentSealingKeys, getConfig } from '#src/config.ts'
import { AppError } from '#src/errors.ts'

/** Seals what was typed; what is sealed already stays as it is, and an empty field keeps what was there. */
export const sealIdentity: FieldHook = ({ previousValue, value }): unknown => {
  if (typeof value !== 'string' || value.trim() === '') return previousValue
  return isSealed(value) ? value : seal(value, currentSealingKeys(getConfig()).current)
}

/**
 * Encrypts a text.
 *
 * @param key 32 bytes in hex
 */
export const seal = (text: string, key: string): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return ['v1', keyId(key), ...[iv, cipher.getAuthTag(), sealed].map(base64url)].join(':')
}

/**
 * Decrypts what `seal` made.
 *
 * @param keys all that are known, 32 bytes in hex each; the key id in the text says which one fits
 * @throws AppError `unprocessable` when no key fits, naming the key id and what to do, or when the text was altered
 */
export const openSealed = (sealed: string, keys: readonly string[]): string => {
  const id = sealedWith(sealed)
  const key = keys.find((one) => keyId(one) === id)
  if (id === null || !key) throw unknownKey(id)
  const [iv, tag, text] = sealed
    .split(':')
    .slice(2)
    .map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer]
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), iv, {
    authTagLength: TAG_BYTES,
  })
  decipher.setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  } catch (error) {
    throw new AppError(
      'unprocessable',
      `The identity, sealed with key ${id}, was altered after it was sealed. Restore the source from a backup, or enter the identity again.`,
      { cause: error },
    )
  }
}

const TAG_BYTES = 16

/** By the lengths of key id, IV and tag: nobody types that by chance. */
export const isSealed = (value: string): boolean =>
  /^v1:[\w-]{8}:[\w-]{16}:[\w-]{22}:[\w-]+$/.test(value)

/** The id of the key that a text was sealed with; `null` when it is not sealed. */
export const sealedWith = (value: string): string | null =>
  isSealed(value) ? (value.split(':')[1] ?? null) : null

/** Names a key without telling anything of it. */
export const keyId = (key: string): string =>
  base64url(createHash('sha256').update(key).digest().subarray(0, 6))

const base64url = (bytes: Buffer): string => bytes.toString('base64url')

const unknownKey = (id: string | null): AppError =>
  new AppError(
    'unprocessable',
    id === null
      ? 'What is stored as the identity was never sealed. Run: verbatim keys rotate'
      : `The identity was sealed with key ${id}, which this server does not know. Add that key to SEALING_KEY_OLD, or restore secrets.json of that time, and restart. "verbatim keys list" shows the keys.`,
  )
