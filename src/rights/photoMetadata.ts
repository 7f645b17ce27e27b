/**
 * From the metadata of a photo file to the fields of an image record.
 * Precedence XMP over IPTC-IIM over EXIF, as the IPTC Photo Metadata Standard recommends.
 */

export type CreditFields = {
  creator: string | null
  credit: string | null
  caption: string | null
  alt: string | null
  copyrightNotice: string | null
  licenceUrl: string | null
  digitalSourceType: string | null
}

/** Tag names as ExifReader gives them, best first. */
const tagsFor: Record<keyof CreditFields, readonly string[]> = {
  creator: ['creator', 'By-line', 'Artist'],
  credit: ['Credit', 'credit'],
  caption: ['description', 'Caption/Abstract', 'ImageDescription'],
  alt: ['AltTextAccessibility'],
  copyrightNotice: ['rights', 'Copyright Notice', 'Copyright'],
  licenceUrl: ['WebStatement'],
  digitalSourceType: ['DigitalSourceType'],
}

/**
 * Picks what an image record keeps.
 *
 * @param tags tag name to text; whatever is missing gives `null`
 */
export const creditFields = (tags: Record<string, string>): CreditFields => {
  const first = (names: readonly string[]): string | null =>
    names.map((name) => tags[name]?.trim()).find((text) => text) ?? null
  return Object.fromEntries(
    Object.entries(tagsFor).map(([field, names]) => [field, first(names)]),
  ) as CreditFields
}
