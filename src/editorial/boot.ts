import { getPayload, type Payload } from 'payload'
import { getConfig, setConfig, type Config } from '#src/config.ts'
import { installAfterCommit } from '#src/database/afterCommit.ts'
import { claimDatabase } from '#src/database/sqliteAdapter.ts'
import { prepareWords } from '#src/ledger/searchIndex.ts'
import { sweepMedia } from '#src/editorial/media/mediaFiles.ts'

/**
 * Opens the newsroom: connects the database, applies its migrations, returns the one Payload instance.
 *
 * @param config taken for the whole process; it must come before anything has read another
 * @param isServer this process serves the newsroom: a second one on the same SQLite file is refused
 * @throws AppError `bad-configuration` when the database cannot be used
 */
export const bootPayload = async ({
  config = getConfig(),
  isServer = false,
}: { config?: Config; isServer?: boolean } = {}): Promise<Payload> => {
  setConfig(config)
  // Loaded late: the content model reads the configuration as it is made.
  const { default: payloadConfig } = await import('#src/payload.config.ts')
  const payload = await getPayload({ config: payloadConfig })
  installAfterCommit(payload)
  // Here and not with the first publication: a transaction of MongoDB that began before a collection was made
  // cannot write to it.
  await prepareWords({ db: payload.db })
  if (isServer) {
    claimDatabase(payload)
    const swept = await sweepMedia(payload, config.mediaDir, new Date())
    if (swept.length > 0)
      payload.logger.warn({ msg: 'Uploads that were cut off were moved aside', swept })
  }
  return payload
}
