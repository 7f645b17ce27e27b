/**
 * The time a deed is dated: now, unless the server itself says another (an import of older material).
 * `context` is the Local API's; nothing a client sends reaches it.
 */
export const timeOf = (context: Record<string, unknown>): string =>
  typeof context['at'] === 'string' ? context['at'] : new Date().toISOString()
