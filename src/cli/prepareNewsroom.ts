/** What stands between an empty data folder and a newsroom with something to look at. */
import type { Payload } from 'payload'
import type { Config } from '#src/config.ts'
import type { FirstAccount } from '#src/cli/ready.ts'

type Newsroom = {
  payload: Payload
  /** The administrator made just now, with the password nobody will see again. */
  account: FirstAccount | null
  /** A published page to open; `null` while nothing is published. */
  samplePath: string | null
}

/** Opens the database; fills an empty one with the demo newsroom and its administrator. */
export const prepareNewsroom = async ({
  config,
  isSeeded,
}: {
  config: Config
  isSeeded: boolean
}): Promise<Newsroom> => {
  const { bootPayload } = await import('#src/editorial/boot.ts')
  const payload = await bootPayload({ config })
  try {
    const account = isSeeded ? await seedWhenEmpty(payload) : null
    return { payload, account, samplePath: await findSamplePath(payload) }
  } catch (error) {
    await payload.destroy()
    throw error
  }
}

const seedWhenEmpty = async (payload: Payload): Promise<FirstAccount | null> => {
  const { countUsers, createUser } = await import('#src/editorial/users.ts')
  if ((await countUsers({ payload })) > 0) return null
  const { seedDemo } = await import('#src/demo/seed.ts')
  process.stderr.write('Filling in the demo newsroom…\n')
  await seedDemo({ payload })
  const { email, password } = await createUser({
    payload,
    email: 'admin@verbatim.example',
    name: 'Administrator',
    // Whoever installs it is everything at first: accounts to make, and a newsroom to try.
    role: ['admin', 'chief'],
  })
  return password === null ? null : { email, password }
}

const findSamplePath = async (payload: Payload): Promise<string | null> => {
  const { createPayloadLedger } = await import('#src/ledger/payloadStore.ts')
  const ledger = createPayloadLedger(payload, { pollMs: 0 })
  const [newest] = await ledger.list('story', { facets: [], after: null, limit: 1 })
  ledger.close()
  return newest ? `/articles/${newest.doc.story.slug}` : null
}
