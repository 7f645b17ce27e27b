/** Reads who speaks: a noun phrase that starts at a token. Bounded to a few words, so reading stays linear. */
import { affiliationIn, opensCondition, readAttachments } from './attachments.ts'
import { genderOfArticle, standsForName } from './describedAgain.ts'
import { asDocument } from './documents.ts'
import { judgingOf } from '#src/quotes/languages/judging.ts'
import type { Language } from '#src/quotes/languages/language.ts'
import { readNamed } from './names.ts'
import { readCore, readDeterminers } from './nounCore.ts'
import { findOutlet, type Outlet } from './outlets.ts'
import type { Found, Opening, Reading } from '#src/quotes/text/reading.ts'
import { blankSpeaker, type Speaker } from './speaker.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import {
  documentMedium,
  isAcronym,
  isAge,
  isInstitutionWord,
  isOffice,
  isUnnamedNoun,
} from '#src/quotes/text/vocabulary.ts'

/**
 * Reads the speaker that starts at `at`: a pronoun, a person with titles, an institution, a document or an unnamed
 * description. @returns the speaker and the token after the phrase, or `null` when no phrase of that kind starts here.
 */
export function readSpeaker(reading: Reading, at: number): Found | null {
  const known = reading.phrases[at]
  if (known !== undefined) return known
  const found = readPhrase(reading, at)
  reading.phrases[at] = found
  return found
}

function readPhrase(reading: Reading, at: number): Found | null {
  const { tokens, language } = reading
  const first = tokens[at]
  if (!first || first.kind !== 'word') return null
  const gender = language.pronouns.get(first.lower)
  if (gender && !language.definite.has(first.lower)) {
    return {
      speaker: { ...blankSpeaker('pronoun', first.text, first.start), gender },
      next: at + 1,
    }
  }
  const opening = readDeterminers(reading, at)
  if (tokens[opening.next]?.lower === 'of' && opening.count !== null)
    return readPartOf(reading, opening)
  const core = readCore(reading, opening.next)
  // An unlisted verb may have been taken along (`Smith arrived`): the longest part that is a phrase counts.
  for (let length = core.length; length > 0; length--) {
    const found = readHead(reading, core.slice(0, length), opening)
    if (found) return found
  }
  const crowd = core.length === 0 ? readVague(reading, at) : null
  if (crowd) return crowd
  return gender
    ? { speaker: { ...blankSpeaker('pronoun', first.text, first.start), gender }, next: at + 1 }
    : null
}

/** `one of the nurses`: so many of a described group. */
function readPartOf(reading: Reading, opening: Opening): Found | null {
  const group = readSpeaker(reading, opening.next + 1)
  const isGroup =
    group?.speaker.form === 'unnamed' ||
    (group?.speaker.form === 'organisation' && !reading.tokens[group.next - 1]?.isCapital)
  if (!group || !isGroup) return null
  const { tokens, text } = reading
  const first = tokens[opening.at] as Token
  const name = text.slice(first.start, (tokens[group.next - 1] as Token).end)
  const lower = name.charAt(0).toLowerCase() + name.slice(1)
  return {
    speaker: {
      ...group.speaker,
      form: 'unnamed',
      name: lower,
      role: lower,
      count: opening.count,
      isDefinite: false,
      at: first.start,
    },
    next: group.next,
  }
}

function readVague({ tokens, language }: Reading, at: number): Found | null {
  const token = tokens[at] as Token
  if (!language.vague.has(token.lower)) return null
  return {
    speaker: {
      ...blankSpeaker('unnamed', token.lower, token.start),
      noun: token.lower,
      isVague: true,
    },
    next: at + 1,
  }
}

function readHead(reading: Reading, core: Token[], opening: Opening): Found | null {
  const { tokens, language } = reading
  const atSentenceStart =
    opening.at === 0 ||
    /^[.!?…”"»]$/.test(tokens[opening.at - 1]?.text ?? '') ||
    tokens[opening.at - 1]?.kind === 'quote'
  const common = findCommonHead(core, language, {
    atSentenceStart,
    hasDeterminer: opening.hasDeterminer,
    isOfSomething:
      opening.hasDeterminer &&
      /^(?:fr|es|it|pt)$/.test(language.code) &&
      language.attachments.has(tokens[opening.next + core.length]?.lower ?? ''),
  })
  if (common !== null) return readCommon(reading, core, common, opening)
  const named = readNamed(core, opening, reading)
  return named ? { speaker: named.speaker, next: opening.next + named.used } : null
}

/** `Weber reassured swimmers`, `showed Northern divers`: a form in -ed between a name and a noun is a verb. */
const holdsVerb = (core: Token[], hasDeterminer: boolean): boolean =>
  core.some(
    (token, i) =>
      !token.isCapital &&
      token.lower.endsWith('ed') &&
      token.lower.length > 3 &&
      !token.text.includes('-') &&
      i < core.length - 1 &&
      (i === 0
        ? core[1]?.isCapital === true && !hasDeterminer
        : core[i - 1]?.isCapital && !core[i - 1]?.isPossessive),
  )

/** Index of the noun that heads a phrase without a name, or `null` when the phrase ends in a name. */
function findCommonHead(
  core: Token[],
  language: Language,
  {
    atSentenceStart,
    hasDeterminer,
    isOfSomething,
  }: { atSentenceStart: boolean; hasDeterminer: boolean; isOfSomething: boolean },
): number | null {
  for (let i = 0; i < core.length; i++) {
    const token = core[i] as Token
    if (isUnnamedNoun(token, language) && language.afterNoun.has(core[i + 1]?.lower ?? '')) return i
  }
  const last = core.length - 1
  const token = core[last] as Token
  const isBelonging =
    last > 0 &&
    (!core[last - 1]?.isCapital || (last === 1 && atSentenceStart)) &&
    belongs(token, language)
  if (isBelonging && isHead(core[last - 1] as Token, language)) return last - 1
  if (language.code === 'en' && holdsVerb(core, hasDeterminer)) return null
  // `la Cour des comptes`: what such a court is for has no capital.
  const isGenitiveOwner = core.length === 1 && isOfSomething && isInstitutionWord(token, language)
  const isCommonWord =
    !token.isCapital ||
    (language.code === 'de' && !isAcronym(token)) ||
    isGenitiveOwner ||
    (atSentenceStart && core.length === 1 && !isAcronym(token))
  if (!isCommonWord || findOutlet(token.text)) return null
  return isHead(token, language) ? last : null
}

const isHead = (token: Token, language: Language): boolean =>
  isUnnamedNoun(token, language) ||
  isOffice(token, language) ||
  isInstitutionWord(token, language) ||
  documentMedium(token, language) !== null

/** Adjectives of countries and powers in French, Spanish, Italian and Portuguese. */
const origins =
  /^(?:europ[eé](?:[oaiu]s?|enn?e?s?|[ei]a)|am[eé]rican[oaie]?s?|américaine?s?|allemande?s?|alem(?:án|anes|ana|anas|ão|ães|ã|ãs)|tedesc[oahi]+|français(?:e|es)?|frances[eai]?s?|francés|francês|italian[oaie]s?|italienn?e?s?|española?s?|españoles|espagnole?s?|spagnol[oaie]|portug[uê]+es[ae]?s?|portoghes[ei]|britanni[cq][a-z]+|britânic[oa]s?|británic[oa]s?|rus[so][eoais]*|ucrani[a-z]+|ukrainienn?e?s?|chin[oe]is?[es]*|chines[ae]?s?|cines[ei]|occidenta(?:le?s?|li|ux|is)|israel[a-zií]+|israélienn?e?s?|palestin[a-z]+|iran[a-zí]+|turc[a-z]*|turques?)$/

/** Endings of adjectives in the same languages. */
const adjectives =
  /..(?:[aei]ux?l|[aei]les?|[^q]ual|[eiaí]l|ales|aux|[aei]li|ais|iques?|[^iu]ic[oa]s?|[^f]ic[ih]e?|ifs?|ives?|iv[oaie]s?|aires?|[aá]ri[oa]s?|iennes?|iens?|ian[oaie]s?|istes?|[iy][aâ]tres?|ens[ei]s?)$|^(?:anonym[oeia]s?|intern[oaei]s?|privad[oa]s?)$/

/** `un funzionario europeo`, `l’expert psychiatre`: a word behind a noun that belongs to it, and is no verb. */
const belongs = ({ lower, isCapital }: Token, language: Language): boolean =>
  /^(?:fr|es|it|pt)$/.test(language.code) &&
  !isCapital &&
  (origins.test(lower) ||
    (lower.length > 4 &&
      adjectives.test(lower) &&
      !language.cues.has(lower) &&
      !judgingOf(language.code).verbs.has(lower)))

function readCommon(reading: Reading, core: Token[], head: number, opening: Opening): Found {
  const { tokens, language, text } = reading
  const noun = core[head] as Token
  const isOfAge = isAge(noun.lower)
  // `un funzionario europeo`: where somebody belongs may be an adjective behind the noun.
  const tail = core[head + 1]
  const after = opening.next + head + (tail && belongs(tail, language) ? 2 : 1)
  const next = isOfAge ? after : readAttachments(reading, after, noun)
  const start = core[0] as Token
  const last = tokens[next - 1] as Token
  const phrase = text.slice(start.start, last.end)
  const isProper = opening.hasDeterminer && start.isCapital
  const base: Speaker = {
    ...blankSpeaker('unnamed', isProper ? phrase : lowerFirst(phrase, start, reading), start.start),
    noun: noun.lower,
    count: opening.count,
    isDefinite: opening.isDefinite,
    mayBeName:
      core.length === 1 && noun.isCapital && !opening.hasDeterminer && !noun.lower.endsWith('s'),
  }
  const medium = documentMedium(noun, language)
  if (medium)
    return {
      speaker: asDocument(base, core.slice(0, head), reading, {
        medium,
        after: opening.next + head + 1,
        next,
      }),
      next,
    }
  const isPerson =
    isUnnamedNoun(noun, language) ||
    (isOffice(noun, language) && !isInstitutionWord(noun, language))
  const titled =
    language.code === 'en' ? null : nameAfterOffice(tokens.slice(opening.next, next), reading)
  if (titled && isPerson) return { speaker: { ...base, ...titled }, next }
  if (!isPerson || /^(?:prosecutors|regulator)$/.test(noun.lower)) {
    const outlet = outletIn(core.slice(0, head), text)
    return outlet
      ? { speaker: { ...base, form: 'publication', name: outlet.name, role: outlet.role }, next }
      : { speaker: { ...base, form: 'organisation' }, next }
  }
  const affiliation = affiliationIn(tokens.slice(opening.next + head + 1, next), text)
  const isSpokesperson = /spokes|porte-parole|sprecher|portavoz|portavoce|porta-voz/.test(
    noun.lower,
  )
  const article = tokens[opening.at]?.lower ?? ''
  const isOne = opening.next === opening.at + 1 && core.length <= 2
  const isVague =
    opening.isVague ||
    (language.vague.has(noun.lower) &&
      !opening.hasDeterminer &&
      core.length === 1 &&
      // `Analysts at Greave & Co.` are somebody.
      affiliation === null)
  return {
    speaker: {
      ...base,
      role: base.name,
      affiliation: affiliation ?? affiliationIn(core.slice(0, head), text),
      isSpokesperson,
      isVague,
      gender: isOne ? (genderOfArticle(language, article) ?? 'any') : 'any',
      standsForName: isOne && standsForName(language, article, noun.lower),
      condition: opensCondition(reading, next),
    },
    next,
  }
}

/** `le ministre de l’Intérieur Paul Garnier`: the last two of three or more capitalised words are the name. */
function nameAfterOffice(
  phrase: Token[],
  { text, language }: Reading,
): Pick<Speaker, 'form' | 'name' | 'role' | 'noun'> | null {
  let run = 0
  while (run < phrase.length && (phrase[phrase.length - 1 - run] as Token).isCapital) run++
  const name = phrase.slice(-2)
  const first = phrase[0]
  if (
    run < 3 ||
    !first ||
    name.some((token) => isAcronym(token) || isInstitutionWord(token, language))
  )
    return null
  const role = text.slice(first.start, (phrase.at(-3) as Token).end)
  return {
    form: 'person',
    name: text.slice((name[0] as Token).start, (name[1] as Token).end),
    role,
    noun: null,
  }
}

/** `the Interfax news agency`. */
const outletIn = (before: Token[], text: string): Outlet | null => {
  const name = affiliationIn(before, text)
  return name === null ? null : findOutlet(name)
}

/** `Officials at the ministry` at the start of a sentence is the description `officials at the ministry`. */
function lowerFirst(phrase: string, first: Token, { language }: Reading): string {
  const isCommon =
    isUnnamedNoun(first, language) ||
    isOffice(first, language) ||
    isInstitutionWord(first, language) ||
    /^(?:senior|top|several|former|local|police|military|medical|aid)$/.test(first.lower)
  return isCommon && language.code !== 'de' && !isAcronym(first)
    ? phrase.charAt(0).toLowerCase() + phrase.slice(1)
    : phrase
}
