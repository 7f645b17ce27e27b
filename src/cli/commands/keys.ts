import { introduce, type CommandRoom, type CommonOptions, type Outcome } from '#src/cli/command.ts'
import { withPayload } from '#src/cli/withPayload.ts'
import { currentSealingKeys, getConfig } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import { addSealingKey, dropSealingKey } from '#src/secrets.ts'

/** `keys list`, `keys rotate`, `keys forget`: the keys that seal the identities of confidential sources and the signing secrets of receivers. */
export const addKeys = ({ program, run }: CommandRoom): void => {
  const keys = program
    .command('keys')
    .description(
      'The keys that seal the identities of confidential sources and the signing secrets of receivers.',
    )

  introduce({
    parent: keys,
    name: 'list',
    description: 'Show the ids of the keys and how much each one seals.',
    example: 'verbatim keys list',
  }).action((options: CommonOptions) => run(options, list))

  introduce({
    parent: keys,
    name: 'rotate',
    description: 'Make a new key and seal everything with it. The server may go on running.',
    example: 'verbatim keys rotate',
  }).action((options: CommonOptions) => run(options, rotate))

  introduce({
    parent: keys,
    name: 'forget',
    description: 'Delete an earlier key for good. Backups that were sealed with it stay sealed.',
    example: 'verbatim keys forget q1w2e3r4',
  })
    .argument('<id>', 'as “keys list” shows it')
    .action((id: string, options: CommonOptions) => run(options, () => forget(id)))
}

const meanings = {
  seals: 'seals new identities',
  opens: 'opens what it sealed',
  unknown: 'is NOT KNOWN: add it to SEALING_KEY_OLD or restore secrets.json',
  'not sealed': 'were never sealed: run verbatim keys rotate',
} as const

const list = (): Promise<Outcome> =>
  withPayload(async (payload) => {
    const { listSealingKeys } = await import('#src/editorial/sources/sealingKeys.ts')
    const keys = await listSealingKeys(payload)
    const lines = keys.map(
      ({ id, state, identities, secrets }) =>
        `${id}  ${String(identities).padStart(5)} identities  ${String(secrets).padStart(5)} signing secrets  ${meanings[state]}`,
    )
    const isLost = keys.some(({ state }) => state === 'unknown')
    return { text: lines.join('\n'), data: { keys }, exitCode: isLost ? 1 : 0 }
  })

const rotate = (): Promise<Outcome> =>
  withPayload(async (payload) => {
    const { resealIdentities, listSealingKeys } =
      await import('#src/editorial/sources/sealingKeys.ts')
    const config = getConfig()
    if (!config.isSealingKeyStored) {
      // The key is not ours to change; what it should seal by now is.
      const keys = await listSealingKeys(payload)
      if (
        !keys.some(
          ({ state, identities, secrets }) => state !== 'seals' && identities + secrets > 0,
        )
      ) {
        return { text: byHand, data: { rotated: false, keys }, exitCode: 1 }
      }
    } else addSealingKey(config.dataDir)
    const { keyId, resealed, failed } = await resealIdentities(payload)
    const lines = failed.map(({ collection, id, message }) => `  - ${collection} ${id}: ${message}`)
    const kept = config.isSealingKeyStored
      ? 'The earlier key stays in secrets.json, for backups. Keep a copy of that file in a safe place.'
      : 'Once older backups are not needed, take the earlier key out of SEALING_KEY_OLD.'
    return {
      text: [
        `Key ${keyId} seals now. ${resealed} identities and signing secrets were sealed with it.`,
        ...(lines.length ? [`${lines.length} could not be opened:`, ...lines] : [kept]),
      ].join('\n'),
      data: { rotated: true, keyId, resealed, failed },
      exitCode: failed.length ? 1 : 0,
    }
  })

const byHand = [
  'The key comes from SEALING_KEY, so it is changed where that is set:',
  '  1. Make a new one: openssl rand -hex 32',
  '  2. Set SEALING_KEY to it, and add the one of now to SEALING_KEY_OLD.',
  '  3. Restart every server of this newsroom.',
  '  4. Run verbatim keys rotate again: it seals every identity with the new key.',
].join('\n')

const forget = (id: string): Promise<Outcome> =>
  withPayload(async (payload) => {
    const { listSealingKeys } = await import('#src/editorial/sources/sealingKeys.ts')
    const { keyId } = await import('#src/editorial/sources/sealIdentity.ts')
    const config = getConfig()
    const use = (await listSealingKeys(payload)).find((key) => key.id === id)
    const key = currentSealingKeys(config).all.find((one) => keyId(one) === id)
    if (!use || !key) throw new AppError('not-found', `There is no key ${id}.`)
    if (use.state === 'seals') {
      throw new AppError(
        'conflict',
        `Key ${id} seals new identities. Run verbatim keys rotate first.`,
      )
    }
    const left = use.identities + use.secrets
    if (left > 0) {
      throw new AppError(
        'conflict',
        `${left} identities or signing secrets are still sealed with key ${id}. Run verbatim keys rotate first.`,
      )
    }
    if (!dropSealingKey(config.dataDir, key)) {
      throw new AppError(
        'conflict',
        `Key ${id} is set from outside: take it out of SEALING_KEY_OLD.`,
      )
    }
    return { text: `Key ${id} is forgotten.`, data: { forgotten: id } }
  })
