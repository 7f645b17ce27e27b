/** A real disk that fills up, and a database file that may not be written: what the newsroom says, and keeps. */
import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { bootPayload } from '#src/editorial/boot.ts'
import { projectRoot } from '#src/projectRoot.ts'
import { verifyChain } from '#src/ledger/chain.ts'
import { programOf } from '#tests/support/childProcess.ts'
import { furnish, testConfig, type Newsroom } from '#tests/support/newsroom.ts'

const isRoot = process.getuid?.() === 0
const made: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-disk-'))
  made.push(folder)
  return folder
}
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A disk of its own in memory, or `null` where this user may not mount one. */
const smallDisk = (): string | null => {
  const folder = newFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    return null
  }
}
const disk = smallDisk()

describe.skipIf(!disk)('a disk that fills up (needs the right to mount tmpfs)', () => {
  let newsroom: Newsroom
  afterAll(async () => {
    await newsroom?.close()
    // Statements that wait for the garbage collector keep the file open: the disk goes when they do.
    execFileSync('umount', ['--lazy', disk ?? ''])
  })

  it('refuses with 507 what does not fit, keeps what was saved, and goes on when there is room', async () => {
    const folder = disk ?? ''
    const file = path.join(folder, 'verbatim.db')
    const { config, folder: home } = testConfig({ PORT: '0', DATABASE_URL: `file:${file}` })
    const payload = await bootPayload({ config })
    payload.logger.level = 'silent'
    newsroom = furnish({ payload, config, folder: home, close: () => payload.destroy() })
    const editor = await newsroom.makeUser('editor')
    const article = await newsroom.makeArticle()
    await newsroom.publish(article.id)

    const { bavail, bsize } = statfsSync(folder)
    writeFileSync(path.join(folder, 'filler'), Buffer.alloc(bavail * bsize - 300_000))
    const saved: string[] = []
    let refused
    for (let turn = 0; turn < 500 && !refused; turn += 1) {
      const headline = `Story ${turn} ${'x'.repeat(150)}`
      const answer = await newsroom.rest(editor, 'POST', '/api/articles?draft=true', { headline })
      if (answer.status === 201) saved.push(headline)
      else refused = answer
    }
    expect(refused?.status).toBe(507)
    expect(refused?.text).toContain('disk of the database is full')
    const headlines = async (): Promise<string[]> =>
      (
        (await newsroom.rest(editor, 'GET', '/api/articles?draft=true&limit=500&depth=0')).json as {
          docs: { headline: string }[]
        }
      ).docs.map(({ headline }) => headline)
    expect((await headlines()).filter((one) => one.startsWith('Story')).sort()).toEqual(
      [...saved, String(article.headline)].sort(),
    )
    expect((await newsroom.ledger.get('story', { id: article.id }))?.state).toBe('live')

    rmSync(path.join(folder, 'filler'))
    const again = await newsroom.rest(editor, 'POST', '/api/articles?draft=true', {
      headline: 'Room again',
    })
    expect(again.status).toBe(201)
    await newsroom.publish(article.id, { standfirst: 'More is known.' })
    expect(await verifyChain(newsroom.ledger.rows())).toEqual([])
  })
})

describe('a database file that this user may not write', () => {
  it('stops the start with words that name it, and is left as it was', async () => {
    const { config, folder } = testConfig()
    made.push(folder)
    const payload = await bootPayload({ config })
    await payload.destroy()
    const file = path.join(config.dataDir, 'verbatim.db')
    mkdirSync(config.mediaDir, { recursive: true })
    // Whoever is root may write everything: somebody else has to try.
    const nobody = 65_534
    const everything = [folder, config.dataDir, config.mediaDir].concat(
      readdirSync(config.dataDir).map((name) => path.join(config.dataDir, name)),
    )
    if (isRoot) everything.forEach((one) => chownSync(one, nobody, nobody))
    chmodSync(file, 0o444)
    const child = spawn(process.execPath, programOf('tests/crash/child.ts'), {
      cwd: projectRoot,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        NODE_ENV: 'production',
        DATA_DIR: config.dataDir,
        MEDIA_DIR: config.mediaDir,
        LOG_LEVEL: 'silent',
      },
      ...(isRoot ? { uid: nobody, gid: nobody } : {}),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr)])
    expect(said).toBe('')
    expect(complaint).toContain(file)
    expect(complaint).toMatch(/is read-only\. Give this user the right to write it/)
    expect(child.exitCode).not.toBe(0)
  })
})
