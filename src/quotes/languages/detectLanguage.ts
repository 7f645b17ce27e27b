import { english } from './english.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import { italian } from './italian.ts'
import type { Language } from './language.ts'
import { portuguese } from './portuguese.ts'
import { spanish } from './spanish.ts'

const languages = [english, french, german, spanish, italian, portuguese]

/** The language data for a BCP 47 tag (`fr-CA` reads as French), or `null` when there is none. */
export function findLanguage(tag: string): Language | null {
  const primary = tag.toLowerCase().split(/[-_]/)[0]
  return languages.find((language) => language.code === primary) ?? null
}

/** The language whose frequent words the text uses most; English when nothing speaks for another. */
export function detectLanguage(text: string): Language {
  const seen =
    text
      .slice(0, 6000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  let best = english
  let bestScore = 0
  for (const language of languages) {
    const score = seen.filter((word) => language.telltales.has(word)).length
    if (score > bestScore) [best, bestScore] = [language, score]
  }
  return best
}
