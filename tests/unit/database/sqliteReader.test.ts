import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  onForeignCommit,
  openSqliteReader,
  requireCurrentSchema,
} from '#src/database/sqliteReader.ts'
import { openSqliteClient, type SqliteClient } from '#src/database/sqliteClient.ts'

let folder: string
let file: string
let writer: SqliteClient
let reader: SqliteClient

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-reader-'))
  file = path.join(folder, 'test.db')
  writer = openSqliteClient({ file, maxWaitMs: 1000 })
  await writer.execute('CREATE TABLE words (word TEXT)')
  reader = openSqliteReader(file)
})
afterEach(() => {
  reader.close()
  writer.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a reader of the file', () => {
  test('sees what is committed, while somebody is writing too', async () => {
    const transaction = await writer.transaction('write')
    await transaction.execute("INSERT INTO words VALUES ('early')")
    expect((await reader.execute('SELECT word FROM words')).rows).toHaveLength(0)
    await transaction.commit()
    expect((await reader.execute('SELECT word FROM words')).rows).toHaveLength(1)
  })

  test('cannot write, however it is asked', async () => {
    for (const sql of ["INSERT INTO words VALUES ('x')", 'DELETE FROM words', 'DROP TABLE words']) {
      await expect(reader.execute(sql)).rejects.toThrow(/readonly|read-only/i)
    }
    await expect(reader.transaction('write')).rejects.toThrow('only reads')
    await expect(reader.batch(['DELETE FROM words'])).rejects.toThrow('only reads')
    await expect(reader.executeMultiple('DELETE FROM words')).rejects.toThrow('only reads')
  })

  test('wants a file that is there, and of its own version', async () => {
    expect(() => openSqliteReader(path.join(folder, 'none.db'))).toThrow('not there yet')
    await expect(requireCurrentSchema(reader, file)).rejects.toThrow('older version')
  })

  test('hears of commits of others, and of nothing else', async () => {
    let heard = 0
    const stop = onForeignCommit(reader, { everyMs: 1, act: async () => (heard += 1) })
    await expect.poll(() => heard).toBe(1)
    await writer.execute("INSERT INTO words VALUES ('news')")
    await expect.poll(() => heard).toBe(2)
    await reader.execute('SELECT word FROM words')
    await writer.execute("INSERT INTO words VALUES ('more')")
    await expect.poll(() => heard).toBe(3)
    stop()
  })
})
