/** What the quote reader must know of a language. All words are lower case. */
export type Gender = 'm' | 'f' | 'n' | 'p' | 'any'

export type Language = {
  code: string
  /** Frequent words that tell the language apart. */
  telltales: ReadonlySet<string>
  /** Forms of reporting verbs that take a speaker as their subject. */
  cues: ReadonlySet<string>
  /** Participles without a subject of their own: `adding`, `ajoutant`. */
  gerundCues: ReadonlySet<string>
  /** Words that may stand between a speaker and the verb: auxiliaries, adverbs. */
  fillers: ReadonlySet<string>
  /** Before a verb these mean that nothing was said: `declined to say`. */
  negations: ReadonlySet<string>
  /** `according to`, `selon`: followed by the speaker. Longest first. */
  accordingTo: readonly string[][]
  /** `as reported by`: followed by who passed the words on. */
  relayedBy: readonly string[][]
  pronouns: ReadonlyMap<string, Gender>
  definite: ReadonlySet<string>
  indefinite: ReadonlySet<string>
  numbers: ReadonlyMap<string, number>
  /** Prepositions, conjunctions, relatives: a noun phrase ends before them. */
  stops: ReadonlySet<string>
  /** Words that have a capital where they open a sentence, and are no part of the name after them. */
  openers: ReadonlySet<string>
  /** Prepositions that continue the description of a speaker: `for`, `de`. */
  attachments: ReadonlySet<string>
  /** Nouns for people without a name: `official`, `source`. */
  unnamed: ReadonlySet<string>
  /** Nouns for a crowd nobody can check: `some`, `critics`. */
  vague: ReadonlySet<string>
  /** Nouns for an office that stand before a name: `minister`, `senator`. */
  offices: ReadonlySet<string>
  /** Adjectives and participles after a noun: `familiar`, `briefed`. */
  afterNoun: ReadonlySet<string>
  /** Words that make a name an institution: `ministry`, `court`. */
  institutions: ReadonlySet<string>
  /** Words for documents, with the medium they stand for. */
  documents: ReadonlyMap<string, string>
  /** Words before quoted words that make them a term, not speech: `so-called`. */
  termWords: ReadonlySet<string>
  /** Words before quoted words that make them a title: `song`, `film`. */
  titleWords: ReadonlySet<string>
  /** Days, months and words of time, never speakers. */
  times: ReadonlySet<string>
  /** Where or how words were said: phrase in lower case and the medium it stands for. */
  mediums: readonly (readonly [string, string])[]
  /** `quoted`, `cited`: an outlet that passes on what another said. */
  quotingVerbs: ReadonlySet<string>
  /** Verbs whose object may be an outlet: `told`. */
  tellingVerbs: ReadonlySet<string>
  /** Words that make a proper name a person's condition: `on condition of anonymity`. */
  conditions: readonly string[]
}

/** Splits a list written as one string: the data files stay readable. */
export const words = (list: string): string[] => list.trim().split(/\s+/)

/** Words as the reader cuts them: French and Italian elisions are words of their own (`à l’ antenne de`). */
export const phrase = (list: string): string[] =>
  words(list.replace(/(^|\s)(l|d|qu|dell|all|nell|sull|un|dall)’(?=\p{L})/gu, '$1$2’ '))

const plurals: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  fr: [
    [/e$/, 'ent'],
    [/ait$/, 'aient'],
  ],
  de: [[/te$/, 'ten']],
  es: [
    [/ó$/, 'aron'],
    [/ó$/, 'ieron'],
    [/([^i])ó$/, '$1aba'],
    [/([^i])ó$/, '$1aban'],
    [/ió$/, 'ía'],
    [/ió$/, 'ían'],
    [/([ae])$/, '$1n'],
  ],
  it: [
    [/a$/, 'ano'],
    [/e$/, 'ono'],
    [/ò$/, 'arono'],
    [/a$/, 'ava'],
    [/a$/, 'avano'],
  ],
  pt: [
    [/ou$/, 'aram'],
    [/iu$/, 'iram'],
    [/ou$/, 'ava'],
    [/ou$/, 'avam'],
    [/[ei]u$/, 'ia'],
    [/([ae])$/, '$1m'],
  ],
}

/** Forms of verbs and those of several speakers, made by rule: `admite` and `admiten`. */
export const verbsOf = (code: string, list: string): ReadonlySet<string> => {
  const forms = words(list)
  const several = (plurals[code] ?? []).flatMap(([ending, plural]) =>
    forms.filter((form) => ending.test(form)).map((form) => form.replace(ending, plural)),
  )
  return new Set([...forms, ...several])
}

/** A set from a list written as one string. */
export const setOf = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap(words))
