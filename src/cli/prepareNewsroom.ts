/** What stands between an empty data folder and a newsroom with something to look at. */
import type { Payload } from 'payload'
import { AppError } from '#src/errors.ts'
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
  const { countUsers, createUser } = await import('#src/editorial/people/users.ts')
  if ((await countUsers({ payload })) > 0) {
    await refuseHalfFilled(payload)
    return null
  }
  const { seedDemo } = await import('#src/demo/seed.ts')
  await payload.kv.set(FILLING, { since: new Date().toISOString() })
  process.stderr.write('Filling in the demo newsroom…\n')
  await seedDemo({ payload })
  const { email, password } = await createUser({
    payload,
    email: 'admin@verbatim.example',
    name: 'Administrator',
    // Whoever installs it is everything at first: accounts to make, and a newsroom to try.
    role: ['admin', 'chief'],
  })
  await payload.kv.delete(FILLING)
  return password === null ? null : { email, password }
}

/** Stands in the database while the demo newsroom is being filled in. */
const FILLING = 'verbatim:filling-in-the-demo'

/** A first start that was interrupted leaves half a newsroom, and no account anybody knows. */
const refuseHalfFilled = async (payload: Payload): Promise<void> => {
  if (!(await payload.kv.has(FILLING))) return
  throw new AppError(
    'bad-configuration',
    'The first start was interrupted while the demo newsroom was being filled in. ' +
      'Delete the data and media folders and start again, or keep what is there with: npm start -- --no-seed',
  )
}

const findSamplePath = async (payload: Payload): Promise<string | null> => {
  const { createPayloadLedger } = await import('#src/ledger/payloadStore.ts')
  const ledger = createPayloadLedger(payload, { pollMs: 0 })
  const [newest] = await ledger.list('story', { facets: [], after: null, limit: 1 })
  ledger.close()
  return newest ? `/articles/${newest.doc.story.slug}` : null
}
