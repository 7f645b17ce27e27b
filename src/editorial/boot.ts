import { getPayload, type Payload } from 'payload'
import { getConfig, setConfig, type Config } from '#src/config.ts'
import { installAfterCommit } from '#src/database/afterCommit.ts'

/**
 * Opens the newsroom: connects the database, applies its migrations, returns the one Payload instance.
 *
 * @param config taken for the whole process; it must come before anything has read another
 * @throws AppError `bad-configuration` when the database cannot be used
 */
export const bootPayload = async ({
  config = getConfig(),
}: { config?: Config } = {}): Promise<Payload> => {
  setConfig(config)
  // Loaded late: the content model reads the configuration as it is made.
  const { default: payloadConfig } = await import('#src/payload.config.ts')
  const payload = await getPayload({ config: payloadConfig })
  installAfterCommit(payload)
  return payload
}
