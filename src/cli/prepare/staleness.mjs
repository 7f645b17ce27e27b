/**
 * When is a build stale? When the bytes it was made from have changed: their fingerprint is kept in a
 * stamp beside the result, written last, so that an interrupted build counts as none.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const shared = ['package.json', 'package-lock.json', 'tsconfig.json']

/** The rooms that never reach the admin's bundle; tests/architecture.test.ts keeps it so. */
const serverOnly = ['src/cli', 'src/demo', 'src/server']

/**
 * What each artefact is made from, what proves that it is there, and where its stamp is.
 * @type {Record<string, { from: string[], without: string[], result: string, stamp: string }>}
 */
const artefacts = {
  packages: {
    from: ['package-lock.json'],
    without: [],
    result: 'node_modules/.package-lock.json',
    stamp: 'node_modules/.verbatim-lock',
  },
  server: {
    from: [...shared, 'src', 'collections'],
    without: ['src/admin'],
    result: 'dist/cli.js',
    stamp: 'dist/.verbatim-server',
  },
  admin: {
    from: [...shared, 'src', 'collections'],
    without: [...serverOnly, 'src/admin/.next', 'src/admin/next-env.d.ts'],
    result: 'src/admin/.next/BUILD_ID',
    stamp: 'src/admin/.next/.verbatim-admin',
  },
}

const artefactNamed = (/** @type {string} */ name) => {
  const artefact = artefacts[name]
  if (!artefact) throw new Error(`There is no artefact "${name}".`)
  return artefact
}

/**
 * The fingerprint of everything an artefact is made from.
 *
 * @param {string} root
 * @param {string} name
 */
export const inputsOf = (root, name) => {
  const { from, without } = artefactNamed(name)
  const hash = createHash('sha256')
  // Packages hold machine code: a folder copied from another kind of machine is stale.
  if (name === 'packages') hash.update(`${process.platform}-${process.arch}\0`)
  for (const file of from.flatMap((entry) => filesBelow(root, entry, without)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} entry
 * @param {string[]} without
 * @returns {string[]}
 */
const filesBelow = (root, entry, without) => {
  const absolute = path.join(root, entry)
  if (without.includes(entry) || !existsSync(absolute)) return []
  if (!statSync(absolute).isDirectory()) return [entry]
  return readdirSync(absolute).flatMap((child) => filesBelow(root, `${entry}/${child}`, without))
}

/**
 * Is the artefact there and made from these inputs?
 *
 * @param {string} root
 * @param {string} name
 * @param {string} inputs
 */
export const isFresh = (root, name, inputs) => {
  const { result, stamp } = artefactNamed(name)
  const stampFile = path.join(root, stamp)
  if (!existsSync(path.join(root, result)) || !existsSync(stampFile)) return false
  return readFileSync(stampFile, 'utf8').trim() === inputs
}

/**
 * Forgets an artefact before it is made anew.
 *
 * @param {string} root
 * @param {string} name
 */
export const markStale = (root, name) => {
  rmSync(path.join(root, artefactNamed(name).stamp), { force: true })
}

/**
 * Remembers what an artefact was made from. Call it last.
 *
 * @param {string} root
 * @param {string} name
 * @param {string} inputs
 */
export const markFresh = (root, name, inputs) => {
  writeFileSync(path.join(root, artefactNamed(name).stamp), `${inputs}\n`)
}
