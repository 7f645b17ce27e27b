/**
 * The tools that some tests need and not every machine has. A test asks `process.env` for the tool's
 * variable and skips without it; `npm test` says in one line what is missing and how to get it.
 */
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/**
 * @typedef {object} Tool
 * @property {string} key how `REQUIRE_ALL` names it
 * @property {string} name
 * @property {string} variable where tests find it; set by hand, it wins
 * @property {string[]} programs
 * @property {string} without what is skipped
 * @property {string} howTo
 */

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
    variable: 'MONGODB_TEST_URL',
    programs: [],
    without: 'the tests against MongoDB',
    howTo:
      'docker compose up -d mongodb, then set MONGODB_TEST_URL=mongodb://localhost:27017/test?replicaSet=rs0',
  },
]

/** Where a tool is on this machine, or `null`. */
export const findTool = (/** @type {Tool} */ { variable, programs }) => {
  const given = process.env[variable]
  if (given) return given
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
