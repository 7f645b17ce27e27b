/** Which keys the identities and the signing secrets of receivers are sealed with, and moving them all to a new one. */
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
} from 'payload'
import { currentSealingKeys, getConfig } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import { recordActivity } from '#src/editorial/record/activity.ts'
import { keyId, openSealed, seal, sealedWith } from './sealIdentity.ts'

export type KeyUse = {
  /** `not sealed` for identities that never were. */
  id: string
  /** `seals`: new identities get it. `opens`: kept for what it sealed. `unknown`: lost. */
  state: 'seals' | 'opens' | 'unknown' | 'not sealed'
  identities: number
  /** Signing secrets of receivers. */
  secrets: number
}

/** Every key that is known or was used, with how much it seals now; the one that seals comes first. */
export const listSealingKeys = async (payload: Payload): Promise<KeyUse[]> => {
  const { current, all } = currentSealingKeys(getConfig())
  const uses = new Map<string, KeyUse>(
    all.map((key) => {
      const id = keyId(key)
      return [id, { id, state: key === current ? 'seals' : 'opens', identities: 0, secrets: 0 }]
    }),
  )
  for (const { field, value } of await sealedValues(payload)) {
    const id = sealedWith(value)
    const use = uses.get(id ?? 'not sealed') ?? {
      id: id ?? 'not sealed',
      state: id === null ? 'not sealed' : 'unknown',
      identities: 0,
      secrets: 0,
    }
    const counted = field === 'identity' ? 'identities' : 'secrets'
    uses.set(use.id, { ...use, [counted]: use[counted] + 1 })
  }
  return [...uses.values()]
}

export type Resealing = {
  keyId: string
  /** How many identities and secrets were moved to the key. */
  resealed: number
  /** The records whose identity or secret could not be opened, and why. They stay as they are. */
  failed: { collection: string; id: string; message: string }[]
}

/**
 * Seals every identity and secret with the key that seals now. Each record is a transaction of its own, opened again
 * before it is kept; one that fails stays as it was, and a second run goes on where the first ended.
 */
export const resealIdentities = async (payload: Payload): Promise<Resealing> => {
  const { current, all } = currentSealingKeys(getConfig())
  const outcome: Resealing = { keyId: keyId(current), resealed: 0, failed: [] }
  for (const one of await sealedValues(payload)) {
    if (sealedWith(one.value) === outcome.keyId) continue
    try {
      await resealOne(payload, one, { current, all })
      outcome.resealed += 1
    } catch (error) {
      const message = error instanceof AppError ? error.message : 'It could not be saved.'
      outcome.failed.push({ collection: one.collection, id: one.id, message })
    }
  }
  const req = await createLocalReq({}, payload)
  const left = outcome.failed.length ? `; ${outcome.failed.length} could not be opened` : ''
  await recordActivity(req, {
    verb: 'rotate key',
    summary: `Sealed ${outcome.resealed} identities and secrets with key ${outcome.keyId}${left}`,
  })
  return outcome
}

type Place = {
  collection: 'sources' | 'subscriptions'
  field: 'identity' | 'secret' | 'oldSecret'
}
type Sealed = Place & { id: string; value: string }

const places: Place[] = [
  { collection: 'sources', field: 'identity' },
  { collection: 'subscriptions', field: 'secret' },
  { collection: 'subscriptions', field: 'oldSecret' },
]

const resealOne = async (
  payload: Payload,
  { collection, field, id, value }: Sealed,
  { current, all }: { current: string; all: string[] },
): Promise<void> => {
  const plain = sealedWith(value) === null ? value : openSealed(value, all)
  const sealed = seal(plain, current)
  if (openSealed(sealed, [current]) !== plain) {
    throw new AppError('internal', 'What was sealed did not open again. Nothing was changed.')
  }
  const req = await createLocalReq({}, payload)
  const isOwner = await initTransaction(req)
  try {
    // Straight to the database: this is no edit. One that was typed anew meanwhile is not overwritten.
    await payload.db.updateMany({
      collection,
      where: { and: [{ id: { equals: id } }, { [field]: { equals: value } }] },
      data: { [field]: sealed },
      returning: false,
      req,
    })
    if (isOwner) await commitTransaction(req)
  } catch (error) {
    if (isOwner) await killTransaction(req)
    throw error
  }
}

const sealedValues = async (payload: Payload): Promise<Sealed[]> => {
  const found: Sealed[] = []
  for (const { collection, field } of places) {
    const { docs } = await payload.db.find<Record<string, unknown> & { id: string }>({
      collection,
      where: { [field]: { exists: true } },
      select: { [field]: true },
      pagination: false,
    })
    for (const { id, [field]: value } of docs) {
      if (typeof value === 'string' && value) found.push({ collection, field, id, value })
    }
  }
  return found
}
