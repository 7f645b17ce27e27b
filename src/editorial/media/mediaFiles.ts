/** Uploaded files and the records that name them: which lack the other. */
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'

export type MediaFindings = {
  /** Named by a record and not there. */
  missing: string[]
  /** There, and named by no record. */
  orphans: string[]
}

/** An upload under way has its file before its record; a younger file than this is left alone. */
const SETTLED_MS = 10 * 60 * 1000

/**
 * Compares the media folder with all records that carry a file.
 *
 * @param now files that are younger than ten minutes may be uploads under way and are no orphans
 */
export const compareMedia = async (
  payload: Payload,
  mediaDir: string,
  now: Date,
): Promise<MediaFindings> => {
  // The folder is read first: what is uploaded meanwhile is in neither list.
  const there = await filesIn(mediaDir)
  const named = await namesInRecords(payload)
  const orphans: string[] = []
  for (const name of there.filter((file) => !named.has(file))) {
    const { mtimeMs } = await stat(path.join(mediaDir, name)).catch(() => ({ mtimeMs: Infinity }))
    if (now.getTime() - mtimeMs >= SETTLED_MS) orphans.push(name)
  }
  const files = new Set(there)
  return { missing: [...named].filter((name) => !files.has(name)).sort(), orphans: orphans.sort() }
}

/**
 * Takes out of the way what an upload left behind that was cut off before its record was saved. Nothing is
 * deleted: the files are in `.orphaned` beside the others.
 *
 * @returns what was moved
 */
export const sweepMedia = async (
  payload: Payload,
  mediaDir: string,
  now: Date,
): Promise<string[]> => {
  const { orphans } = await compareMedia(payload, mediaDir, now)
  if (orphans.length === 0) return []
  const aside = path.join(mediaDir, '.orphaned')
  await mkdir(aside, { recursive: true })
  for (const name of orphans) await rename(path.join(mediaDir, name), path.join(aside, name))
  return orphans
}

/** Hidden files are not uploads. */
const filesIn = async (folder: string): Promise<string[]> => {
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : []
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
}

const namesInRecords = async (payload: Payload): Promise<Set<string>> => {
  const named = new Set<string>()
  for (const { slug, upload } of payload.config.collections) {
    if (!upload) continue
    for (let page = 1; ; page += 1) {
      const { docs, hasNextPage } = await payload.find({
        collection: slug,
        select: { filename: true, sizes: true } as never,
        sort: 'id',
        depth: 0,
        limit: 500,
        page,
        trash: true,
        overrideAccess: true,
      })
      for (const doc of docs as unknown as UploadRecord[]) {
        for (const name of namesOf(doc)) named.add(name)
      }
      if (!hasNextPage) break
    }
  }
  return named
}

type UploadRecord = {
  filename?: string | null
  sizes?: Record<string, { filename?: string | null } | undefined> | null
}

const namesOf = ({ filename, sizes }: UploadRecord): string[] =>
  [filename, ...Object.values(sizes ?? {}).map((size) => size?.filename)].filter(
    (name): name is string => Boolean(name),
  )
