/**
 * A newsroom of its own for a test file: real Payload, real SQLite, real logins. One per process, because
 * Payload is one per process.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Role } from '#collections/access.ts'
import { readConfig, type Config } from '#src/config.ts'
import { editorialGraphql, editorialRest } from '#src/editorial/requests/api.ts'
import { bootPayload } from '#src/editorial/boot.ts'
import { createPayloadLedger, type PayloadLedger } from '#src/ledger/payloadStore.ts'
import type { Publication } from '#src/ledger/port.ts'
import { createFactories, type Factories } from './factories.ts'
import { dropDatabase, freshDatabase, providedMongo } from './mongo.ts'
import { copyTemplate, keepTemplate } from './template.ts'

/** Tests look into answers by path; what is not there fails the comparison. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any

export type Answer = { status: number; headers: Headers; text: string; json: Json }

export type Person = {
  id: string
  name: string
  email: string
  password: string
  role: Role
  /** For `Authorization: JWT …`. */
  token: string
}

/** Who asks; `null` is anybody. */
export type Asker = Person | null

export type Newsroom = Factories & {
  payload: Payload
  config: Config
  folder: string
  ledger: PayloadLedger
  makeUser: (role: Role, name?: string) => Promise<Person>
  /** Payload's REST, as `who`; a plain object is sent as JSON. */
  rest: (who: Asker, method: string, path: string, body?: unknown) => Promise<Answer>
  graphql: (who: Asker, query: string, variables?: Record<string, unknown>) => Promise<Answer>
  /** Every row of the ledger, oldest first. */
  rows: () => Promise<Publication[]>
  close: () => Promise<void>
}

export type NewsroomOptions = { env?: Record<string, string> }

const PASSWORD = 'correct horse battery staple'

// Without this, Payload outside production opens a socket to a development server.
process.env['DISABLE_PAYLOAD_HMR'] = 'true'

/** Whether this project's newsrooms are on MongoDB, where no test says otherwise. */
export const isOnMongo = process.env['TEST_DATABASE'] === 'mongodb'

/** Where a newsroom of its own is, as the configuration takes it; nothing on SQLite. */
export const ownDatabase = (): Record<string, string> => {
  const mongo = isOnMongo ? providedMongo() : null
  return mongo ? { DATABASE_URL: freshDatabase(mongo) } : {}
}

/** The configuration of a newsroom in a folder of its own, on the database of the project. */
export const testConfig = (
  env: Record<string, string> = {},
): { config: Config; folder: string } => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-newsroom-'))
  const config = readConfig({
    DATA_DIR: path.join(folder, 'data'),
    MEDIA_DIR: path.join(folder, 'media'),
    LOG_LEVEL: 'silent',
    // Tests of other things publish as whoever wrote; those of the approval say otherwise.
    SELF_APPROVAL: '1',
    ...ownDatabase(),
    ...env,
  })
  if (config.database.kind === 'sqlite') copyTemplate(config.database.file)
  return { config, folder }
}

/** Opens an empty newsroom. Close it in `afterAll`. */
export const openNewsroom = async ({ env = {} }: NewsroomOptions = {}): Promise<Newsroom> => {
  const { config, folder } = testConfig({ PORT: '0', ...env })
  const payload = await bootPayload({ config })
  payload.logger.level = 'silent'
  if (config.database.kind === 'sqlite') await keepTemplate(config.database.file)
  return furnish({ payload, config, folder, close: () => payload.destroy() })
}

/** Puts factories and ways to ask around a Payload that is open. */
export const furnish = ({
  payload,
  config,
  folder,
  close,
}: {
  payload: Payload
  config: Config
  folder: string
  close: () => Promise<void>
}): Newsroom => {
  const restHandler = editorialRest(payload)
  const graphqlHandler = editorialGraphql(payload)
  const ledger = createPayloadLedger(payload, { pollMs: 0 })
  let people = 0

  const ask = async (
    handler: typeof restHandler,
    who: Asker,
    method: string,
    pathname: string,
    body?: unknown,
  ): Promise<Answer> => {
    const isForm = body instanceof FormData
    const response = await handler(
      new Request(new URL(pathname, config.publicUrl), {
        method,
        headers: {
          ...(who ? { authorization: `JWT ${who.token}` } : {}),
          ...(body !== undefined && !isForm ? { 'content-type': 'application/json' } : {}),
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      }),
    )
    return answerOf(response)
  }

  return {
    ...createFactories(payload),
    payload,
    config,
    folder,
    ledger,
    async makeUser(role, name) {
      people += 1
      const email = `${role}${people}@newsroom.example`
      const made = await payload.create({
        collection: 'users',
        data: { email, password: PASSWORD, name: name ?? `${role} ${people}`, roles: [role] },
        depth: 0,
        overrideAccess: true,
      })
      const { token } = await payload.login({
        collection: 'users',
        data: { email, password: PASSWORD },
      })
      return { id: made.id, name: made.name, email, password: PASSWORD, role, token: token ?? '' }
    },
    rest: (who, method, pathname, body) => ask(restHandler, who, method, pathname, body),
    graphql: (who, query, variables) =>
      ask(graphqlHandler, who, 'POST', '/api/graphql', { query, variables }),
    async rows() {
      const rows: Publication[] = []
      for await (const row of ledger.rows()) rows.push(row)
      return rows
    },
    async close() {
      ledger.close()
      await close()
      if (config.database.kind === 'mongodb') await dropDatabase(config.database.url)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Reads an answer whole; `json` is `null` where it holds none. */
export const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text()
  let json: Json = null
  try {
    json = JSON.parse(text)
  } catch {
    // A page, a picture, or nothing: the test looks at `text`.
  }
  return { status: response.status, headers: response.headers, text, json }
}
