/** Content security policies (CSP 3) for the pages we make: nothing runs that we did not write. */
import { createHash } from 'node:crypto'

/**
 * The policy of a page whose only style sheet is `styles` and, if given, whose only script is `script`.
 * JSON-LD is data, not script, and needs no permission. Editors see pages in a frame of the same origin.
 */
export const pagePolicy = (styles: string, script?: string): string =>
  [
    "default-src 'none'",
    "img-src 'self' https: data:",
    "media-src 'self' https:",
    `style-src ${hashOf(styles)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`, "connect-src 'self'"]),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ')

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
