/** The entry of the bundle that `verbatim.mjs` starts. */
import { runCli } from '#src/cli/runCli.ts'

process.exitCode = await runCli(process.argv.slice(2))

// Whatever a library keeps open must not keep a finished command waiting.
setTimeout(() => process.exit(), 2000).unref()
