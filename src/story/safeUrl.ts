/** Which addresses may stand in a story: what a reader's click is allowed to do. */

const LINK_PROTOCOLS = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const WEB_PROTOCOLS = new Set(['http:', 'https:'])
const PATH_ON_THIS_SITE = /^\/(?![/\\])/

const parse = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null)

const clean = (url: string, protocols: Set<string>): string | null => {
  // Browsers drop tabs, newlines and leading controls before they read the scheme: `java\tscript:`.
  const trimmed = url
    .replace(/[\u0000-\u0020\u007f]+/g, (run) => (/^ +$/.test(run) ? ' ' : ''))
    .trim()
  if (PATH_ON_THIS_SITE.test(trimmed)) return trimmed.replaceAll(' ', '%20')
  const parsed = parse(trimmed)
  if (!parsed || !protocols.has(parsed.protocol)) return null
  return /[\s<>"`]/.test(trimmed) ? parsed.href : trimmed
}

/**
 * The address a link may carry: http, https, mailto, tel, or a path on this site (`/…`, not `//…`).
 * @param url as an editor or an importer gave it
 * @returns the address, cleaned, or `null` when it is unsafe (`javascript:`, `data:`) or no address
 */
export const safeLinkUrl = (url: string): string | null => clean(url, LINK_PROTOCOLS)

/**
 * The address a picture, an embed or a `cite` may carry: http, https or a path on this site.
 * @param url as stored
 * @returns the address, cleaned, or `null`
 */
export const safeWebUrl = (url: string): string | null => clean(url, WEB_PROTOCOLS)
