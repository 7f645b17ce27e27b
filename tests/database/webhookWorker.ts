/** A process that tells one receiver, to be killed while it waits for the answer. Says `ready` before it begins. */
import { currentSealingKeys, getConfig } from '#src/config.ts'
import { bootPayload } from '#src/editorial/boot.ts'
import { deliverTo } from '#src/jobs/webhooks.ts'
import { createPayloadLedger } from '#src/ledger/payloadStore.ts'

const payload = await bootPayload()
const config = getConfig()
process.stdout.write('ready\n')
await deliverTo(process.argv[2] ?? '', {
  payload,
  ledger: createPayloadLedger(payload, { pollMs: 0 }),
  publicUrl: config.publicUrl,
  mayBePrivate: true,
  sealingKeys: () => currentSealingKeys(config).all,
})
