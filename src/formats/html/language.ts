/** Which language and direction a piece of a page is in. */
import { attributes } from '#src/formats/html/escapeHtml.ts'

const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
])

const base = (language: string): string => language.toLowerCase().split('-')[0] ?? ''

/** `rtl` for Arabic, Hebrew, Persian and their kin. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(base(language)) ? 'rtl' : 'ltr'

/** ` lang="fa" dir="rtl"` where the language differs from its surroundings (WCAG 3.1.2), else nothing. */
export const languageAttributes = (language: string, surroundings: string): string => {
  if (language === '' || language.toLowerCase() === surroundings.toLowerCase()) return ''
  const direction = directionOf(language)
  const isTurned = direction !== directionOf(surroundings)
  return attributes({ lang: language, dir: isTurned ? direction : null })
}

/** The same for our own labels, which are English whatever the story is in. */
export const labelLanguage = (surroundings: string): string =>
  base(surroundings) === 'en' ? '' : languageAttributes('en', surroundings)
