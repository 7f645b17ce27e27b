/**
 * The environment variables: what each may hold, and what to write when it holds something else.
 * `config.ts` turns them into the configuration; `.env.example` describes them for people.
 */
import path from 'node:path'
import { z } from 'zod'

export type DatabaseConfig =
  { kind: 'sqlite'; file: string; url: string } | { kind: 'mongodb'; url: string }

/** What this process does: answer requests, run what the clock asks for, or both; `reader` only reads. */
export type ProcessRole = 'all' | 'web' | 'worker' | 'reader'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** The database in one file. `file` is absolute. */
export const sqlite = (file: string): DatabaseConfig => ({
  kind: 'sqlite',
  file,
  // In an address these three would mean something else.
  url: `file:${file.replace(/[%?#]/g, encodeURIComponent)}`,
})

/** A message and what to write instead; joined by ` || ` because a zod message is one string. */
const say = (message: string, fix: string) => `${message} || ${fix}`

const flag = (byDefault: boolean) =>
  z
    .string()
    .default(byDefault ? '1' : '0')
    .transform((value) => value.toLowerCase())
    .refine((value) => ['1', 'true', 'yes', 'on', '0', 'false', 'no', 'off'].includes(value), {
      error: say('is neither yes nor no', 'Write 1 or 0.'),
    })
    .transform((value) => ['1', 'true', 'yes', 'on'].includes(value))

const wholeNumber = (highest: number, fix: string) =>
  z
    .string()
    .refine((value) => /^\d+$/.test(value) && Number(value) <= highest, {
      error: say(`is not a whole number from 0 to ${highest}`, fix),
    })
    .transform(Number)

const choice = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  byDefault: Values[number],
) =>
  z
    .string()
    .default(byDefault)
    .refine((value): value is Values[number] => values.includes(value), {
      error: say('is not one of the choices', `Write one of: ${values.join(', ')}.`),
    })

const secret = z
  .string()
  .min(
    32,
    say('is shorter than 32 characters', 'Write 32 or more random characters, or leave it out.'),
  )

const publicUrl = z
  .string()
  .refine(isOrigin, {
    error: say(
      'is not the origin of a website: scheme and host, no path, query or login',
      'Write it like https://cms.example.org',
    ),
  })
  .transform((value) => new URL(value).origin)

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  const isBare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return ['http:', 'https:'].includes(url.protocol) && isBare
}

const webAddress = z.string().refine(isWebAddress, {
  error: say('is not an address of the web', 'Write it like https://cdn.example/purge'),
})

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, username, password } = new URL(value)
  return ['http:', 'https:'].includes(protocol) && !username && !password
}

const databaseUrl = z.string().transform((value, context): DatabaseConfig => {
  const complain = (message: string, fix: string) => {
    context.addIssue({ code: 'custom', message: say(message, fix) })
    return z.NEVER
  }
  // Never repeat the value: it may hold a password.
  if (/^mongodb(\+srv)?:\/\//.test(value)) {
    const hasDatabaseName = /^mongodb(\+srv)?:\/\/[^/]+\/[^/?]+/.test(value)
    if (hasDatabaseName) return { kind: 'mongodb', url: value }
    return complain(
      'names no database',
      'Write it like mongodb://localhost:27017/verbatim?replicaSet=rs0',
    )
  }
  if (!value.startsWith('file:')) {
    return complain(
      'is neither a SQLite file nor a MongoDB address',
      'Write it like file:./data/verbatim.db or mongodb://localhost:27017/verbatim?replicaSet=rs0',
    )
  }
  const file = value.slice('file:'.length).replace(/^\/\/(?=\/)/, '')
  if (!file || file.includes(':memory:') || /[?#]/.test(file) || file.startsWith('//')) {
    return complain('names no file', 'Write it like file:./data/verbatim.db')
  }
  return sqlite(path.resolve(file))
})

/** Every variable, its form and its default; those without a default depend on another or on the data folder. */
export const variables = z.object({
  PORT: wholeNumber(65_535, 'Write it like 3000, or 0 for any free port.').default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, say('is not a host name or address', 'Write it like 127.0.0.1 or 0.0.0.0'))
    .default('127.0.0.1'),
  PUBLIC_URL: publicUrl.optional(),
  PUBLISHER_NAME: z.string().default('Verbatim Newsroom'),
  DATABASE_URL: databaseUrl.optional(),
  PAYLOAD_SECRET: secret.optional(),
  PREVIEW_SECRET: secret.optional(),
  SEALING_KEY: z
    .string()
    .regex(
      /^[0-9a-f]{64}$/,
      say('is not 64 hexadecimal digits', 'Make one with: openssl rand -hex 32'),
    )
    .optional(),
  SEALING_KEY_OLD: z
    .string()
    .default('')
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .refine((keys) => keys.every((key) => /^[0-9a-f]{64}$/.test(key)), {
      error: say(
        'holds something that is not 64 hexadecimal digits',
        'Write the earlier keys with commas between them.',
      ),
    }),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, say('is not a mail server', 'Write it like smtp://localhost:1025'))
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/\S@\S/, say('holds no mail address', 'Write it like Newsroom <desk@example.org>'))
    .optional(),
  ALLOW_STANDALONE_MONGO: flag(false),
  EVIDENCE_FETCH: flag(false),
  WEBHOOK_PRIVATE: flag(false),
  SELF_APPROVAL: flag(false),
  PURGE_URL: webAddress.optional(),
  PURGE_HEADER: z
    .string()
    .regex(
      /^[\w-]+:[ \t]*[\x21-\x7e][\x20-\x7e]*$/,
      say('is not a header', 'Write its name and its value, like Fastly-Key: TOKEN'),
    )
    .optional(),
  WEBSUB_HUB: webAddress.optional(),
  READER_CACHE_MB: wholeNumber(65_536, 'Write how many megabytes, like 256.').default(256),
  GRAPHQL_ALLOWED_QUERIES: z.string().optional(),
  METRICS_TOKEN: secret.optional(),
  METRICS_PORT: wholeNumber(65_535, 'Write it like 9464, or leave it out.').optional(),
  READ_LIMIT_PER_MINUTE: wholeNumber(
    1_000_000,
    'Write a number like 600, or 0 for no limit.',
  ).default(0),
  KEY_LIMIT_PER_MINUTE: wholeNumber(
    1_000_000,
    'Write a number like 6000, or 0 for no limit.',
  ).default(0),
  ROLE: choice(['all', 'web', 'worker'], 'all'),
  TRUST_PROXY: wholeNumber(10, 'Write how many proxies stand in front, like 1.').default(0),
  LOG_LEVEL: choice(logLevels, 'info'),
  VERBATIM_DEBUG: flag(false),
  VERBATIM_CALLER_DIR: z.string().optional(),
})
