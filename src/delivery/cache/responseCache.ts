/** Ready responses by key, bounded by bytes. The least recently used go first, by the clock method. */
import { type ReadyResponse, sizeOf } from './readyResponse.ts'

export type ResponseCache = {
  /** A look-up in a map and one comparison; `undefined` when absent or older than `head`. */
  fresh: (key: string, head: number) => ReadyResponse | undefined
  /** Whatever is kept under the key, perhaps outdated. */
  peek: (key: string) => ReadyResponse | undefined
  keep: (key: string, ready: ReadyResponse) => void
  /** Accounts for variants that were added to a kept response. */
  grown: (ready: ReadyResponse) => void
  holds: (ready: ReadyResponse) => boolean
  bytes: () => number
}

type Slot = { key: string; ready: ReadyResponse; bytes: number; wasUsed: boolean }

/**
 * @param options.maxBytes the bound. A response of more than an eighth of it is not kept, so that one
 * large list cannot empty the cache.
 */
export const createResponseCache = (options: { maxBytes: number }): ResponseCache => {
  const slots = new Map<string, Slot>()
  const byResponse = new WeakMap<ReadyResponse, Slot>()
  let bytes = 0

  const drop = (slot: Slot): void => {
    if (slots.get(slot.key) !== slot) return
    slots.delete(slot.key)
    bytes -= slot.bytes
  }
  /** A used slot gets a second round: a hit only sets a flag, it moves nothing. */
  const makeRoom = (): void => {
    for (const slot of slots.values()) {
      if (bytes <= options.maxBytes) return
      if (slot.wasUsed) {
        slot.wasUsed = false
        slots.delete(slot.key)
        slots.set(slot.key, slot)
      } else {
        drop(slot)
      }
    }
  }

  return {
    fresh: (key, head) => {
      const slot = slots.get(key)
      if (slot === undefined || slot.ready.head !== head) return undefined
      slot.wasUsed = true
      return slot.ready
    },
    peek: (key) => slots.get(key)?.ready,
    keep: (key, ready) => {
      const old = slots.get(key)
      if (old) drop(old)
      const slot = { key, ready, bytes: sizeOf(ready) + key.length * 2, wasUsed: false }
      if (slot.bytes > options.maxBytes / 8) return
      slots.set(key, slot)
      byResponse.set(ready, slot)
      bytes += slot.bytes
      makeRoom()
    },
    grown: (ready) => {
      const slot = byResponse.get(ready)
      if (!slot || slots.get(slot.key) !== slot) return
      const now = sizeOf(ready) + slot.key.length * 2
      bytes += now - slot.bytes
      slot.bytes = now
      makeRoom()
    },
    holds: (ready) => {
      const slot = byResponse.get(ready)
      return slot !== undefined && slots.get(slot.key) === slot
    },
    bytes: () => bytes,
  }
}
