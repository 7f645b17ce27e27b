/**
 * Makes a newsroom big: copies one published story many thousand times, straight in the database file of a server
 * that is stopped. The copies have drafts, versions and their place in every list; the ledger has one row for each story
 * that was really published, so a copied newsroom is for measuring only.
 */
import Database from 'libsql'

/** Everything a story leaves behind, and the column that names the story or its version. */
const parts = [
  { table: 'articles', owner: 'id', of: 'story' },
  { table: 'articles_authors', owner: '_parent_id', of: 'story' },
  { table: 'articles_texts', owner: 'parent_id', of: 'story' },
  { table: 'articles_rels', owner: 'parent_id', of: 'story' },
  { table: '_articles_v', owner: 'id', of: 'version' },
  { table: '_articles_v_version_authors', owner: '_parent_id', of: 'version' },
  { table: '_articles_v_texts', owner: 'parent_id', of: 'version' },
  { table: '_articles_v_rels', owner: 'parent_id', of: 'version' },
]

/** The id of copy `n`; SQL, so that the database counts by itself. */
export const storyId = `printf('00000000-0000-4000-8000-%012x', n)`
const versionId = `printf('00000000-0000-4000-9000-%012x', n)`

export const loadedStoryId = (/** @type {number} */ n) =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

/**
 * @param {{ file: string, count: number }} what the database file, and how many stories there shall be
 * @returns {{ slug: string, story: object }} the published story, whose slug the copies are named after: `SLUG-1`…
 */
export const loadStories = ({ file, count }) => {
  const db = new Database(file)
  db.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF')
  const story = one(
    db,
    `SELECT id, slug FROM articles WHERE _status = 'published' AND id NOT LIKE '00000000-0000-4000-8000-%' ORDER BY length(body) DESC`,
  )
  const version = one(db, 'SELECT id FROM _articles_v WHERE parent_id = ? AND latest = 1', story.id)
  const there = one(
    db,
    `SELECT count(*) AS many FROM articles WHERE id LIKE '00000000-0000-4000-8000-%'`,
  )
  const numbers = `WITH RECURSIVE numbers(n) AS (SELECT ${there.many + 1} UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})`
  db.exec('BEGIN IMMEDIATE')
  for (const { table, owner, of } of parts) {
    copyRows(db, {
      table,
      numbers,
      owner,
      from: of === 'story' ? story.id : version.id,
      to: of === 'story' ? storyId : versionId,
    })
  }
  copyRows(db, {
    table: 'reader_docs',
    numbers,
    owner: 'key',
    from: story.id,
    to: storyId,
    more: {
      doc_slug: `t.doc_slug || '-' || n`,
      doc: `json_set(t.doc, '$.story.id', ${storyId}, '$.story.slug', t.doc_slug || '-' || n)`,
      answer: `replace(replace(t.answer, t.key, ${storyId}), t.doc_slug, t.doc_slug || '-' || n)`,
    },
  })
  copyRows(db, {
    table: 'reader_entries',
    numbers,
    owner: 'key',
    from: story.id,
    to: storyId,
    more: { sort_key: `replace(t.sort_key, '${story.id}', ${storyId})` },
  })
  const { doc } = one(db, `SELECT doc FROM reader_docs WHERE kind = 'story' AND key = ?`, story.id)
  copyWords(db, { numbers, from: story.id })
  db.exec('COMMIT')
  db.exec('ANALYZE')
  db.close()
  return { slug: story.slug, story: JSON.parse(doc).story }
}

/** In the search index, each with the beginning of the text: whole texts would take longer to load than to measure. */
const copyWords = (
  /** @type {any} */ db,
  /** @type {{ numbers: string, from: string }} */ { numbers, from },
) => {
  const last = one(db, 'SELECT coalesce(max(id), 0) AS id FROM reader_search').id
  db.prepare(
    `INSERT INTO reader_search (kind, key, sort_key, facets) ${numbers} SELECT t.kind, ${storyId}, replace(t.sort_key, t.key, ${storyId}), t.facets FROM numbers, reader_search t WHERE t.kind = 'story' AND t.key = ?`,
  ).run(from)
  db.prepare(
    `INSERT INTO reader_words (rowid, title, lead, names, text)
     SELECT made.id, words.title, words.lead, words.names, substr(words.text, 1, 400)
     FROM reader_search made, reader_search t JOIN reader_words words ON words.rowid = t.id
     WHERE made.id > ? AND t.kind = 'story' AND t.key = ?`,
  ).run(last, from)
}

const one = (
  /** @type {any} */ db,
  /** @type {string} */ sql,
  /** @type {unknown[]} */ ...args
) => {
  const row = db.prepare(`${sql} LIMIT 1`).get(...args)
  if (!row) throw new Error(`Nothing to copy: ${sql}`)
  return row
}

/**
 * Copies the rows that belong to one story, once for each number.
 *
 * @param {any} db
 * @param {{ table: string, numbers: string, owner: string, from: string, to: string, more?: Record<string, string> }} what
 */
export const copyRows = (db, { table, numbers, owner, from, to, more = {} }) => {
  /** @type {{ name: string, type: string, pk: number }[]} */
  const columns = db.prepare(`PRAGMA table_info("${table}")`).all()
  const kept = columns.filter(({ type, pk }) => !(pk && type.toLowerCase() === 'integer'))
  const values = kept.map(({ name, pk }) => {
    if (more[name]) return more[name]
    if (name === owner) return to
    if (pk) return 'lower(hex(randomblob(12)))'
    if (name === 'parent_id' || name === '_parent_id') return storyId
    if (/(^|_)slug$/.test(name)) return `t."${name}" || '-' || n`
    // Spread over months: lists and searches sort by it.
    if (/(^|_)updated_at$/.test(name)) {
      return `strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '+' || n || ' minutes')`
    }
    return `t."${name}"`
  })
  const names = kept.map(({ name }) => `"${name}"`).join(', ')
  db.prepare(
    `INSERT INTO "${table}" (${names}) ${numbers} SELECT ${values.join(', ')} FROM numbers, "${table}" t WHERE t."${owner}" = ?`,
  ).run(from)
}
