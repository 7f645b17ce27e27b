import { introduce, type CommandRoom, type CommonOptions, type Outcome } from '#src/cli/command.ts'
import { getConfig } from '#src/config.ts'
import { withPayload } from '#src/cli/withPayload.ts'
import type { Finding } from '#src/database/doctor.ts'

/** `doctor`: is everything that was saved still there, and can more be saved? */
export const addDoctor = ({ program, run }: CommandRoom): void => {
  introduce({
    parent: program,
    name: 'doctor',
    description: 'Say what is wrong: database, migrations, ledger, uploaded files, disk space.',
    example: 'verbatim doctor',
  }).action((options: CommonOptions) => run(options, examine))
}

const examine = async (): Promise<Outcome> => {
  const { examineDatabase } = await import('#src/database/doctor.ts')
  const config = getConfig()
  const database = await examineDatabase(config)
  // A database that cannot be opened, or must not be migrated now, is reported and left alone.
  const mayOpen = database.every(({ state, check }) => state === 'good' || check.startsWith('disk'))
  const findings = [...database, ...(mayOpen ? await examineRecords(config.mediaDir) : [])]
  const isBad = findings.some(({ state }) => state === 'bad')
  const marks = { good: '  ok  ', note: '  note', bad: '  BAD ' }
  return {
    text: findings.map(({ state, message }) => `${marks[state]}  ${message}`).join('\n'),
    data: { findings },
    exitCode: isBad ? 1 : 0,
  }
}

const examineRecords = (mediaDir: string): Promise<Finding[]> =>
  withPayload(async (payload) => {
    const { createPayloadLedger } = await import('#src/ledger/payloadStore.ts')
    const { verifyChain } = await import('#src/ledger/chain.ts')
    const { compareMedia } = await import('#src/editorial/media/mediaFiles.ts')
    const { listSealingKeys } = await import('#src/editorial/sources/sealingKeys.ts')
    const lost = (await listSealingKeys(payload)).filter(({ state }) => state === 'unknown')
    const ledger = createPayloadLedger(payload, { pollMs: 0 })
    const broken = await verifyChain(ledger.rows())
    ledger.close()
    const { missing, orphans } = await compareMedia(payload, mediaDir, new Date())
    return [
      broken.length === 0
        ? { check: 'ledger', state: 'good', message: 'The ledger is intact.' }
        : {
            check: 'ledger',
            state: 'bad',
            message: broken.map(({ message }) => message).join(' '),
          },
      missing.length === 0
        ? { check: 'media-missing', state: 'good', message: 'Every uploaded file is there.' }
        : { check: 'media-missing', state: 'bad', message: listed('files are missing', missing) },
      orphans.length === 0
        ? { check: 'media-orphans', state: 'good', message: 'No file is left without its record.' }
        : {
            check: 'media-orphans',
            state: 'note',
            message: listed('files have no record', orphans),
          },
      lost.length === 0
        ? { check: 'sealing-keys', state: 'good', message: 'Every sealed identity can be opened.' }
        : {
            check: 'sealing-keys',
            state: 'bad',
            message: `${lost
              .map(
                ({ id, identities, secrets }) =>
                  `${identities} identities and ${secrets} signing secrets are sealed with key ${id}`,
              )
              .join(
                ', ',
              )}, which is not known. Add it to SEALING_KEY_OLD, or restore secrets.json.`,
          },
    ]
  })

const listed = (what: string, names: string[]): string =>
  `${names.length} ${what}: ${names.slice(0, 10).join(', ')}${names.length > 10 ? '…' : ''}`
