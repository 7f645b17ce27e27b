/** Addresses readers see. One place, so that every format links to the same page. */
import { safeLinkUrl, safeWebUrl } from '#src/story/safeUrl.ts'

/** The canonical address of a story: `https://news.example/articles/slug`. */
export const storyUrl = (publicUrl: string, slug: string): string =>
  `${publicUrl.replace(/\/+$/, '')}/articles/${encodeURIComponent(slug.replace(/\p{Surrogate}/gu, '\ufffd'))}`

/** The page that shows what changed in a story. */
export const historyUrl = (publicUrl: string, slug: string): string =>
  `${storyUrl(publicUrl, slug)}/history`

/**
 * The address of a picture, an embed or a source, made absolute, or `null` when it is unsafe.
 * @param baseUrl what paths on this site are relative to; without it they stay paths
 */
export const webUrl = (url: string, baseUrl?: string): string | null =>
  resolve(safeWebUrl(url), baseUrl)

/** The address of a link a reader may follow, made absolute, or `null` when it is unsafe. */
export const linkUrl = (url: string, baseUrl?: string): string | null =>
  resolve(safeLinkUrl(url), baseUrl)

const resolve = (url: string | null, baseUrl: string | undefined): string | null =>
  url !== null && baseUrl !== undefined && url.startsWith('/') ? new URL(url, baseUrl).href : url

/** The `id` of a quote on a page, after `#`: only characters that need no escaping anywhere. */
export const quoteAnchor = (quoteId: string): string => anchor('quote', quoteId)

/** The `id` of a correction that stands beside a paragraph. */
export const noteAnchor = (correctionId: string): string => anchor('correction', correctionId)

const anchor = (what: string, id: string): string =>
  `${what}-${id.replace(/[^A-Za-z0-9-]/gu, (char) => `_${(char.codePointAt(0) ?? 0).toString(16)}_`)}`
