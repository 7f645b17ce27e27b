/** What every reader of phrases works on, and what it hands back. */
import type { Language } from '#src/quotes/languages/language.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'
import type { Token } from './tokens.ts'

export type Reading = {
  text: string
  tokens: Token[]
  language: Language
  /** Phrases already read, by the token they start at: several rules ask for the same one. */
  phrases: (Found | null | undefined)[]
  /** The same with appositives, by twice the token, plus one where they must close. */
  speakers: (FullFound | null | undefined)[]
}

/** `isBare`: nothing stands beside the name. */
export type FullFound = Found & { isBare: boolean }

/** A speaker and the token after its phrase. */
export type Found = { speaker: Speaker; next: number }

/** The determiners that open a phrase: `the`, `two`, `several`. */
export type Opening = {
  at: number
  next: number
  isDefinite: boolean
  hasDeterminer: boolean
  count: number | null
  isVague: boolean
}
