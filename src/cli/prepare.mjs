/**
 * What must be there before anything of Verbatim can run: packages, the server's bundle, the admin
 * panel. Each is made only when what it is made from has changed. Shared by `verbatim` and `npm test`.
 */
import path from 'node:path'
import { buildAdmin } from './prepare/buildAdmin.mjs'
import { buildServer } from './prepare/buildServer.mjs'
import { installPackages } from './prepare/installPackages.mjs'
import { withLock } from './prepare/lock.mjs'
import { PreparationError } from './prepare/runChild.mjs'
import { isFresh, inputsOf } from './prepare/staleness.mjs'

export { PreparationError }

/**
 * Installs and builds whatever is missing or stale; quick when nothing is.
 *
 * @param {{ root: string, server?: boolean, admin?: boolean }} wanted
 */
export const prepare = async ({ root, server = true, admin = false }) => {
  const steps = [
    { isWanted: true, artefact: 'packages', make: installPackages },
    { isWanted: server, artefact: 'server', make: buildServer },
    { isWanted: admin, artefact: 'admin', make: buildAdmin },
  ].filter((step) => step.isWanted)

  const isStale = (/** @type {{ artefact: string }} */ { artefact }) =>
    !isFresh(root, artefact, inputsOf(root, artefact))
  if (!steps.some(isStale)) return

  await withLock(path.join(root, 'dist/.preparing'), async () => {
    for (const step of steps) {
      // Asked again: whoever held the lock before may have made it.
      const inputs = inputsOf(root, step.artefact)
      if (!isFresh(root, step.artefact, inputs)) await step.make({ root, inputs })
    }
  })
}
