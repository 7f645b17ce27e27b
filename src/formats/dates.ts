/** Times as printed. All are UTC and say so: a story is read in every time zone. */

const localeFor = (language: string): string => {
  // British order: day before month, which reads the same to everyone.
  if (/^en\b/i.test(language)) return 'en-GB'
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en-GB'
  } catch (error) {
    if (error instanceof RangeError) return 'en-GB'
    throw error
  }
}

const write = (iso: string, language: string, options: Intl.DateTimeFormatOptions): string => {
  const time = Date.parse(iso)
  if (Number.isNaN(time)) return iso
  return new Intl.DateTimeFormat(localeFor(language), { ...options, timeZone: 'UTC' }).format(time)
}

/** `13 June 2014`; what cannot be read as a date is returned as it is. */
export const formatDate = (iso: string, language = 'en'): string =>
  write(iso, language, { day: 'numeric', month: 'long', year: 'numeric' })

/** `13 June 2014 at 09:30 UTC`. */
export const formatTime = (iso: string, language = 'en'): string =>
  write(iso, language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
