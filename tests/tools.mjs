/**
 * The tools that some tests need and not every machine has. A test asks `process.env` for the tool's
 * variable and skips without it; `npm test` says in one line what is missing and how to get it.
 */
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

/**
 * @typedef {object} Tool
 * @property {string} key how `REQUIRE_ALL` names it
 * @property {string} name
 * @property {string} variable where tests find it; set by hand, it wins
 * @property {string[]} programs
 * @property {string} without what is skipped
 * @property {string} howTo
 * @property {() => string | null} [find] where it is, when it is no program on PATH
 */

/**
 * How a MongoDB for tests can be had: a running one, a program to start, or the stand-in.
 *
 * @typedef {object} MongoSource
 * @property {'running' | 'mongod' | 'memory-server' | 'stand-in'} how
 * @property {string} place its URL, program or package
 */

/** The folder that `.ci/install-mongo-standin.sh` fills. */
const standInFolder = path.join(
  process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'),
  'verbatim/mongo-standin',
)

/**
 * Every way to a MongoDB that this machine has, the nearest to production first.
 *
 * @returns {MongoSource[]}
 */
export const mongoSources = () => {
  const standIn = isExecutable(path.join(standInFolder, 'bin/secantusd-py'))
    ? path.join(standInFolder, 'bin/secantusd-py')
    : null
  /** @type {[MongoSource['how'], string | null | undefined][]} */
  const ways = [
    ['running', process.env.MONGODB_TEST_URL],
    ['mongod', onPath(['mongod'])],
    ['memory-server', packageFile('mongodb-memory-server')],
    ['stand-in', process.env.MONGODB_STANDIN || standIn || onPath(['secantusd-py'])],
  ]
  return ways.flatMap(([how, place]) => (place ? [{ how, place }] : []))
}

const packageFile = (/** @type {string} */ name) => {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    // Not installed; it is nobody's dependency here.
    return null
  }
}

/** @type {Tool[]} */
export const tools = [
  {
    key: 'chromium',
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    programs: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    without: 'the browser tests',
    howTo: 'install it (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM_PATH',
  },
  {
    key: 'poppler',
    name: 'Poppler (pdftotext)',
    variable: 'PDFTOTEXT_PATH',
    programs: ['pdftotext'],
    without: 'the tests that read PDF files back',
    howTo: 'install it (Debian, Ubuntu: apt-get install poppler-utils) or set PDFTOTEXT_PATH',
  },
  {
    key: 'mongodb',
    name: 'MongoDB',
    variable: 'MONGODB_TEST_SOURCE',
    programs: [],
    find: () => mongoSources()[0]?.place ?? null,
    without: 'the tests against MongoDB',
    howTo:
      'docker compose up -d mongodb, then set MONGODB_TEST_URL=mongodb://localhost:27017/test?replicaSet=rs0&directConnection=true, or take a stand-in: bash .ci/install-mongo-standin.sh',
  },
]

/** Where a tool is on this machine, or `null`. */
export const findTool = (/** @type {Tool} */ { variable, programs, find }) =>
  process.env[variable] || (find ? find() : onPath(programs))

const onPath = (/** @type {string[]} */ programs) => {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const places = programs.flatMap((program) =>
    path.isAbsolute(program) ? [program] : folders.map((folder) => path.join(folder, program)),
  )
  return places.find(isExecutable) ?? null
}

const isExecutable = (/** @type {string} */ file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    // Not there, or not for us: either way it is not the tool.
    return false
  }
}

/**
 * The variables of every tool that was found.
 * @returns {Record<string, string>}
 */
export const toolEnvironment = () =>
  Object.fromEntries(
    tools.flatMap((tool) => {
      const place = findTool(tool)
      return place ? [[tool.variable, place]] : []
    }),
  )
