/**
 * The installation's own secrets: made once, kept in the data folder, readable by its owner only.
 *
 * They are never rotated silently: a lost sealing key makes the identities of confidential sources
 * unreadable for good, so a damaged file stops the boot instead of being replaced.
 */
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const sealingKey = z.string().regex(/^[0-9a-f]{64}$/)

const secretsSchema = z.object({
  payloadSecret: z.string().min(32),
  previewSecret: z.string().min(32),
  sealingKey,
  /** Keys of before a rotation, newest first: nothing is sealed with them any more, but old backups were. */
  previousSealingKeys: z.array(sealingKey).optional(),
})

/** Signs logins, signs preview links, seals the identities of confidential sources (256 bits, hex). */
export type Secrets = z.infer<typeof secretsSchema>

/** Where `ensureSecrets` keeps its file. */
export const secretsFile = (dataDir: string): string => path.join(dataDir, 'secrets.json')

/** Reads the secrets of a data folder and makes them first where there are none. Throws when the file is damaged. */
export const ensureSecrets = (dataDir: string): Secrets => {
  const file = secretsFile(dataDir)
  const stored = readStored(file)
  if (!stored) return createOnce(file)

  const complete = { ...makeSecrets(), ...stored }
  const parsed = secretsSchema.safeParse(complete)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ')
    throw new Error(`${file} holds a value that cannot be used (${names})`)
  }
  // A newer version may need a secret that the file of an older one does not have yet.
  const isIncomplete = Object.keys(parsed.data).some((name) => !(name in stored))
  if (isIncomplete) replace(file, { ...stored, ...parsed.data })
  else if (statSync(file).mode & 0o077) chmodSync(file, 0o600)
  return parsed.data
}

/**
 * Makes a new sealing key; the one before stays readable. From here on whoever reads the file seals with the new one.
 *
 * @returns the key before and the new one
 * @throws Error when the file is damaged, or while somebody else changes it
 */
export const addSealingKey = (dataDir: string): { before: string; after: string } =>
  changeSealingKeys(dataDir, ({ sealingKey: before, previousSealingKeys = [] }) => ({
    sealingKey: randomBytes(32).toString('hex'),
    previousSealingKeys: [before, ...previousSealingKeys],
  }))

/**
 * Takes a previous key out of the file for good. The key that seals stays whatever is asked.
 *
 * @returns whether the file held it
 */
export const dropSealingKey = (dataDir: string, key: string): boolean => {
  let isHeld = false
  changeSealingKeys(dataDir, ({ previousSealingKeys = [], sealingKey: kept }) => {
    isHeld = previousSealingKeys.includes(key)
    return {
      sealingKey: kept,
      previousSealingKeys: previousSealingKeys.filter((one) => one !== key),
    }
  })
  return isHeld
}

type SealingKeys = Pick<Secrets, 'sealingKey' | 'previousSealingKeys'>

/** Two that change the file at once would lose a key, and with it identities: the second is turned away. */
const changeSealingKeys = (
  dataDir: string,
  change: (keys: Secrets) => SealingKeys,
): { before: string; after: string } => {
  const file = secretsFile(dataDir)
  const lock = `${file}.lock`
  try {
    closeSync(openSync(lock, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new Error(`Somebody else is changing the keys. If nobody is, remove ${lock}`, {
      cause: error,
    })
  }
  try {
    const secrets = ensureSecrets(dataDir)
    const changed = { ...readStored(file), ...change(secrets) }
    replace(file, changed)
    return { before: secrets.sealingKey, after: String(changed.sealingKey) }
  } finally {
    rmSync(lock, { force: true })
  }
}

const makeSecrets = (): Secrets => ({
  payloadSecret: randomBytes(32).toString('base64url'),
  previewSecret: randomBytes(32).toString('base64url'),
  sealingKey: randomBytes(32).toString('hex'),
})

const readStored = (file: string): Record<string, unknown> | null => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  } catch (error) {
    throw new Error(`${file} is not readable as a JSON object`, { cause: error })
  }
}

/** Two processes may start at once: the first to link its file wins, the other reads the winner's. */
const createOnce = (file: string): Secrets => {
  const secrets = makeSecrets()
  const temporary = writeTemporary(file, secrets)
  try {
    linkSync(temporary, file)
    return secrets
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return secretsSchema.parse(readStored(file))
    // Some network and container file systems have no hard links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    writeFileSync(file, serialise(secrets), { mode: 0o600, flag: 'wx' })
    return secrets
  } finally {
    rmSync(temporary, { force: true })
  }
}

const replace = (file: string, secrets: Record<string, unknown>): void => {
  renameSync(writeTemporary(file, secrets), file)
}

const writeTemporary = (file: string, secrets: Record<string, unknown>): string => {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(temporary, serialise(secrets), { mode: 0o600, flag: 'wx', flush: true })
  return temporary
}

const serialise = (secrets: Record<string, unknown>): string =>
  `${JSON.stringify(secrets, null, 2)}\n`
