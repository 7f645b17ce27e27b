/** What each kind of reader is given: the same for anybody, narrowed for keys of some sections. */
import type { KeyGrant } from '#src/ledger/readerKeys.ts'

import type { DeliveryContext } from '../context.ts'
import { NEVER, type Reply } from '../reply.ts'
import type { Target } from '../responder.ts'
import { narrowLedger } from './narrowLedger.ts'

export type Room = {
  context: DeliveryContext
  /** The key that an answer is kept under for these readers. */
  keyOf: (key: string) => string
  /** An answer as these readers get it. */
  dress: (reply: Reply) => Reply
}

const MOST_ROOMS = 1000

/** Makes the function that finds the room of a grant; readers of the same sections share one. */
export const createRooms = (context: DeliveryContext, hasKeys: boolean) => {
  const dress = hasKeys ? withVary : (reply: Reply): Reply => reply
  const open: Room = { context, keyOf: (key) => key, dress }
  const rooms = new Map<string, Room>()

  const narrowed = (sections: readonly string[]): Room => {
    // The line break keeps these keys apart from addresses and queries.
    const name = `sections ${JSON.stringify(sections)}\n`
    const room = rooms.get(name) ?? {
      context: { ...context, sections, ledger: narrowLedger(context.ledger, sections) },
      keyOf: (key: string) => name + key,
      dress: (reply: Reply) => asPrivate(withVary(reply)),
    }
    rooms.delete(name)
    rooms.set(name, room)
    const [oldest] = rooms.keys()
    if (rooms.size > MOST_ROOMS && oldest !== undefined) rooms.delete(oldest)
    return room
  }

  return (grant: KeyGrant | null): Room => (grant?.sections ? narrowed(grant.sections) : open)
}

/** A target as the readers of a room get it. */
export const inRoom = (room: Room, target: Target): Target => ({
  key: target.key === null ? null : room.keyOf(target.key),
  compute: async () => room.dress(await target.compute()),
  fail: (err) => room.dress(target.fail(err)),
})

const withVary = (reply: Reply): Reply => ({
  ...reply,
  headers: {
    ...reply.headers,
    Vary: `${reply.headers?.['Vary'] ?? 'Accept-Encoding'}, Authorization`,
  },
})

/** For the one who asked, and for nobody's shared cache (RFC 9111 §5.2.2.7). */
const asPrivate = (reply: Reply): Reply => ({
  ...reply,
  tags: [],
  cacheControl: reply.cacheControl === NEVER ? 'private, no-store' : 'private, max-age=10',
})
