/**
 * For levels whose files share processes: the packages stay loaded, which takes longer than most tests, and whatever
 * the product keeps in memory goes. Each file loads the product anew and opens a newsroom of its own.
 */
import { vi } from 'vitest'

vi.resetModules()
vi.useRealTimers()
for (const name of Object.getOwnPropertyNames(globalThis)) {
  if (name.startsWith('verbatim')) Reflect.deleteProperty(globalThis, name)
}
// Where Payload looks for the one that is open in this process: it finds the one of the file before.
const { _payload: open } = globalThis as { _payload?: Map<string, unknown> }
open?.clear()
