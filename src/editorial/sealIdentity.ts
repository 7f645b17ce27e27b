/**
 * The identity of a confidential source at rest: AES-256-GCM (NIST SP 800-38D) under `SEALING_KEY`.
 * What is stored is `v1:KEY_ID:IV:TAG:TEXT`, all but the first in base64url; no API reads the field.
 */
import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import type { FieldHook } from 'payload'
import { getConfig } from '#src/config.ts'

/** Seals what was typed; what is sealed already stays as it is, and an empty field keeps what was there. */
export const sealIdentity: FieldHook = ({ previousValue, value }): unknown => {
  if (typeof value !== 'string' || value.trim() === '') return previousValue
  return isSealed(value) ? value : seal(value, getConfig().sealingKey)
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
  const parts = [keyId(key), iv, cipher.getAuthTag(), sealed]
  return ['v1', ...parts.map((part) => part.toString('base64url'))].join(':')
}

/** By the lengths of key id, IV and tag: nobody types that by chance. */
const isSealed = (value: string): boolean => /^v1:[\w-]{8}:[\w-]{16}:[\w-]{22}:[\w-]+$/.test(value)

/** Names the key without telling anything of it, for rotation. */
const keyId = (key: string): Buffer => createHash('sha256').update(key).digest().subarray(0, 6)
