/** Our words as GraphQL's enum values: `photos by` is `PHOTOS_BY`, `not-found` is `NOT_FOUND`. */

export const enumName = (word: string): string => word.toUpperCase().replace(/[ -]/g, '_')

/** The way back, for words with spaces (source kinds) or single words. */
export const wordOf = (name: string): string => name.toLowerCase().replaceAll('_', ' ')
