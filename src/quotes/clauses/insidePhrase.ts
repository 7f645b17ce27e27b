/** What tells that a phrase is no subject: it stands inside a name, behind a preposition, or its article shows an object. */
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

/** In the middle of a name, or after a preposition: the phrase belongs to what stands before it. */
export function isInsidePhrase(
  { tokens, language }: Reading,
  start: number,
  low: number,
  isRelative = false,
): boolean {
  const previous = start > low ? tokens[start - 1] : undefined
  if (previous?.kind !== 'word') return false
  // `by the Evening Post`: after an article the phrase has begun already.
  const opensPhrase = openers.has(previous.lower) || language.numbers.has(previous.lower)
  if (language.code === 'en' && opensPhrase) return true
  // `Weber reassured swimmers`: a form in -ed after a name is the verb.
  const isVerb = previous.isCapital && /..ed$/.test((tokens[start] as Token).text)
  if (language.code === 'en' && isVerb && !previous.isPossessive) return true
  const isInName =
    previous.isCapital &&
    !previous.isPossessive &&
    (tokens[start] as Token).isCapital &&
    // `Speaker of the House Rep. Ann Lee`: a title starts the name.
    !/^\p{L}{2,}\.$/u.test((tokens[start] as Token).text) &&
    start - 1 > low &&
    !previous.isTime
  // `La relazione della commissione parla`: after a genitive the phrase belongs to the noun before it.
  if (/^(?:fr|es|it|pt)$/.test(language.code) && genitives.has(previous.lower)) return true
  // `che di lei diceva`: a pronoun behind a preposition is no subject.
  if (
    language.code !== 'en' &&
    language.pronouns.has((tokens[start] as Token).lower) &&
    !language.definite.has((tokens[start] as Token).lower) &&
    /^(?:di|de|d’|da|a|à|con|com|avec|per|por|para|pour|su|sur|sobre|von|mit|zu|an|für)$/.test(
      previous.lower,
    )
  )
    return true
  // `citée par l’AFP`: whoever something was done by is no subject.
  if (!isRelative && datives[language.code]?.test(previous.lower)) return true
  const agent = agents[language.code]
  if (agent) {
    const isAfterArticle = language.definite.has(previous.lower)
    const by = isAfterArticle ? tokens[start - 2] : previous
    if (start - (isAfterArticle ? 2 : 1) > low && agent.test(by?.lower ?? '')) return true
  }
  // `la principale du collège Jean-Moulin dit`: a school’s name.
  if (
    language.code !== 'en' &&
    language.code !== 'de' &&
    (tokens[start] as Token).isCapital &&
    !previous.isCapital &&
    schools.test(previous.lower)
  )
    return true
  // `ließ er über seinen Anwalt erklären`: a German article tells that the phrase is an object.
  if (language.code === 'de' && !previous.isCapital) {
    if (oblique.test(previous.lower)) return true
    // `in seinem letzten Wort`: an adjective stands between.
    const isDeclined = /e[nmrs]?$/.test(previous.lower) && (tokens[start] as Token).isCapital
    if (isDeclined && start - 1 > low && oblique.test(tokens[start - 2]?.lower ?? '')) return true
  }
  return (
    isInName ||
    (language.code === 'en' && prepositions.has(previous.lower) && !(tokens[start] as Token).isTime)
  )
}

const schools =
  /^(?:collège|lycée|école|hôpital|colegio|escuela|instituto|hospital|liceo|scuola|ospedale|escola|museo|museu|musée|théâtre|teatro|calle|rue|rua|via|avenue|avenida)$/
const oblique =
  /^(?:dem|den|einem|einen|(?:[sd]?ein|ihr|unser)e[mnr]|im|am|beim|vom|zum|zur|für|gegen|ohne|durch|um|mit|bei|aus|nach|von|über|unter|wegen)$/

const datives: Readonly<Record<string, RegExp>> = {
  fr: /^(?:aux|au)$/,
  it: /^(?:ai|agli|al|alla|alle|allo|all’)$/,
  pt: /^(?:aos|às|ao)$/,
}
const agents: Readonly<Record<string, RegExp>> = {
  fr: /^par$/,
  es: /^por$/,
  it: /^(?:dal|dalla|dall’|dallo|dai|dagli|dalle)$/,
  pt: /^pel[oa]s?$/,
}

const genitives = new Set(
  'de du des d’ del della dello dell’ dei degli delle di do da dos das'.split(' '),
)
const openers = new Set(
  'the a an his her its their our my your several some many few each every any no this these those all'.split(
    ' ',
  ),
)
const prepositions = new Set('of for by with from to at in on'.split(' '))

/** `En una carta a los socios, el presidente lo explica`: what it was said in does not say it. */
export const isDocumentPlace = (
  { tokens, language }: Reading,
  start: number,
  low: number,
): boolean => {
  const isOpened = language.indefinite.has(tokens[start - 1]?.lower ?? '')
  const before = isOpened ? start - 2 : start - 1
  return (
    /^(?:fr|es|it|pt)$/.test(language.code) &&
    before >= low &&
    /^(?:en|em|in|dans|nel|nella|nello|nell’|no|na|num|numa)$/.test(tokens[before]?.lower ?? '')
  )
}
