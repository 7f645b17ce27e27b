/**
 * The configuration: the only reader of the environment.
 *
 * Everything is checked at boot and every problem is reported at once, so that nobody mends one value
 * only to meet the next. `.env.example` describes each variable in words.
 */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import {
  sqlite,
  variables,
  type DatabaseConfig,
  type LogLevel,
  type ProcessRole,
} from '#src/configVariables.ts'
import { AppError, type Problem } from '#src/errors.ts'
import { ensureSecrets, secretsFile, type Secrets } from '#src/secrets.ts'

export type Config = {
  isProduction: boolean
  /** `next build` reads the content model only: no secrets, no folders, no database. */
  isBuild: boolean
  /** 0 asks for any free port; `start` settles it before anything else reads the configuration. */
  port: number
  host: string
  /** Origin that readers and editors use, without a trailing slash. */
  publicUrl: string
  /** Who publishes, as pages, feeds and search engines name it. */
  publisherName: string
  /** Absolute, like the folder of uploads and the database file. */
  dataDir: string
  mediaDir: string
  database: DatabaseConfig
  /** Signs logins. */
  payloadSecret: string
  /** Signs the short-lived links of the live preview. */
  previewSecret: string
  /** Seals the identities of confidential sources: 256 bits as hex. */
  sealingKey: string
  /** Opens what earlier keys sealed, newest first. */
  sealingKeysOld: string[]
  /** The sealing key is the one in the data folder, which may be rotated while this process runs. */
  isSealingKeyStored: boolean
  /** `null`: mails are written to the log. */
  smtpUrl: string | null
  mailFrom: string
  allowStandaloneMongo: boolean
  /** May the server fetch a cited page to keep it as evidence? */
  evidenceFetch: boolean
  /** May receivers of webhooks be in the private network? */
  webhookPrivate: boolean
  /** May an editor approve and publish what they wrote? A chief always may. */
  selfApproval: boolean
  /** Where caches in front are told which of their answers are old; `null`: nowhere. */
  purgeUrl: string | null
  /** `Name: value`, sent along with that; for a token. */
  purgeHeader: string | null
  /** The WebSub hub that is told of changed feeds; `null`: none. */
  websubHub: string | null
  /** How much memory ready answers to readers may take. */
  readerCacheBytes: number
  /** Absolute; the file with the only GraphQL documents that readers may ask. `null`: they may ask any. */
  allowedQueriesFile: string | null
  /** Opens `/metrics` to whoever sends it; `null`: not there. */
  metricsToken: string | null
  /** Where metrics are read without coming in with the readers; `null`: nowhere. */
  metricsPort: number | null
  /** Requests a minute from one address without a key; 0 for no limit. */
  readLimit: number
  /** Requests a minute with one key that has no limit of its own; 0 for no limit. */
  keyLimit: number
  role: ProcessRole
  /** How many proxies in front may be believed about a reader's address. */
  trustProxy: number
  logLevel: LogLevel
  /** Prints stacks where only messages are shown otherwise. */
  isDebug: boolean
  /** Where the person at the command line stood: relative file arguments start there. */
  callerDir: string
}

export type { DatabaseConfig, LogLevel, ProcessRole }

export type Environment = Record<string, string | undefined>

/** Reads and checks the environment; prepares the data folder and its secrets. Throws all problems at once. */
export const readConfig = (env: Environment): Config => {
  const isBuild = env['NEXT_PHASE'] === 'phase-production-build'
  const parsed = variables.safeParse(withoutEmpty(env))
  const problems = parsed.success ? [] : parsed.error.issues.map(toProblem)
  // A bad value elsewhere must not hide an unwritable folder: folders are checked in any case.
  const dataDir = path.resolve(nonEmpty(env['DATA_DIR']) ?? 'data')
  const mediaDir = path.resolve(nonEmpty(env['MEDIA_DIR']) ?? 'media')
  const database = parsed.data?.DATABASE_URL
  const secrets = isBuild
    ? buildSecrets
    : prepareFolders({ env, dataDir, mediaDir, database, problems })
  if (!parsed.success || !secrets || problems.length > 0) throw badConfiguration(problems)

  const { PORT, PUBLIC_URL, MAIL_FROM, ...values } = parsed.data
  const publicUrl = PUBLIC_URL ?? defaultPublicUrl(PORT)
  return {
    isProduction: env['NODE_ENV'] === 'production',
    isBuild,
    port: PORT,
    host: values.HOST,
    publicUrl,
    publisherName: values.PUBLISHER_NAME,
    dataDir,
    mediaDir,
    database: database ?? sqlite(path.join(dataDir, 'verbatim.db')),
    payloadSecret: values.PAYLOAD_SECRET ?? secrets.payloadSecret,
    previewSecret: values.PREVIEW_SECRET ?? secrets.previewSecret,
    ...sealingKeys(secrets, values.SEALING_KEY, values.SEALING_KEY_OLD),
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: MAIL_FROM ?? `Verbatim <no-reply@${new URL(publicUrl).hostname}>`,
    allowStandaloneMongo: values.ALLOW_STANDALONE_MONGO,
    evidenceFetch: values.EVIDENCE_FETCH,
    webhookPrivate: values.WEBHOOK_PRIVATE,
    selfApproval: values.SELF_APPROVAL,
    purgeUrl: values.PURGE_URL ?? null,
    purgeHeader: values.PURGE_HEADER ?? null,
    websubHub: values.WEBSUB_HUB ?? null,
    readerCacheBytes: values.READER_CACHE_MB * 1024 * 1024,
    allowedQueriesFile: absolute(values.GRAPHQL_ALLOWED_QUERIES),
    metricsToken: values.METRICS_TOKEN ?? null,
    metricsPort: values.METRICS_PORT ?? null,
    readLimit: values.READ_LIMIT_PER_MINUTE,
    keyLimit: values.KEY_LIMIT_PER_MINUTE,
    role: values.ROLE,
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
    isDebug: values.VERBATIM_DEBUG,
    callerDir: values.VERBATIM_CALLER_DIR ?? process.cwd(),
  }
}

const absolute = (file: string | undefined): string | null =>
  file === undefined ? null : path.resolve(file)

/** A key of the data folder goes on opening what it sealed after another one came in from outside. */
const sealingKeys = (
  secrets: Secrets,
  given: string | undefined,
  old: string[],
): Pick<Config, 'sealingKey' | 'sealingKeysOld' | 'isSealingKeyStored'> => {
  const sealingKey = given ?? secrets.sealingKey
  const stored =
    secrets === buildSecrets ? [] : [secrets.sealingKey, ...(secrets.previousSealingKeys ?? [])]
  return {
    sealingKey,
    sealingKeysOld: [...new Set([...old, ...stored])].filter((key) => key !== sealingKey),
    isSealingKeyStored: given === undefined,
  }
}

/** The sealing keys as they are now: another process may have rotated those of the data folder. */
export const currentSealingKeys = (
  config: Pick<Config, 'dataDir' | 'sealingKey' | 'sealingKeysOld' | 'isSealingKeyStored'>,
): { current: string; all: string[] } => {
  const known = [config.sealingKey, ...config.sealingKeysOld]
  // A folder whose file is gone keeps the keys it was started with: new ones would only add to the loss.
  if (!config.isSealingKeyStored || !existsSync(secretsFile(config.dataDir))) {
    return { current: config.sealingKey, all: known }
  }
  const { sealingKey, previousSealingKeys = [] } = ensureSecrets(config.dataDir)
  return {
    current: sealingKey,
    all: [...new Set([sealingKey, ...previousSealingKeys, ...known])],
  }
}

// The admin's bundle has its own copy of this module, so the memory is shared through the global object.
const memory = globalThis as typeof globalThis & { verbatimConfig?: Config }

/** The configuration of this process, read once. */
export const getConfig = (): Config => (memory.verbatimConfig ??= readConfig(process.env))

/** Replaces the configuration of this process: a settled port, or a test's own. Call it before anything reads it. */
export const setConfig = (config: Config): Config => (memory.verbatimConfig = config)

/** The same configuration on another port; the public address follows unless it was set on purpose. */
export const withPort = (config: Config, port: number): Config => ({
  ...config,
  port,
  publicUrl:
    config.publicUrl === defaultPublicUrl(config.port) ? defaultPublicUrl(port) : config.publicUrl,
})

const defaultPublicUrl = (port: number): string => `http://localhost:${port}`

const buildSecrets: Secrets = {
  payloadSecret: 'only-for-building-the-admin-panel',
  previewSecret: 'only-for-building-the-admin-panel',
  sealingKey: '0'.repeat(64),
}

const nonEmpty = (value: string | undefined): string | undefined => value?.trim() || undefined

/** `PORT=` in an env file means "not set". */
const withoutEmpty = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, nonEmpty(value)]))

const problem = (variable: string, message: string, fix: string): Problem => ({
  code: 'bad-variable',
  severity: 'error',
  path: variable,
  message: `${variable} ${message}.`,
  fix,
})

const toProblem = (issue: z.core.$ZodIssue): Problem => {
  const [message = issue.message, fix = ''] = issue.message.split(' || ')
  return problem(issue.path.join('.'), message, fix)
}

type FolderRequest = {
  env: Environment
  dataDir: string
  mediaDir: string
  database: DatabaseConfig | undefined
  problems: Problem[]
}

const prepareFolders = ({
  env,
  dataDir,
  mediaDir,
  database,
  problems,
}: FolderRequest): Secrets | null => {
  const isMediaReady = prepareFolder('MEDIA_DIR', mediaDir, problems)
  const isDatabaseReady =
    database?.kind !== 'sqlite' ||
    prepareFolder('DATABASE_URL', path.dirname(database.file), problems)
  const isDataReady = prepareFolder('DATA_DIR', dataDir, problems)
  if (!isMediaReady || !isDatabaseReady || !isDataReady) return null
  // A deployment that brings all of its secrets keeps none on disk.
  const given = [env['PAYLOAD_SECRET'], env['PREVIEW_SECRET'], env['SEALING_KEY']]
  if (given.every(nonEmpty) && !existsSync(secretsFile(dataDir))) return buildSecrets
  try {
    return ensureSecrets(dataDir)
  } catch (error) {
    const message = `holds secrets that cannot be read: ${reasonOf(error)}`
    problems.push(problem('DATA_DIR', message, 'Restore secrets.json from a backup.'))
    return null
  }
}

const prepareFolder = (variable: string, folder: string, problems: Problem[]): boolean => {
  try {
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return true
  } catch (error) {
    const message = `is a folder that cannot be written to: ${folder} (${reasonOf(error)})`
    const fix = 'Give this user the right to write there, or name another folder.'
    problems.push(problem(variable, message, fix))
    return false
  }
}

/** Level by level: Node's own recursion never ends on file systems that refuse new folders as "not found". */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process that starts at the same moment may have made it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const badConfiguration = (problems: Problem[]): AppError => {
  const lines = problems.map(({ message, fix }) => `  - ${message} ${fix}`)
  const title = `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:`
  return new AppError('bad-configuration', [title, ...lines].join('\n'), { problems })
}
