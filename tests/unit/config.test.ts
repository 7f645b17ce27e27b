import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig, withPort, type Environment } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import { ensureSecrets, secretsFile } from '#src/secrets.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-config-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const read = (env: Environment = {}) =>
  readConfig({ DATA_DIR: path.join(folder, 'data'), MEDIA_DIR: path.join(folder, 'media'), ...env })

const problemsOf = (env: Environment): AppError => {
  try {
    read(env)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('The configuration was accepted.')
}

describe('defaults', () => {
  test('an empty environment is a working local installation', () => {
    expect(read()).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      dataDir: path.join(folder, 'data'),
      mediaDir: path.join(folder, 'media'),
      database: { kind: 'sqlite', file: path.join(folder, 'data', 'verbatim.db') },
      isProduction: false,
      isBuild: false,
      smtpUrl: null,
      mailFrom: 'Verbatim <no-reply@localhost>',
      allowStandaloneMongo: false,
      evidenceFetch: false,
      webhookPrivate: false,
      selfApproval: false,
      role: 'all',
      trustProxy: 0,
      readerCacheBytes: 256 * 1024 * 1024,
      allowedQueriesFile: null,
      metricsToken: null,
      metricsPort: null,
      purgeUrl: null,
      purgeHeader: null,
      websubHub: null,
      readLimit: 0,
      keyLimit: 0,
    })
  })

  test('an empty value means that the variable is not set', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ', PUBLIC_URL: '' })).toEqual(read())
  })

  test('relative folders start where the process runs', () => {
    const relative = path.relative(process.cwd(), path.join(folder, 'elsewhere'))
    expect(read({ DATA_DIR: relative }).dataDir).toBe(path.join(folder, 'elsewhere'))
  })

  test('another port moves the default public address, not one that was set', () => {
    expect(withPort(read({ PORT: '0' }), 4321)).toMatchObject({
      port: 4321,
      publicUrl: 'http://localhost:4321',
    })
    expect(withPort(read({ PUBLIC_URL: 'https://cms.example.org/' }), 4321).publicUrl).toBe(
      'https://cms.example.org',
    )
  })
})

describe('values', () => {
  test.each([
    ['file:data/desk.db', path.resolve('data/desk.db')],
    ['file:/var/tmp/desk.db', '/var/tmp/desk.db'],
    ['file:///var/tmp/desk.db', '/var/tmp/desk.db'],
  ])('%s is a SQLite file', (url, file) => {
    expect(read({ DATABASE_URL: url }).database).toEqual({
      kind: 'sqlite',
      file,
      url: `file:${file}`,
    })
  })

  test.each([
    'mongodb://a:27017,b:27017/verbatim?replicaSet=rs0',
    'mongodb+srv://desk:secret@cluster.example.org/verbatim',
  ])('%s is a MongoDB address', (url) => {
    expect(read({ DATABASE_URL: url }).database).toEqual({ kind: 'mongodb', url })
  })

  test.each([
    ['1', true],
    ['TRUE', true],
    ['no', false],
    ['0', false],
  ])('ALLOW_STANDALONE_MONGO=%s is %s', (value, expected) => {
    expect(read({ ALLOW_STANDALONE_MONGO: value }).allowStandaloneMongo).toBe(expected)
  })
})

describe('problems', () => {
  const wrong: [string, string][] = [
    ['PORT', '70000'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['HOST', 'not a host'],
    ['PUBLIC_URL', 'cms.example.org'],
    ['PUBLIC_URL', 'https://example.org/cms'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['PUBLIC_URL', 'https://desk:secret@example.org'],
    ['DATABASE_URL', 'postgres://localhost/verbatim'],
    ['DATABASE_URL', 'mongodb://localhost:27017'],
    ['DATABASE_URL', 'file:'],
    ['DATABASE_URL', 'file::memory:'],
    ['PAYLOAD_SECRET', 'short'],
    ['PREVIEW_SECRET', 'short'],
    ['SEALING_KEY', 'z'.repeat(64)],
    ['SMTP_URL', 'mail.example.org'],
    ['PURGE_URL', 'cdn.example.org/purge'],
    ['PURGE_URL', 'https://me:token@cdn.example.org/purge'],
    ['PURGE_HEADER', 'token'],
    ['WEBSUB_HUB', 'ftp://hub.example.org/'],
    ['MAIL_FROM', 'the desk'],
    ['ALLOW_STANDALONE_MONGO', 'maybe'],
    ['EVIDENCE_FETCH', '2'],
    ['WEBHOOK_PRIVATE', 'lan'],
    ['ROLE', 'editor'],
    ['TRUST_PROXY', 'all'],
    ['LOG_LEVEL', 'loud'],
  ]

  test.each(wrong)('%s=%s is refused with what to write instead', (variable, value) => {
    const { code, problems } = problemsOf({ [variable]: value })
    expect(code).toBe('bad-configuration')
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ path: variable, severity: 'error' })
    expect(problems[0]?.fix).toMatch(/\S/)
  })

  test('all of them are reported at once, each on its line', () => {
    const error = problemsOf({ PORT: 'http', PUBLIC_URL: 'here', PAYLOAD_SECRET: 'x' })
    expect(error.message.split('\n')).toEqual([
      'The configuration has 3 problems:',
      '  - PORT is not a whole number from 0 to 65535. Write it like 3000, or 0 for any free port.',
      '  - PUBLIC_URL is not the origin of a website: scheme and host, no path, query or login. Write it like https://cms.example.org',
      '  - PAYLOAD_SECRET is shorter than 32 characters. Write 32 or more random characters, or leave it out.',
    ])
  })

  test('a password in an address is never repeated', () => {
    const { message } = problemsOf({ DATABASE_URL: 'mongodb://desk:hunter2@db' })
    expect(message).not.toContain('hunter2')
  })

  test.each(['DATA_DIR', 'MEDIA_DIR'])('%s below a file cannot be written to', (variable) => {
    writeFileSync(path.join(folder, 'file'), '')
    const { problems } = problemsOf({ [variable]: path.join(folder, 'file', 'below'), PORT: 'x' })
    expect(problems.map((problem) => problem.path)).toEqual(['PORT', variable])
  })

  // Node's own way to make a folder with its parents never comes back from here.
  test.runIf(existsSync('/proc/self'))('a file system that takes no folders is refused', () => {
    const { problems } = problemsOf({ DATA_DIR: '/proc/verbatim/data' })
    expect(problems.map((problem) => problem.path)).toEqual(['DATA_DIR'])
  })

  test('a SQLite file in a folder that cannot be made is a problem of DATABASE_URL', () => {
    writeFileSync(path.join(folder, 'file'), '')
    const { problems } = problemsOf({ DATABASE_URL: `file:${folder}/file/desk.db` })
    expect(problems.map((problem) => problem.path)).toEqual(['DATABASE_URL'])
  })
})

describe('secrets', () => {
  test('are made once, for their owner only, and stay the same', () => {
    const first = read()
    const file = secretsFile(first.dataDir)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(first.payloadSecret.length).toBeGreaterThanOrEqual(32)
    expect(new Set([first.payloadSecret, first.previewSecret, first.sealingKey]).size).toBe(3)
    expect(read()).toEqual(first)
  })

  test('from the environment win over the file', () => {
    expect(read({ PAYLOAD_SECRET: 'p'.repeat(32) }).payloadSecret).toBe('p'.repeat(32))
  })

  test('are not written when all of them are given', () => {
    const { dataDir } = read({
      PAYLOAD_SECRET: 'p'.repeat(32),
      PREVIEW_SECRET: 'q'.repeat(32),
      SEALING_KEY: 'a'.repeat(64),
    })
    expect(existsSync(secretsFile(dataDir))).toBe(false)
  })

  test('that others may read are closed again', () => {
    const file = secretsFile(read().dataDir)
    chmodSync(file, 0o644)
    read()
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('one that an older version did not know is added, the others are kept', () => {
    const { payloadSecret, previewSecret } = ensureSecrets(folder)
    writeFileSync(secretsFile(folder), JSON.stringify({ payloadSecret, previewSecret, other: 1 }))
    const completed = ensureSecrets(folder)
    expect(completed).toMatchObject({ payloadSecret, previewSecret })
    expect(JSON.parse(readFileSync(secretsFile(folder), 'utf8'))).toEqual({
      ...completed,
      other: 1,
    })
    expect(statSync(secretsFile(folder)).mode & 0o777).toBe(0o600)
  })

  test.each(['{ "payloadSecret": ', '[]', '{ "sealingKey": "short" }'])(
    'a damaged file (%s) stops the boot and is kept',
    (content) => {
      const { dataDir } = read()
      writeFileSync(secretsFile(dataDir), content)
      expect(problemsOf({}).message).toContain('Restore secrets.json from a backup.')
      expect(readFileSync(secretsFile(dataDir), 'utf8')).toBe(content)
    },
  )
})

describe('while the admin panel is built', () => {
  test('no folder, file or secret is needed or made', () => {
    const config = read({ NEXT_PHASE: 'phase-production-build' })
    expect(config.isBuild).toBe(true)
    expect(config.payloadSecret.length).toBeGreaterThanOrEqual(32)
    expect(existsSync(config.dataDir)).toBe(false)
    expect(existsSync(config.mediaDir)).toBe(false)
  })
})
