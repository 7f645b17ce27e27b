/** The commands that change the sealing keys, run as operators run them. */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bootPayload } from '#src/editorial/boot.ts'
import { keyId, seal } from '#src/editorial/sources/sealIdentity.ts'
import { runFile } from '#tests/support/childProcess.ts'
import { testConfig, type Json } from '#tests/support/newsroom.ts'

const { config, folder } = testConfig()
const outside = 'ef'.repeat(32)

beforeAll(async () => {
  const payload = await bootPayload({ config })
  await payload.create({
    collection: 'sources',
    data: {
      kind: 'person',
      name: 'The clerk',
      isConfidential: true,
      publicDescription: 'a clerk',
      identity: 'Maren Voss',
    },
    overrideAccess: true,
  })
  const { id } = await payload.create({
    collection: 'subscriptions',
    data: { name: 'A partner', kind: 'webhook' },
    overrideAccess: true,
  })
  await payload.db.updateOne({
    collection: 'subscriptions',
    id,
    data: { secret: seal('whsec_of_the_partner', config.sealingKey) },
  })
  await payload.destroy()
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const command = async (args: string[], env: Record<string, string> = {}) => {
  const child = runFile('src/cli/main.ts', [...args, '--json'], {
    DATA_DIR: path.join(folder, 'data'),
    MEDIA_DIR: config.mediaDir,
    DATABASE_URL: config.database.url,
    LOG_LEVEL: 'silent',
    ...env,
  })
  const code = await child.ended
  const output = child.output()
  return { code, output, json: JSON.parse(output.slice(output.indexOf('{'))) }
}

it('keys are rotated, listed and forgotten, and none that is needed can be', async () => {
  const before = keyId(config.sealingKey)
  const { code, json } = await command(['keys', 'rotate'])
  expect({ code, resealed: json.resealed as number }).toEqual({ code: 0, resealed: 2 })
  const after = json.keyId as string
  expect(after).not.toBe(before)
  expect((await command(['keys', 'list'])).json.keys).toEqual([
    { id: after, state: 'seals', identities: 1, secrets: 1 },
    { id: before, state: 'opens', identities: 0, secrets: 0 },
  ])
  expect((await command(['keys', 'forget', after])).code).toBe(1)
  expect((await command(['keys', 'forget', before])).code).toBe(0)
  expect((await command(['keys', 'list'])).json.keys).toHaveLength(1)
}, 240_000)

it('a key from SEALING_KEY is changed by hand: the command finishes the work, and says how it begins', async () => {
  const env = { SEALING_KEY: outside }
  const moved = await command(['keys', 'rotate'], env)
  expect({ code: moved.code, json: moved.json as unknown }).toMatchObject({
    code: 0,
    json: { keyId: keyId(outside), resealed: 2, failed: [] },
  })
  const again = await command(['keys', 'rotate'], env)
  expect({ code: again.code, rotated: again.json.rotated as boolean }).toEqual({
    code: 1,
    rotated: false,
  })
  const forgotten = await command(['doctor'])
  expect(forgotten.code).toBe(1)
  const finding = (forgotten.json.findings as Json[]).find(
    ({ check }: Json) => check === 'sealing-keys',
  )
  expect(finding.state).toBe('bad')
  expect(finding.message).toContain(keyId(outside))
}, 240_000)
