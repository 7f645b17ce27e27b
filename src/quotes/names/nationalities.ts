/** `le Belge Wouter Claes`: French names of peoples have a capital, and are no part of a person’s name. */
import type { Opening, Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { isAcronym, isInstitutionWord } from '#src/quotes/text/vocabulary.ts'

const peoples =
  /^(?:Belge|Suisse|Russe|Turc|Turque|Grec|Grecque|Arabe|Basque|Corse|Serbe|Croate|Slovène|Tchèque|Slovaque|Britannique|\p{Lu}\p{L}+(?:ais|aise|ois|oise|ienne?|[^f]ain|aine|and|ande|gnole?|éenne?|arde?))$/u

/** Whether three words with capitals behind an article are a people and a name. */
export const opensWithPeople = (
  run: Token[],
  { hasDeterminer }: Opening,
  { language }: Reading,
): boolean =>
  language.code === 'fr' &&
  hasDeterminer &&
  run.length === 3 &&
  peoples.test((run[0] as Token).text) &&
  !run.some((token) => isInstitutionWord(token, language) || isAcronym(token))
