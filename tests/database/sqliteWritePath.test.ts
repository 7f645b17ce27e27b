/** The embedded database below Payload: two connections, one writer, ends that tell the truth. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asAppError } from '#src/database/databaseErrors.ts'
import { openSqliteClient, type SqliteClient } from '#src/database/sqliteClient.ts'

let folder = ''
let client: SqliteClient
const open = (maxWaitMs = 10_000) =>
  openSqliteClient({ file: path.join(folder, 'test.db'), maxWaitMs })

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-sqlite-'))
  client = open()
  await client.execute('CREATE TABLE words (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')
})
afterEach(() => {
  client.close()
  rmSync(folder, { recursive: true, force: true })
})

const insert = (text: string) => ({ sql: 'INSERT INTO words (text) VALUES (?)', args: [text] })
const texts = async (): Promise<string[]> =>
  (await client.execute('SELECT text FROM words ORDER BY id')).rows.map((row) =>
    String(row['text']),
  )
const openFiles = (): number => readdirSync('/proc/self/fd').length
const canCountFiles = process.platform === 'linux'

describe('connections', () => {
  it('both have every PRAGMA', () => {
    const { writer, reader } = client.settings()
    const same = {
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      cache_size: -32_000,
      journal_size_limit: 67_108_864,
    }
    expect(writer).toMatchObject({ ...same, busy_timeout: 0 })
    expect(reader).toMatchObject({ ...same, busy_timeout: 5000 })
  })

  it('still have them after transactions that went well and that did not', async () => {
    const before = client.settings()
    for (let round = 0; round < 20; round += 1) {
      const transaction = await client.transaction()
      await transaction.execute(insert(`${round}`))
      await (round % 2 ? transaction.commit() : transaction.rollback())
    }
    expect(client.settings()).toEqual(before)
  })

  it('notice a change of the schema, also after they were asked about it', async () => {
    const tables = 'SELECT name FROM sqlite_schema'
    expect((await client.execute(tables)).rows).toHaveLength(1)
    await client.executeMultiple('CREATE TABLE more (id INTEGER)')
    expect((await client.execute('SELECT id FROM more')).rows).toEqual([])
    expect((await client.execute(tables)).rows).toHaveLength(2)
  })

  it.skipIf(!canCountFiles)('10,000 transactions leave no file open', async () => {
    await (await client.transaction()).rollback()
    const before = openFiles()
    for (let round = 0; round < 10_000; round += 1) {
      const transaction = await client.transaction()
      await transaction.execute(insert(`${round}`))
      await (round % 100 ? transaction.commit() : transaction.rollback())
    }
    expect(openFiles() - before).toBeLessThanOrEqual(0)
    expect((await texts()).length).toBe(9900)
  })
})

describe('statements', () => {
  it('that are prepared once see a changed schema', async () => {
    await client.execute(insert('one'))
    const select = 'SELECT * FROM words'
    expect((await client.execute(select)).columns).toEqual(['id', 'text'])
    await client.execute("ALTER TABLE words ADD COLUMN kind TEXT DEFAULT 'word'")
    const { columns, rows } = await client.execute(select)
    expect(columns).toEqual(['id', 'text', 'kind'])
    expect({ ...rows[0] }).toEqual({ id: 1, text: 'one', kind: 'word' })
  })

  it('that failed work again', async () => {
    const sql = 'INSERT INTO words (id, text) VALUES (?, ?)'
    await client.execute({ sql, args: [1, 'one'] })
    await expect(client.execute({ sql, args: [1, 'again'] })).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
    })
    await client.execute({ sql, args: [2, 'two'] })
    expect(await texts()).toEqual(['one', 'two'])
  })

  it('carry bytes, numbers, nothing and named values both ways', async () => {
    const bytes = new Uint8Array([0, 1, 255])
    const { rows } = await client.execute({
      sql: 'SELECT :bytes AS bytes, :number AS number, :nil AS nil, :yes AS yes',
      args: { bytes, number: 1.5, nil: null, yes: true },
    })
    const [row] = rows
    expect(new Uint8Array(row?.['bytes'] as ArrayBuffer)).toEqual(bytes)
    expect(row).toMatchObject({ number: 1.5, nil: null, yes: 1 })
  })
})

describe('one writer', () => {
  it('takes turns in the order in which they were asked for', async () => {
    await Promise.all(
      Array.from({ length: 200 }, async (_, turn) => {
        const transaction = await client.transaction()
        await transaction.execute(insert(`${turn}`))
        await pause(turn % 3)
        await transaction.commit()
      }),
    )
    expect(await texts()).toEqual(Array.from({ length: 200 }, (_, turn) => `${turn}`))
  })

  it('lets readers read what was committed, while it writes', async () => {
    await client.execute(insert('before'))
    const transaction = await client.transaction()
    await transaction.execute(insert('during'))
    expect(await texts()).toEqual(['before'])
    await transaction.commit()
    expect(await texts()).toEqual(['before', 'during'])
  })

  it('refuses, in words, who waited too long, and goes on', async () => {
    client.close()
    client = open(50)
    const transaction = await client.transaction()
    const refused = await client.transaction().catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'busy', status: 503 })
    expect(String(refused)).toContain('Nothing was saved')
    await transaction.commit()
    await client.execute(insert('after'))
    expect(await texts()).toEqual(['after'])
  })

  it('waits for another process without keeping this one from working', async () => {
    const other = open()
    const theirs = await other.transaction()
    await theirs.execute(insert('theirs'))
    let ticks = 0
    const timer = setInterval(() => (ticks += 1), 1)
    const ours = client.execute(insert('ours'))
    await pause(100)
    await theirs.commit()
    await ours
    clearInterval(timer)
    other.close()
    expect(ticks).toBeGreaterThan(5)
    expect(await texts()).toEqual(['theirs', 'ours'])
  })

  it('refuses what still waits when it is closed', async () => {
    const transaction = await client.transaction()
    const waiting = client.transaction().catch((error: unknown) => error)
    client.close()
    expect(await waiting).toMatchObject({ code: 'busy' })
    await expect(transaction.execute(insert('late'))).rejects.toMatchObject({
      code: 'TRANSACTION_CLOSED',
    })
  })
})

describe('ends', () => {
  it('a statement after the end is refused, not run in the next transaction', async () => {
    const ended = await client.transaction()
    await ended.commit()
    const next = await client.transaction()
    await expect(ended.execute(insert('stray'))).rejects.toMatchObject({
      code: 'TRANSACTION_CLOSED',
    })
    await next.commit()
    expect(await texts()).toEqual([])
  })

  it('a failed COMMIT reaches the caller, and nothing of it is kept', async () => {
    await client.execute(
      'CREATE TABLE uses (word INTEGER REFERENCES words (id) DEFERRABLE INITIALLY DEFERRED)',
    )
    const transaction = await client.transaction()
    await transaction.execute(insert('one'))
    await transaction.execute('INSERT INTO uses VALUES (99)')
    await expect(transaction.commit()).rejects.toMatchObject({
      code: expect.stringMatching(/^SQLITE_CONSTRAINT/),
    })
    await client.execute(insert('next'))
    expect(await texts()).toEqual(['next'])
  })

  it('a full disk is a full disk to everybody inside, and the next one starts clean', async () => {
    const { rows } = await client.execute('PRAGMA page_count')
    await client.execute(`PRAGMA max_page_count = ${Number(rows[0]?.[0]) + 4}`)
    const transaction = await client.transaction()
    await transaction.execute(insert('first'))
    const big = 'x'.repeat(100_000)
    const refused = await transaction.execute(insert(big)).catch((error: unknown) => error)
    expect(asAppError(refused)).toMatchObject({ code: 'storage-full', status: 507 })
    // SQLite may have rolled back by itself: what follows must not be saved on its own.
    const after = await transaction.execute(insert('second')).catch((error: unknown) => error)
    const end = await transaction.commit().catch((error: unknown) => error)
    if (after instanceof Error) {
      expect(asAppError(after)).toMatchObject({ code: 'storage-full' })
      expect(asAppError(end)).toMatchObject({ code: 'storage-full' })
      expect(await texts()).toEqual([])
    } else expect(await texts()).toEqual(['first', 'second'])
    await client.execute('PRAGMA max_page_count = 1000000')
    await client.execute(insert('third'))
    expect((await texts()).at(-1)).toBe('third')
  })
})
