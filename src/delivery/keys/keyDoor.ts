/** Who asks: anybody, or a consumer with a key. */
import { AppError } from '#src/errors.ts'
import {
  isKey,
  KEY_START,
  type KeyGrant,
  keyHash,
  type ReaderKeys,
} from '#src/ledger/readerKeys.ts'

/** A key that another process takes back opens nothing after this; one of this process at once. */
const TRUSTED_MS = 1000
const MOST_KEYS = 10_000

type Known = { grant: KeyGrant | null; at: number; version: number }

/**
 * Makes the function that tells what an `Authorization` header opens; `null` when it holds no key of ours (RFC 6750).
 * It throws AppError `bad-key` for a key that is unknown, revoked or expired: never an answer as if there were none.
 */
export const createKeyDoor = (keys: ReaderKeys, now: () => number = Date.now) => {
  const known = new Map<string, Known>()

  const look = async (hash: string): Promise<KeyGrant | null> => {
    const kept = known.get(hash)
    const version = keys.version()
    if (kept && kept.version === version && now() - kept.at < TRUSTED_MS) return kept.grant
    const at = now()
    const grant = await keys.find(hash)
    known.delete(hash)
    known.set(hash, { grant, at, version })
    const [oldest] = known.keys()
    if (known.size > MOST_KEYS && oldest !== undefined) known.delete(oldest)
    return grant
  }

  return async (authorization: string): Promise<KeyGrant | null> => {
    const bearer = /^Bearer(?: +(.*))?$/i.exec(authorization.trim())
    const given = bearer ? (bearer[1] ?? '') : undefined
    if (given === undefined && !authorization.includes(KEY_START)) return null
    if (given === undefined) throw badKey('Send the key as: Authorization: Bearer KEY.')
    const grant = isKey(given) ? await look(keyHash(given)) : null
    if (grant === null) throw badKey('This key is not known here. Look for a part that is missing.')
    if (grant.isRevoked) throw badKey('This key was revoked. Ask the newsroom for another one.')
    if (grant.expiresAt !== null && Date.parse(grant.expiresAt) <= now()) {
      throw badKey('This key has expired. Ask the newsroom for another one.')
    }
    keys.used(grant.consumerId, new Date(now()).toISOString())
    return grant
  }
}

/** A key in an address is in logs and histories by now. */
export const refuseKeyInAddress = (url: string): void => {
  if (!url.includes(KEY_START)) return
  throw new AppError(
    'bad-request',
    'A key does not belong in an address: it was in logs from here on. Have it renewed, and send it as Authorization: Bearer KEY.',
  )
}

const badKey = (message: string): AppError => new AppError('bad-key', message)
