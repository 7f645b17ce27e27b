/** The list of allowed GraphQL queries, from its file to the answers of the running server. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hashOf } from '#src/delivery/graphql/persistedQueries.ts'
import { loadAllowedQueries } from '#src/server/allowedQueries.ts'
import { openServer, type RunningNewsroom } from '#tests/support/server.ts'

const allowed = '{ articles(first: 1) { nodes { headline } } }'
const other = '{ sections(first: 1) { nodes { name } } }'

let folder: string
let room: RunningNewsroom

const fileOf = (name: string, text: string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-queries-'))
  const file = fileOf('queries.json', JSON.stringify({ [hashOf(allowed)]: allowed }))
  room = await openServer({ GRAPHQL_ALLOWED_QUERIES: file })
})
afterAll(async () => {
  await room.close()
  rmSync(folder, { recursive: true, force: true })
})

const codeOf = async (body: unknown): Promise<string | null> => {
  const answer = await room.ask('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] }
  return errors?.[0]?.extensions.code ?? null
}

it('runs the queries of the file, by text or by hash, and no others', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(allowed) } }
  expect(await codeOf({ query: allowed })).toBeNull()
  expect(await codeOf({ extensions })).toBeNull()
  expect(await codeOf({ query: other })).toBe('QUERY_NOT_ALLOWED')
})

it('refuses to start with a file that is missing or wrong, naming the variable, the file and the reason', () => {
  const broken = fileOf('broken.json', '{')
  const mixed = fileOf('mixed.json', JSON.stringify({ [hashOf(other)]: allowed }))
  const missing = path.join(folder, 'missing.json')
  const reasons = [
    [broken, 'It is not valid JSON.'],
    [mixed, hashOf(other).slice(0, 12)],
    [missing, 'ENOENT'],
  ] as const
  for (const [file, reason] of reasons) {
    const load = () => loadAllowedQueries(file)
    expect(load).toThrow('GRAPHQL_ALLOWED_QUERIES')
    expect(load).toThrow(file)
    expect(load).toThrow(reason)
  }
})
