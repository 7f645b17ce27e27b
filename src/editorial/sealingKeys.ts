/** Which keys the identities are sealed with, and moving them all to a new one. */
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
} from 'payload'
import { currentSealingKeys, getConfig } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import { recordActivity } from './activity.ts'
import { keyId, openSealed, seal, sealedWith } from './sealIdentity.ts'

export type KeyUse = {
  /** `not sealed` for identities that never were. */
  id: string
  /** `seals`: new identities get it. `opens`: kept for what it sealed. `unknown`: lost. */
  state: 'seals' | 'opens' | 'unknown' | 'not sealed'
  identities: number
}

/** Every key that is known or was used, with how many identities it seals now; the one that seals comes first. */
export const listSealingKeys = async (payload: Payload): Promise<KeyUse[]> => {
  const { current, all } = currentSealingKeys(getConfig())
  const uses = new Map<string, KeyUse>(
    all.map((key) => {
      const id = keyId(key)
      return [id, { id, state: key === current ? 'seals' : 'opens', identities: 0 }]
    }),
  )
  for (const { identity } of await sealedSources(payload)) {
    const id = sealedWith(identity)
    const use = uses.get(id ?? 'not sealed') ?? {
      id: id ?? 'not sealed',
      state: id === null ? 'not sealed' : 'unknown',
      identities: 0,
    }
    uses.set(use.id, { ...use, identities: use.identities + 1 })
  }
  return [...uses.values()]
}

export type Resealing = {
  keyId: string
  /** How many identities were moved to the key. */
  resealed: number
  /** Ids of the sources whose identity could not be opened, and why. They stay as they are. */
  failed: { source: string; message: string }[]
}

/**
 * Seals every identity with the key that seals now. Each record is a transaction of its own, opened again
 * before it is kept; one that fails stays as it was, and a second run goes on where the first ended.
 */
export const resealIdentities = async (payload: Payload): Promise<Resealing> => {
  const { current, all } = currentSealingKeys(getConfig())
  const outcome: Resealing = { keyId: keyId(current), resealed: 0, failed: [] }
  for (const { id, identity } of await sealedSources(payload)) {
    if (sealedWith(identity) === outcome.keyId) continue
    try {
      await resealOne(payload, { id, identity }, { current, all })
      outcome.resealed += 1
    } catch (error) {
      const message = error instanceof AppError ? error.message : 'It could not be saved.'
      outcome.failed.push({ source: id, message })
    }
  }
  const req = await createLocalReq({}, payload)
  const left = outcome.failed.length ? `; ${outcome.failed.length} could not be opened` : ''
  await recordActivity(req, {
    verb: 'rotate key',
    summary: `Sealed ${outcome.resealed} identities with key ${outcome.keyId}${left}`,
  })
  return outcome
}

type Sealed = { id: string; identity: string }

const resealOne = async (
  payload: Payload,
  { id, identity }: Sealed,
  { current, all }: { current: string; all: string[] },
): Promise<void> => {
  const plain = sealedWith(identity) === null ? identity : openSealed(identity, all)
  const sealed = seal(plain, current)
  if (openSealed(sealed, [current]) !== plain) {
    throw new AppError('internal', 'What was sealed did not open again. Nothing was changed.')
  }
  const req = await createLocalReq({}, payload)
  const isOwner = await initTransaction(req)
  try {
    // Straight to the database: this is no edit. One that was typed anew meanwhile is not overwritten.
    await payload.db.updateMany({
      collection: 'sources',
      where: { and: [{ id: { equals: id } }, { identity: { equals: identity } }] },
      data: { identity: sealed },
      returning: false,
      req,
    })
    if (isOwner) await commitTransaction(req)
  } catch (error) {
    if (isOwner) await killTransaction(req)
    throw error
  }
}

const sealedSources = async (payload: Payload): Promise<Sealed[]> => {
  const { docs } = await payload.find({
    collection: 'sources',
    where: { identity: { exists: true } },
    select: { identity: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs.flatMap(({ id, identity }) => (identity ? [{ id, identity }] : []))
}
