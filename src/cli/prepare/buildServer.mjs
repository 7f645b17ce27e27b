/**
 * Bundles the server and the commands with their packages, so that Node starts them quickly and without a
 * loader. Outside stay native code, Next, and what is rarely or never loaded.
 *
 * The `production` condition matters beyond size: the default entry of Lexical for Node imports itself inside
 * a top-level await, which Node 20 now and then never settles; the process then ends without a word.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { PreparationError } from './runChild.mjs'
import { markFresh, markStale } from './staleness.mjs'

const outside = [
  // Native code and what finds its own files.
  ...['sharp', 'libsql', '@libsql/*', 'pino', 'pino-pretty', 'esbuild'],
  // The panel's own world, shared with its bundle.
  ...['next', 'next/*', 'react', 'react-dom'],
  // Loaded only when they are wanted.
  ...['mongodb', 'mongoose', 'mongoose-paginate-v2', '@payloadcms/db-mongodb', 'unpdf'],
  ...['drizzle-kit', 'drizzle-kit/*', 'prettier', 'json-schema-to-typescript'],
]

/** What bundled CommonJS expects to find in a module. */
const banner = [
  "import { createRequire as verbatimRequire } from 'node:module'",
  "import { fileURLToPath as verbatimPath } from 'node:url'",
  "import { dirname as verbatimFolder } from 'node:path'",
  'const require = verbatimRequire(import.meta.url)',
  'const __filename = verbatimPath(import.meta.url)',
  'const __dirname = verbatimFolder(__filename)',
].join(';')

/**
 * How sources become a program; tests bundle what they run in processes of their own in the same way.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
export const asProgram = {
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Node 20 knows `\p{…}`; esbuild is not sure of its newest scripts and would compile each pattern again at every use.
  supported: { 'regexp-unicode-property-escapes': true },
  conditions: ['production'],
  external: outside,
  banner: { js: `${banner};` },
  minifySyntax: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'silent',
}

/** @param {{ root: string, inputs: string }} request */
export const buildServer = async ({ root, inputs }) => {
  const { build, formatMessages } = await import('esbuild')
  markStale(root, 'server')
  let result
  try {
    result = await build({
      ...asProgram,
      absWorkingDir: root,
      entryPoints: {
        cli: 'src/cli/main.ts',
        evidenceWorker: 'src/editorial/evidence/worker.ts',
      },
      outdir: 'dist',
      metafile: true,
    })
  } catch (error) {
    const { errors = [] } = /** @type {import('esbuild').BuildFailure} */ (error)
    if (errors.length === 0) throw error
    const messages = await formatMessages(errors, { kind: 'error' })
    throw new PreparationError(`${messages.join('')}The server could not be built.`)
  }
  removeOldChunks(root, Object.keys(result.metafile.outputs))
  markFresh(root, 'server', inputs)
}

const removeOldChunks = (/** @type {string} */ root, /** @type {string[]} */ current) => {
  const folder = path.join(root, 'dist/chunks')
  if (!existsSync(folder)) return
  const kept = new Set(current.map((file) => path.basename(file)))
  for (const file of readdirSync(folder)) {
    if (!kept.has(file)) rmSync(path.join(folder, file))
  }
}
