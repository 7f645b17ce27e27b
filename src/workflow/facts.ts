/**
 * The facts in a text: numbers, dates, names and quoted words. A plain reading by form, so that an editor can see
 * why something counts as one; it knows nothing of what the text means.
 */

export type FactKind = 'quote' | 'number' | 'date' | 'name'

/** A fact as it is printed, and as it is compared: `1,200` and `1200` are one number. */
export type Fact = { kind: FactKind; shown: string; value: string }

export type FactOptions = {
  /** BCP 47: the months and days are known in it, besides English. */
  language: string
  /** Words of names the story has on record: one of them counts even at the start of a sentence. */
  known: ReadonlySet<string>
}

/**
 * Reads the facts of a text in order. Words in quotation marks count as one fact and are not read further.
 */
export const factsIn = (text: string, options: FactOptions): Fact[] => {
  const facts: Fact[] = []
  const take = (pattern: RegExp, from: string, read: (match: string) => Fact | null): string =>
    from.replace(pattern, (match) => {
      const fact = read(match)
      if (fact) facts.push(fact)
      return fact ? ' , ' : match
    })
  const outside = take(QUOTATION, text, quoteFact)
  const undated = take(datePattern(options.language), outside, (shown) => ({
    kind: 'date',
    shown,
    value: shown.replace(/[.,]/g, '').replace(/\s+/g, ' '),
  }))
  take(NUMBER, undated, numberFact)
  return [...facts, ...namesIn(undated, options)]
}

/** A quotation by its words alone: other marks, spaces or capitals do not make other words. */
export const quoteFact = (shown: string): Fact => ({
  kind: 'quote',
  shown: shown.replace(/^["“„«‹]|["”“»›]$/g, '').trim(),
  value: (shown.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' '),
})

const QUOTATION = /“[^“”]{1,4000}”|„[^„“”]{1,4000}[“”]|«[^«»]{1,4000}»|"[^"\n]{1,4000}"/gu

const UNITS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const LARGE = 'dozen hundred thousand million billion trillion percent'
const numberWords = new Map<string, string>([
  ...UNITS.split(' ').map((word, index): [string, string] => [word, String(index + 2)]),
  ...TENS.split(' ').map((word, index): [string, string] => [word, String((index + 2) * 10)]),
])
const words = [UNITS, TENS, LARGE].join(' ').split(' ').join('|')

/** Figures with what belongs to them (`$1,200`, `4.5%`, `3bn`, `09:30`), and numbers in words but for `one`. */
const NUMBER = new RegExp(
  `[$€£¥]?\\p{Nd}+(?:[.,:/’'\\u00a0\\u202f-]?\\p{Nd}+)*(?:[ \\u00a0]?%|\\p{L}{1,3}(?!\\p{L}))?|(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`,
  'giu',
)

const numberFact = (shown: string): Fact => {
  const plain = shown.toLowerCase().replace(/(?<=\d)[,’'\u00a0\u202f](?=\d{3}(?!\d))/gu, '')
  const value = numberWords.get(plain) ?? plain.replace(/\s*%$/, ' percent')
  return { kind: 'number', shown: shown.trim(), value }
}

const RELATIVE = ['today', 'yesterday', 'tomorrow', 'tonight']

const datePattern = (language: string): RegExp => {
  const months = namesOf(language, { month: 'long' }, 28 * 24, 13)
  const days = namesOf(language, { weekday: 'long' }, 24, 7)
  const day = '\\d{1,2}(?:st|nd|rd|th|\\.|º)?'
  const dated = `(?:${day}[ \\u00a0](?:de[ ])?)?(?:${months.join('|')})(?:[ \\u00a0]${day}(?!\\d))?(?:,?[ \\u00a0](?:de[ ])?\\d{4}(?!\\d))?`
  const other = [...days, ...RELATIVE].join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${dated}|${other})(?![\\p{L}\\p{N}])`, 'gu')
}

/** Months or days as they are written in a sentence, in the language of the text and in English. */
const namesOf = (
  language: string,
  options: Intl.DateTimeFormatOptions,
  stepHours: number,
  count: number,
): string[] => {
  const written = [...localeOf(language), 'en'].flatMap((locale) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return Array.from({ length: count }, (_, index) => format.format(index * stepHours * 3_600_000))
  })
  return [...new Set(written)].map((name) => name.replace(/[^\p{L}\p{M}\p{N} ]/gu, '\\$&'))
}

const localeOf = (language: string): string[] => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

const CAPITAL = "(?:(?:\\p{Lu}\\.)+|\\p{Lu}[\\p{L}\\p{M}'’-]*)"
const LINK = '(?:of|de|del|della|da|di|do|dos|du|la|le|el|al|bin|ibn|van|von|der|den|ten|ter|zu)'
const NAME = new RegExp(`${CAPITAL}(?:[ \\u00a0](?:${LINK}[ \\u00a0]){0,2}${CAPITAL})*`, 'gu')

/** Words that a sentence begins with, and no name. */
const opening = new Set(
  'a after all also an and another any are as at because before both but by can did do each even every few for from had has have he her here his how i if in instead is it its last later like many more most much my neither next no nobody nor not nothing now of on once one only or other our over she since so some still such than that the their then there these they this those though to under until was we were what when where which while who why will with without yet you your'.split(
    ' ',
  ),
)

/**
 * Capitalised words: all in a row are one name. A single one counts inside a sentence, not where a capital says
 * nothing: at the start of one, and in German, whose nouns all have it.
 */
const namesIn = (text: string, { language, known }: FactOptions): Fact[] => {
  const isEveryNoun = /^de\b/i.test(language)
  return [...text.matchAll(NAME)].flatMap((match) => {
    const isFirst = startsSentence(text.slice(0, match.index))
    const all = match[0].split(/[ \u00a0]/)
    const isOpening = opening.has(all[0]?.toLowerCase() ?? '')
    const name = isOpening ? all.slice(1) : all
    const shown = name.join(' ').replace(/['’]s?$/u, '')
    const isSingle = name.length === 1
    const says = !isSingle || known.has(shown) || (!isEveryNoun && (isOpening || !isFirst))
    const isWord = /\p{L}{2}|\p{L}\./u.test(shown)
    return isWord && says ? [{ kind: 'name' as const, shown, value: shown }] : []
  })
}

/** The full stop of a title ends no sentence: what follows is somebody's name. */
const startsSentence = (before: string): boolean =>
  /(?:^|[.!?…:•\n])\s*[(\[“"«„]?$/u.test(before) &&
  !/(?:^|\s)(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Capt|Sen|Rep|Gov|Rev)\.\s*$/u.test(before)
