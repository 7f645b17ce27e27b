import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '#src/cli/runCli.ts'
import { readConfig, setConfig } from '#src/config.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-cli-'))
  setConfig(
    readConfig({
      DATA_DIR: path.join(folder, 'data'),
      MEDIA_DIR: path.join(folder, 'media'),
      VERBATIM_CALLER_DIR: folder,
    }),
  )
  writeFileSync(
    path.join(folder, 'story.txt'),
    'Hall to reopen\n\n“We open on Monday,” said Mayor Ana Ruiz.\n',
  )
  writeFileSync(path.join(folder, 'picture.txt'), Buffer.from([0xff, 0xd8, 0xff]))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const cli = async (...args: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const output = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) }
  const exitCode = await runCli(args, output)
  return { exitCode, out: out.join('\n'), err: err.join('\n') }
}

const commands = [
  ['start'],
  ['seed'],
  ['import'],
  ['export'],
  ['user', 'create'],
  ['ledger', 'verify'],
  ['ledger', 'replay'],
  ['quotes', 'extract'],
]

describe('help', () => {
  test.each(commands)('%s %s tells its options and gives an example', async (...words) => {
    const command = words.filter((word) => typeof word === 'string')
    const { exitCode, out, err } = await cli(...command, '--help')
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(out).toContain('--json')
    expect(out).toMatch(/Example:\n {2}verbatim /)
  })

  test('the program lists its commands', async () => {
    const { exitCode, out } = await cli('--help')
    expect(exitCode).toBe(0)
    for (const [name] of commands) expect(out).toContain(`  ${name}`)
  })
})

describe('wrong usage ends with 2 and says how it is used', () => {
  test.each([
    [['publish']],
    [['import']],
    [['export']],
    [['export', 'a', '--format', 'pdf']],
    [['user', 'create', '--email', 'a@example.org']],
    [['user', 'create', '--email', 'a@example.org', '--name', 'A', '--role', 'boss']],
    [['ledger']],
    [['seed', '--fast']],
    [[]],
  ])('%j', async (args) => {
    const { exitCode, out, err } = await cli(...args)
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
    expect(err).toMatch(/--help/)
  })
})

describe('quotes extract', () => {
  test('prints the words and who said them', async () => {
    const { exitCode, out } = await cli('quotes', 'extract', 'story.txt')
    expect(exitCode).toBe(0)
    expect(out).toContain('We open on Monday')
    expect(out).toContain('Ana Ruiz')
  })

  test('prints JSON for scripts', async () => {
    const { out } = await cli('quotes', 'extract', 'story.txt', '--json')
    expect(JSON.parse(out)).toMatchObject({ quotes: [{ kind: 'direct' }] })
  })

  test.each([
    ['missing.txt', 'not-found'],
    ['picture.txt', 'unsupported-type'],
  ])('%s ends with 1 and a message, without a stack', async (file, code) => {
    const plain = await cli('quotes', 'extract', file)
    expect(plain).toMatchObject({ exitCode: 1, out: '' })
    expect(plain.err).toContain(file)
    expect(plain.err).not.toMatch(/\n\s+at /)

    const json = await cli('quotes', 'extract', file, '--json')
    expect(json).toMatchObject({ exitCode: 1, err: '' })
    expect(JSON.parse(json.out)).toMatchObject({ error: { code } })
  })
})

describe('import --dry-run', () => {
  test('shows what was understood and saves nothing', async () => {
    const { exitCode, out } = await cli('import', '--dry-run', '--json', 'story.txt')
    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      files: [
        { file: 'story.txt', status: 'understood', proposal: { headline: 'Hall to reopen' } },
      ],
    })
  })

  test('a file that cannot be read does not keep the others out', async () => {
    const { exitCode, out } = await cli('import', '--dry-run', 'missing.txt', 'story.txt')
    expect(exitCode).toBe(1)
    expect(out).toMatch(/^missing\.txt: failed\. .*no such file/)
    expect(out).toMatch(/story\.txt: understood, not saved/)
  })
})
