/**
 * Writes what is generated from the content model: `src/payload-types.ts` and the admin's import map.
 * Use: npm run generate
 */
import { spawnSync } from 'node:child_process'

/** The flags and the environment Payload's own command needs here; shared with `newMigration.mjs`. */
export const runPayload = (/** @type {string[]} */ ...args) => {
  const { status } = spawnSync(
    process.execPath,
    // Lexical's default entry for Node may hang; the condition picks the one that does not.
    [
      '-C',
      'production',
      '--import',
      'tsx',
      'node_modules/payload/bin.js',
      '--disable-transpile',
      ...args,
    ],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_ENV: 'development',
        DISABLE_PAYLOAD_HMR: 'true',
        PAYLOAD_CONFIG_PATH: 'src/payload.config.ts',
      },
    },
  )
  if (status !== 0) process.exit(status ?? 1)
}

if (import.meta.filename === process.argv[1]) {
  runPayload('generate:types')
  runPayload('generate:importmap')
}
