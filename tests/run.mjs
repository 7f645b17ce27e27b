/**
 * `npm test`: everything, in the order in which a mistake is cheapest to find.
 *
 *   npm test                 all levels
 *   npm test -- unit http    these levels
 *   REQUIRE_ALL=1            nothing may be skipped (or a list of tools: REQUIRE_ALL=chromium,poppler)
 *
 * The last line is always `N passed, N failed`, with `, N skipped` when something was.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { prepare, PreparationError } from '../src/cli/prepare.mjs'
import { findTool, toolEnvironment, tools } from './tools.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const root = path.resolve(import.meta.dirname, '..')
const bin = (/** @type {string} */ file) => path.join(root, 'node_modules', file)
const scratch = mkdtempSync(path.join(os.tmpdir(), 'verbatim-test-'))

const required = (process.env.REQUIRE_ALL ?? '').split(',').filter(Boolean)
const requiresAll = required.includes('1') || required.includes('all')
const isRequired = (/** @type {string} */ key) => requiresAll || required.includes(key)
const missing = tools.filter((tool) => findTool(tool) === null)
const isMissing = (/** @type {string} */ key) => missing.some((tool) => tool.key === key)

/** @type {Record<string, () => Promise<Counts>>} */
const levels = {
  types: () => check('types', [bin('typescript/bin/tsc'), '--noEmit', '-p', '.']),
  lint: async () => {
    const layout = ['--check', '--log-level', 'warn', '.']
    return sum(
      await Promise.all([
        check('lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']),
        check('layout', [bin('prettier/bin/prettier.cjs'), ...layout]),
      ]),
    )
  },
  architecture: () => vitest('architecture'),
  unit: () => vitest('unit'),
  collections: () => vitest('collections'),
  'collections:mongodb': () => onMongo('collections:mongodb'),
  database: () => vitest('database'),
  http: () => vitest('http'),
  'http:mongodb': () => onMongo('http:mongodb'),
  browser: async () => {
    if (isMissing('chromium')) return nothing
    await prepare({ root, admin: true })
    return vitest('browser')
  },
  crash: () => vitest('crash'),
  'crash:mongodb': () => onMongo('crash:mongodb'),
}

/** Levels that keep about one core busy each run side by side: what they open, they open for themselves. */
const sideBySide = [
  ['types', 'lint', 'architecture'],
  ['database', 'crash', 'crash:mongodb'],
]

const main = async () => {
  const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
  const unknown = asked.filter((name) => !levels[name])
  if (unknown.length > 0) {
    process.stderr.write(
      `No such level: ${unknown.join(', ')}. There are ${Object.keys(levels).join(', ')}.\n`,
    )
    return 2
  }
  /** @type {Counts[]} */
  const counts = [reportMissing()]
  try {
    await prepare({ root, server: false })
    const waiting = new Set(asked.length > 0 ? asked : Object.keys(levels))
    for (const name of waiting) {
      const together = sideBySide.find((names) => names.includes(name)) ?? [name]
      const now = together.filter((one) => waiting.delete(one))
      counts.push(...(await Promise.all(now.map((one) => levels[one]()))))
    }
  } catch (error) {
    if (!(error instanceof PreparationError)) throw error
    process.stdout.write(`${error.message}\n`)
    counts.push({ passed: 0, failed: 1, skipped: 0 })
  }
  const { passed, failed, skipped } = sum(counts)
  process.stdout.write(
    `\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
  )
  return failed > 0 || passed === 0 ? 1 : 0
}

const nothing = { passed: 0, failed: 0, skipped: 0 }

const sum = (/** @type {Counts[]} */ counts) =>
  counts.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    nothing,
  )

/** One line for each tool that is not here; a failure where it had to be. */
const reportMissing = () => {
  for (const tool of missing) {
    const what = isRequired(tool.key) ? 'MISSING' : 'skipped'
    process.stdout.write(`${what}  ${tool.without}: no ${tool.name} here; ${tool.howTo}\n`)
  }
  const failed = missing.filter((tool) => isRequired(tool.key)).length
  const skips = (/** @type {string} */ key) => isMissing(key) && !isRequired(key)
  // Levels that are skipped as a whole count as one each; other tests are counted one by one, where they are.
  const skipped = (skips('chromium') ? 1 : 0) + (skips('mongodb') ? 3 : 0)
  return { passed: 0, failed, skipped }
}

/** The names of what runs now. */
const running = new Set()

/**
 * Runs a program, shows its seconds while it works and its output when it fails.
 *
 * @param {string} name
 * @param {string[]} args
 */
const run = async (name, args) => {
  const { isTTY } = process.stdout
  const start = Date.now()
  running.add(name)
  const tick = () => process.stdout.write(`\r${[...running].join(', ')}  ${seconds(start)}`)
  const timer = isTTY ? setInterval(tick, 1000) : undefined
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...toolEnvironment(), NODE_ENV: 'test', FORCE_COLOR: isTTY ? '1' : '0' },
  })
  /** @type {Buffer[]} */
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.stderr.on('data', (chunk) => chunks.push(chunk))
  const isGood = await new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (code) => resolve(code === 0))
  })
  clearInterval(timer)
  running.delete(name)
  return { isGood, output: Buffer.concat(chunks).toString(), start }
}

const seconds = (/** @type {number} */ start) => `${((Date.now() - start) / 1000).toFixed(1)} s`

/**
 * @param {string} name
 * @param {{ counts: Counts, start: number, output: string }} result
 */
const report = (name, { counts, start, output }) => {
  const parts = [`${counts.passed} passed`]
  if (counts.failed > 0) parts.push(`${counts.failed} FAILED`)
  if (counts.skipped > 0) parts.push(`${counts.skipped} skipped`)
  // The line that told what runs may be longer than this one.
  const lead = process.stdout.isTTY ? '\r\u001b[K' : ''
  process.stdout.write(`${lead}${name.padEnd(20)}${parts.join(', ')} (${seconds(start)})\n`)
  if (counts.failed > 0) process.stdout.write(`${output.trimEnd()}\n`)
  return counts
}

/** A check that is good or not: it counts as one test. */
const check = async (/** @type {string} */ name, /** @type {string[]} */ args) => {
  const { isGood, output, start } = await run(name, args)
  const counts = { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }
  return report(name, { counts, start, output })
}

/** The same tests as the level of that name, on MongoDB. */
const onMongo = async (/** @type {string} */ project) =>
  isMissing('mongodb') ? nothing : vitest(project)

const vitest = async (/** @type {string} */ project) => {
  const file = path.join(scratch, `${project}.json`)
  const { isGood, output, start } = await run(project, [
    bin('vitest/vitest.mjs'),
    ...['run', '--project', project, '--reporter=default', '--reporter=json'],
    `--outputFile.json=${file}`,
  ])
  return report(project, { counts: countTests({ file, isGood }), start, output })
}

/** A run that broke, or that ran nothing, is a failure even where no test failed. */
const countTests = (/** @type {{ file: string, isGood: boolean }} */ { file, isGood }) => {
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  const passed = result?.numPassedTests ?? 0
  const left = (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0)
  const skipped = requiresAll ? 0 : left
  const failed = (result?.numFailedTests ?? 0) + (requiresAll ? left : 0)
  const ranNothing = passed + failed + skipped === 0
  return { passed, skipped, failed: failed === 0 && (!isGood || ranNothing) ? 1 : failed }
}

try {
  process.exitCode = await main()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
