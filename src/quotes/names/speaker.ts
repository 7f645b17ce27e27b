import type { Gender } from '#src/quotes/languages/language.ts'

/** A speaker as one phrase of the text names them, before later mentions are resolved. */
export type Speaker = {
  form: 'person' | 'surname' | 'pronoun' | 'unnamed' | 'organisation' | 'document' | 'publication'
  name: string
  role: string | null
  affiliation: string | null
  /** Head noun in lower case: `official`, `report`. */
  noun: string | null
  count: number | null
  condition: string | null
  gender: Gender
  /** `the official`, `the same report`: refers back. */
  isDefinite: boolean
  isVague: boolean
  /** A noun with a capital and no article, which may be a surname: `King said`. */
  mayBeName: boolean
  isSpokesperson: boolean
  /** `la chanteuse`, `the 19-year-old`: may be another word for somebody named before. */
  standsForName: boolean
  medium: string | null
  /** UTF-16 offset of the phrase. */
  at: number
}

export const blankSpeaker = (form: Speaker['form'], name: string, at: number): Speaker => ({
  form,
  name,
  role: null,
  affiliation: null,
  noun: null,
  count: null,
  condition: null,
  gender: 'any',
  isDefinite: false,
  isVague: false,
  mayBeName: false,
  isSpokesperson: false,
  standsForName: false,
  medium: null,
  at,
})
