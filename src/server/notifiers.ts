/** Everybody outside who is told of a publication by this process: receivers, caches in front, the WebSub hub. */
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import { currentSealingKeys, type Config } from '#src/config.ts'
import { startFollower, type Follower, type FollowerOptions } from '#src/jobs/follower.ts'
import { changesOf, purge } from '#src/jobs/purge.ts'
import { startWebhooks } from '#src/jobs/webhookPump.ts'
import { pingHub } from '#src/jobs/websub.ts'
import type { LedgerReader } from '#src/ledger/port.ts'

export type Notifiers = {
  /** How many rows caches and the hub have not heard of, by kind; only of those there are. */
  behind: () => Promise<Record<string, number>>
  stop: () => Promise<void>
}

/** Starts all that the configuration asks for. */
export const startNotifiers = (options: {
  config: Config
  payload: Payload
  ledger: LedgerReader
  log: Logger
}): Notifiers => {
  const { config, payload, ledger, log } = options
  const { publicUrl, purgeUrl, purgeHeader, websubHub } = config
  const follow = (name: string, act: FollowerOptions['act']): [string, Follower] => [
    name,
    startFollower({ name, payload, ledger, log, act }),
  ]
  const webhooks = startWebhooks({
    payload,
    ledger,
    log,
    publicUrl,
    mayBePrivate: config.webhookPrivate,
    sealingKeys: () => currentSealingKeys(config).all,
  })
  const followers: [string, Follower][] = []
  if (purgeUrl !== null) {
    const to = { url: purgeUrl, header: purgeHeader }
    const act: FollowerOptions['act'] = async (rows, signal) =>
      purge(await changesOf(payload, rows), { ...to, signal })
    followers.push(follow('purge', act))
  }
  if (websubHub !== null) {
    const to = { hub: websubHub, publicUrl }
    const act: FollowerOptions['act'] = async (rows, signal) =>
      pingHub(await changesOf(payload, rows), { ...to, signal })
    followers.push(follow('websub', act))
  }
  return {
    behind: async () => {
      const counts = followers.map(async ([name, { behind }]) => [name, await behind()] as const)
      return Object.fromEntries(await Promise.all(counts))
    },
    stop: async () => {
      await Promise.all([webhooks.stop(), ...followers.map(([, { stop }]) => stop())])
    },
  }
}
