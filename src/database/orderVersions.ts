/**
 * The newest save is the newest whatever the clock says.
 *
 * Payload finds the newest draft by `updatedAt`, which it takes from the clock. Once a clock is set back, or two saves
 * fall into one millisecond, an acknowledged save is shadowed by an older one and looks lost. Here a save
 * is never stamped earlier than what it follows: one millisecond later at least.
 */
import type { CollectionSlug, Payload, Where } from 'payload'

type Stamped = { updatedAt?: unknown } & Record<string, unknown>
type Scope = { req?: unknown }

type Adapter = Record<string, unknown> & {
  payload: Payload
  findOne: (args: object) => Promise<Stamped | null>
  findVersions: (args: object) => Promise<{ docs: Stamped[] }>
}

type CreateVersion = Scope & {
  collectionSlug: CollectionSlug
  parent: unknown
  updatedAt: string
  versionData: Stamped
}
type UpdateVersion = Scope & {
  collection: CollectionSlug
  versionData: Stamped & { parent?: unknown; version?: Stamped }
}
type UpdateOne = Scope & {
  collection: CollectionSlug
  id?: unknown
  where?: Where
  data: Stamped
}

/** Wraps the three methods by which a record or a draft is written again. */
export const orderVersions = (adapter: Record<string, unknown>): void => {
  const own = adapter as Adapter
  wrap<CreateVersion>(own, 'createVersion', async (args) => {
    const { collectionSlug, parent, req, updatedAt, versionData } = args
    const stamp = await stampAfter(own, { collection: collectionSlug, id: parent, req }, updatedAt)
    // A draft carries the stamp of its version; a published text that of its record.
    const isDraft = versionData.updatedAt === updatedAt
    return {
      ...args,
      updatedAt: stamp,
      ...(isDraft ? { versionData: { ...versionData, updatedAt: stamp } } : {}),
    }
  })
  wrap<UpdateVersion>(own, 'updateVersion', async (args) => {
    const { collection, req, versionData } = args
    const { parent, updatedAt, version } = versionData
    if (!parent || typeof updatedAt !== 'string') return args
    const stamp = await stampAfter(own, { collection, id: parent, req }, updatedAt)
    const isDraft = version?.updatedAt === updatedAt
    return {
      ...args,
      versionData: {
        ...versionData,
        updatedAt: stamp,
        ...(isDraft ? { version: { ...version, updatedAt: stamp } } : {}),
      },
    }
  })
  wrap<UpdateOne>(own, 'updateOne', async (args) => {
    const { collection, data, id, req } = args
    if (id === undefined || typeof data.updatedAt !== 'string') return args
    const updatedAt = await stampAfter(own, { collection, id, req }, data.updatedAt)
    return { ...args, data: { ...data, updatedAt } }
  })
}

const wrap = <Args>(adapter: Adapter, name: string, stamped: (args: Args) => Promise<Args>) => {
  const shipped = (adapter[name] as (args: Args) => Promise<unknown>).bind(adapter)
  adapter[name] = async (args: Args) => shipped(await stamped(args))
}

type Of = { collection: CollectionSlug; id: unknown; req: unknown }

/** Of the version as little as can be named: its own fields would come with all their lists. */
const versionStamp = { updatedAt: true, version: { updatedAt: true } }

/** `asked`, or the moment after the newest save of the record where that is later. */
const stampAfter = async (adapter: Adapter, of: Of, asked: string): Promise<string> => {
  const { timestamps, versions } = adapter.payload.collections[of.collection].config
  if (!timestamps) return asked
  const { collection, id, req } = of
  const query = { collection, req }
  const stored = [
    await adapter.findOne({ ...query, select: { updatedAt: true }, where: { id: { equals: id } } }),
  ]
  if (typeof versions === 'object' && versions.drafts) {
    const newest = { sort: '-updatedAt', limit: 1, pagination: false, select: versionStamp }
    const where = { parent: { equals: id } }
    stored.push(...(await adapter.findVersions({ ...query, ...newest, where })).docs)
  }
  const newest = Math.max(...stored.map(timeOf))
  return newest >= Date.parse(asked) ? new Date(newest + 1).toISOString() : asked
}

const timeOf = (stamped: Stamped | null | undefined): number => {
  const { updatedAt } = stamped ?? {}
  const at = updatedAt instanceof Date ? updatedAt.getTime() : Date.parse(String(updatedAt))
  return Number.isNaN(at) ? 0 : at
}
