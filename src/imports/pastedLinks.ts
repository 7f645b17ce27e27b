/** Addresses in pasted text: taken out of the wrappers that mail and search programs put around them. */
import { safeLinkUrl } from '#src/story/safeUrl.ts'

/** Host and path of a wrapper, and the parameter that holds the real address. */
const WRAPPERS: readonly (readonly [RegExp, string])[] = [
  [/^www\.google\.[a-z.]+\/url$/, 'q'],
  [/^www\.google\.[a-z.]+\/url$/, 'url'],
  [/\.safelinks\.protection\.outlook\.com\/$/, 'url'],
  [/^lm?\.(facebook|instagram)\.com\/(l\.php)?$/, 'u'],
]

const MAX_LAYERS = 3

/** What became of a link: its address, nothing because it led within its own document, or refused. */
export type PastedLink = { kind: 'link'; href: string } | { kind: 'none' } | { kind: 'refused' }

/**
 * The address a pasted link keeps. Parameters stay as they are; scripts, files of the writer's own machine and
 * addresses without a host are refused.
 */
export const readPastedLink = (href: string | null): PastedLink => {
  const given = (href ?? '').trim()
  if (given === '' || given.startsWith('#')) return { kind: 'none' }
  const safe = safeLinkUrl(unwrap(given, MAX_LAYERS))
  if (safe === null || safe.startsWith('/')) return { kind: 'refused' }
  return { kind: 'link', href: safe }
}

const unwrap = (href: string, layers: number): string => {
  if (layers === 0 || !URL.canParse(href)) return href
  const url = new URL(href)
  const place = `${url.hostname}${url.pathname}`
  for (const [wrapper, parameter] of WRAPPERS) {
    const inside = url.searchParams.get(parameter)
    if (wrapper.test(place) && inside && /^https?:\/\//i.test(inside)) {
      return unwrap(inside, layers - 1)
    }
  }
  return href
}
