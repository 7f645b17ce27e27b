/** Tells whoever listens in this process that the ledger has a new newest row. */
export type Bus = { head: number; listeners: Set<(head: number) => void> }

const buses = new WeakMap<object, Bus>()

/** The bus of a database: every reader side on it shares one. */
export const busOf = (database: object): Bus => {
  const bus = buses.get(database) ?? { head: 0, listeners: new Set() }
  buses.set(database, bus)
  return bus
}

/** Tells the listeners of a database, once for each newest row. */
export const announce = (database: object, head: number): void => {
  const bus = busOf(database)
  if (head <= bus.head) return
  bus.head = head
  for (const listener of bus.listeners) listener(head)
}
