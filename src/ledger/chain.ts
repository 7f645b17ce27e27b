/**
 * The ledger's hash chain: each row's hash covers the whole row and the hash of the row before it,
 * so that a row which was changed, removed or slipped in shows when the chain is walked.
 */
import { createHash } from 'node:crypto'

import { canonicalJson, versionContent } from '#src/story/canonicalJson.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'

import type { Publication } from './port.ts'

/** The `previousHash` of the first row. */
export const GENESIS_HASH = '0'.repeat(64)

/** What a publisher hands in; the ledger adds its place in the chain. */
export type PublicationInput = Omit<Publication, 'seq' | 'versionHash' | 'previousHash' | 'hash'>

/** A row as far as its successor needs to know it. */
export type ChainLink = Pick<Publication, 'seq' | 'hash'>

export type ChainFinding = {
  /** The row the finding is about; for a gap, the first row after it. */
  seq: number
  code: 'gap' | 'broken-link' | 'altered-row' | 'version-hash-mismatch'
  message: string
}

/**
 * The hash that names a version of a story: equal text, quotes, images and corrections give an equal
 * hash, whenever they were published. SHA-256 (hex) over canonical JSON (RFC 8785) without the times.
 */
export const versionHash = (story: PublishedStory): string =>
  sha256(canonicalJson(versionContent(story)))

/**
 * Gives a row its place in the chain.
 * @param options.row what is published; an empty ledger has no `previous`.
 * @returns the row with `seq`, `versionHash`, `previousHash` and `hash`, ready to be stored.
 */
export const sealPublication = (options: {
  row: PublicationInput
  previous: ChainLink | null
}): Publication => {
  const { event, articleId, slug, story, actor, at, reason, override, change } = options.row
  const unsealed = {
    seq: (options.previous?.seq ?? 0) + 1,
    event,
    articleId,
    slug,
    versionHash: versionHash(story),
    story,
    actor,
    at,
    reason,
    ...(override ? { override } : {}),
    ...(change ? { change } : {}),
    previousHash: options.previous?.hash ?? GENESIS_HASH,
  }
  return { ...unsealed, hash: rowHash(unsealed) }
}

/**
 * The hash of a row: SHA-256 (hex) over the canonical JSON of every field but `hash`. A row without an
 * override or a kind of change hashes as rows did before there were any.
 * Fields a store may add (a database id, timestamps of its own) are not part of it.
 */
export const rowHash = (row: Omit<Publication, 'hash'>): string => {
  const { seq, event, articleId, slug, versionHash: version, story, actor, at, reason } = row
  const covered = { seq, event, articleId, slug, versionHash: version, story, at, reason }
  return sha256(
    canonicalJson({
      ...covered,
      actor: actor && { id: actor.id, name: actor.name },
      ...(row.override ? { override: row.override } : {}),
      ...(row.change ? { change: row.change } : {}),
      previousHash: row.previousHash,
    }),
  )
}

/**
 * Walks the rows, oldest first, and tells everything that does not fit. Holds one row at a time.
 * @param options.previous the last row known to be good, to verify only what came after it.
 * @param options.limit stop after this many findings (100): one early break is what matters.
 * @returns the findings, none when the ledger is intact.
 */
export const verifyChain = async (
  rows: AsyncIterable<Publication> | Iterable<Publication>,
  options: { previous?: ChainLink | null; limit?: number } = {},
): Promise<ChainFinding[]> => {
  const findings: ChainFinding[] = []
  const limit = options.limit ?? 100
  let previous: ChainLink = options.previous ?? { seq: 0, hash: GENESIS_HASH }
  for await (const row of rows) {
    findings.push(...verifyRow(row, previous))
    if (findings.length >= limit) return findings.slice(0, limit)
    previous = { seq: row.seq, hash: row.hash }
  }
  return findings
}

const verifyRow = (row: Publication, previous: ChainLink): ChainFinding[] => {
  const findings: ChainFinding[] = []
  const find = (code: ChainFinding['code'], message: string): void => {
    findings.push({ seq: row.seq, code, message })
  }
  if (row.seq !== previous.seq + 1) {
    find(
      'gap',
      `Row ${row.seq} follows row ${previous.seq}: the rows between are missing or moved.`,
    )
  }
  if (row.previousHash !== previous.hash) {
    find(
      'broken-link',
      `Row ${row.seq} does not continue row ${previous.seq}: its previous hash differs.`,
    )
  }
  if (rowHash(row) !== row.hash) {
    find('altered-row', `Row ${row.seq} was changed after it was written: its hash does not fit.`)
  }
  if (versionHash(row.story) !== row.versionHash) {
    find('version-hash-mismatch', `Row ${row.seq} holds another story than its version hash names.`)
  }
  return findings
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
