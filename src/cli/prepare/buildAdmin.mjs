/** Builds the admin panel, a Next project of its own in `src/admin`. */
import { withProgress } from './progress.mjs'
import { runChild } from './runChild.mjs'
import { markFresh, markStale } from './staleness.mjs'

/** @param {{ root: string, inputs: string }} request */
export const buildAdmin = async ({ root, inputs }) => {
  markStale(root, 'admin')
  await withProgress('Building the admin panel (about a minute, once)…', () =>
    runChild({
      root,
      name: 'admin',
      command: process.execPath,
      args: ['node_modules/next/dist/bin/next', 'build', 'src/admin'],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    }),
  )
  markFresh(root, 'admin', inputs)
}
