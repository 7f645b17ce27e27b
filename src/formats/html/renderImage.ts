/** Pictures: never without alternative text, caption and credit where the record has them. */
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { webUrl } from '#src/formats/urls.ts'
import type { StoryImage } from '#src/story/publishedStory.ts'

type ImageOptions = {
  baseUrl?: string | undefined
  /** The widths the picture is laid out at: the `sizes` attribute. */
  layout: string
  /** The picture readers see first: loaded at once. */
  isLead?: boolean
}

/** An `<img>` with every size of the same shape to choose from, or nothing when its address is unsafe. */
export const renderImage = (image: StoryImage, options: ImageOptions): string => {
  const src = webUrl(image.url, options.baseUrl)
  if (src === null) return ''
  const srcset = renderSrcset(image, src, options.baseUrl)
  return `<img${attributes({
    src,
    srcset,
    sizes: srcset === null ? null : options.layout,
    width: image.width,
    height: image.height,
    alt: image.alt,
    loading: options.isLead ? 'eager' : 'lazy',
    fetchpriority: options.isLead ? 'high' : null,
    decoding: 'async',
  })}>`
}

/** The picture with its caption and credit, as a figure. */
export const renderFigure = (
  image: StoryImage,
  options: ImageOptions & { className: string },
): string => {
  const picture = renderImage(image, options)
  if (picture === '') return ''
  const parts = [
    image.caption ? `<span class="caption">${escapeHtml(image.caption)}</span>` : '',
    image.credit ? `<span class="credit">${escapeHtml(image.credit)}</span>` : '',
  ].filter((part) => part !== '')
  const caption = parts.length > 0 ? `<figcaption>${parts.join(' ')}</figcaption>` : ''
  return `<figure class="${options.className}">${picture}${caption}</figure>`
}

/** Crops have another shape than the picture: a browser must not choose between shapes. */
const hasSameShape = (a: { width: number; height: number }, b: typeof a): boolean =>
  Math.abs((a.width * b.height) / (a.height * b.width) - 1) < 0.02

const renderSrcset = (
  image: StoryImage,
  src: string,
  baseUrl: string | undefined,
): string | null => {
  const widths = new Map<number, string>()
  for (const size of image.sizes) {
    const url = webUrl(size.url, baseUrl)
    if (url !== null && hasSameShape(size, image)) widths.set(size.width, url)
  }
  if (widths.size === 0) return null
  widths.set(image.width, src)
  return [...widths]
    .sort(([a], [b]) => a - b)
    .map(([width, url]) => `${encodeCommas(url)} ${width}w`)
    .join(', ')
}

/** In a srcset, a comma at either end of an address would end it, and so would a space. */
const encodeCommas = (url: string): string => url.replaceAll(',', '%2C').replace(/\s/g, '%20')
