/**
 * Keys that consumers read with: how they are written, and what the reader side is told of one.
 *
 * `vb_live_`, forty random characters, six of a checksum: a scanner finds a lost key by its form, and a mistyped one
 * is refused without a look at the database. A key is random enough to be kept as a plain hash.
 */
import { createHash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What a key opens. */
export type KeyGrant = {
  consumerId: string
  /** The published stories, too; without it only what is withheld. */
  mayReadPublished: boolean
  mayReadWithheld: boolean
  /** The slugs of the only sections it shows; `null` for all of them. */
  sections: readonly string[] | null
  /** The same by id, for what is not published: a slug may go over to another section. */
  sectionIds: readonly string[] | null
  /** `null`: the server's own limit for keys. */
  ratePerMinute: number | null
  /** ISO; `null` for a key without an end. */
  expiresAt: string | null
  isRevoked: boolean
}

/** What the reader side may ask about keys. */
export type ReaderKeys = {
  /** The grant of a key by its hash; `null` for one that nobody has. */
  find: (hash: string) => Promise<KeyGrant | null>
  /** Grows whenever this process changes a key: what was found before is to be asked for again. */
  version: () => number
  /** Notes that a consumer has been here. Written down later. */
  used: (consumerId: string, at: string) => void
}

export const KEY_START = 'vb_live_'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const RANDOM_LENGTH = 40
const CHECK_LENGTH = 6
const SHOWN_LENGTH = KEY_START.length + 4

/** A new key: 238 random bits. */
export const makeKey = (): string => {
  const letters = Array.from({ length: RANDOM_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)])
  const secret = letters.join('')
  return KEY_START + secret + checkOf(secret)
}

/** Whether a text has the form of a key, its checksum included. */
export const isKey = (text: string): boolean => {
  const secret = KEY_FORM.exec(text)?.[1]
  return secret !== undefined && text.endsWith(checkOf(secret))
}

const KEY_FORM = new RegExp(`^${KEY_START}(\\w{${RANDOM_LENGTH}})\\w{${CHECK_LENGTH}}$`)

/** What is kept of a key: its SHA-256, in hex. */
export const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex')

/** As much of a key as may be shown, to tell one from another. */
export const shownOf = (key: string): string => key.slice(0, SHOWN_LENGTH)

const checkOf = (secret: string): string => {
  let rest = crc32(secret)
  let check = ''
  for (let at = 0; at < CHECK_LENGTH; at += 1) {
    check = (ALPHABET[rest % ALPHABET.length] ?? '') + check
    rest = Math.floor(rest / ALPHABET.length)
  }
  return check
}
