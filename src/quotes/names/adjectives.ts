/** Adjectives behind a noun, as French, Spanish, Italian and Portuguese set them: `un funzionario europeo`. */
import { judgingOf } from '#src/quotes/languages/judging.ts'
import type { Language } from '#src/quotes/languages/language.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

/** Adjectives of countries and powers. */
const origins =
  /^(?:europ[eé](?:[oaiu]s?|enn?e?s?|[ei]a)|am[eé]rican[oaie]?s?|américaine?s?|allemande?s?|alem(?:án|anes|ana|anas|ão|ães|ã|ãs)|tedesc[oahi]+|français(?:e|es)?|frances[eai]?s?|francés|francês|italian[oaie]s?|italienn?e?s?|española?s?|españoles|espagnole?s?|spagnol[oaie]|portug[uê]+es[ae]?s?|portoghes[ei]|britanni[cq][a-z]+|britânic[oa]s?|británic[oa]s?|rus[so][eoais]*|ucrani[a-z]+|ukrainienn?e?s?|chin[oe]is?[es]*|chines[ae]?s?|cines[ei]|occidenta(?:le?s?|li|ux|is)|israel[a-zií]+|israélienn?e?s?|palestin[a-z]+|iran[a-zí]+|turc[a-z]*|turques?)$/

/** Endings of others. */
const adjectives =
  /..(?:[aei]ux?l|[aei]les?|[^q]ual|[eiaí]l|ales|aux|[aei]li|ais|iques?|[^iu]ic[oa]s?|[^f]ic[ih]e?|ifs?|ives?|iv[oaie]s?|aires?|[aá]ri[oa]s?|iennes?|iens?|ian[oaie]s?|istes?|[iy][aâ]tres?|ens[ei]s?)$|^(?:anonym[oeia]s?|intern[oaei]s?|privad[oa]s?)$/

/** `un funzionario europeo`, `l’expert psychiatre`: a word behind a noun that belongs to it, and is no verb. */
export const belongs = ({ lower, isCapital }: Token, language: Language): boolean =>
  /^(?:fr|es|it|pt)$/.test(language.code) &&
  !isCapital &&
  (origins.test(lower) ||
    (lower.length > 4 &&
      adjectives.test(lower) &&
      !language.cues.has(lower) &&
      !judgingOf(language.code).verbs.has(lower)))
