/** The verb or noun of the newsroom’s sentence that a few quoted words hang on: `fears “q”`, `defended it as “q”`, `talk of “q”`. */
import { judgingOf } from '#src/quotes/languages/judging.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { isReduced } from './inversions.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

/** The verb or noun that governs the words, and how. */
export type Governor = { place: number; by: 'verb' | 'as' | 'noun'; isPassive: boolean }

/** How far before the words their verb may stand. */
export const farthest = 12
const clauseSigns =
  /^(?:[;:(]|who|which|where|when|because|if|whose|qui|où|wenn|weil|che|quando|porque|se)$/

/** The nearest verb or noun before the words at `at` that gives them to somebody, or `null`. */
export function governorOf(reading: Reading, low: number, at: number): Governor | null {
  const { tokens, language } = reading
  const judging = judgingOf(language.code)
  let isAs = false
  const lowest = Math.max(low, at - farthest)
  for (let i = at - 1; i >= lowest; i--) {
    const token = tokens[i] as Token
    // `praised the novel, her fourth, as “q”`: what is set off belongs to the noun before it.
    if (isAs && i === at - 2 && token.text === ',') {
      do i--
      while (i > lowest && tokens[i]?.text !== ',')
      continue
    }
    if (clauseSigns.test(token.lower)) return null
    if (token.text === ',' && tokens[i - 1]?.kind !== 'quote') return null
    if (token.kind !== 'word' || (token.isCapital && i > low)) continue
    if (judging.as.has(token.lower) && at - i <= 3) {
      if (judging.notAs.has(tokens[i - 1]?.lower ?? '')) return null
      isAs = true
      continue
    }
    if (judging.notAs.has(token.lower) && isAs) return null
    const isNoun =
      judging.nouns.has(token.lower) &&
      judging.joints.has(tokens[i + 1]?.lower ?? '') &&
      isOwned(reading, i)
    if (hearsay.test(token.lower)) return null
    if (isNoun) return { place: i, by: 'noun', isPassive: false }
    const isVerb =
      judging.verbs.has(token.lower) ||
      (token.lower === 'voir' && tokens[i - 1]?.lower === 'y') ||
      (token.lower.includes('-') && judging.verbs.has(token.lower.replace(enclitic, ''))) ||
      (at - i <= 3 && withObject.test(token.lower)) ||
      (judging.reflexive.has(token.lower) && isReflexive(reading, i, at)) ||
      language.cues.has(token.lower) ||
      language.gerundCues.has(token.lower)
    const isUnlisted = isAs && language.code === 'en' && /..ed$/.test(token.lower)
    if ((isVerb && !isNounHere(reading, i)) || isUnlisted)
      return { place: i, by: isAs ? 'as' : 'verb', isPassive: isPassive(reading, i) }
  }
  return null
}

/** `brushed aside talk of a “q”`: words of others, whoever they are. */
const hearsay =
  /^(?:talk|rumou?rs?|speculation|gossip|notion|rumeurs?|gerüchte?|rumores|voci|boatos)$/

/** `descrevem-no`: Portuguese pronouns after the verb. */
const enclitic = /-(?:[nl]?[oa]s?|se|lhes?)$/

/** `definendole «q»`, `calificándola de «q»`, `classificando-as de “q”`: a gerund that says something of somebody. */
const withObject = /[aeáéi]ndo(?:-?(?:[nl]?[oa]s?|l[ei]|lhes?))$/

const itself = /^(?:sich|se|s’|si|me|uns|mich)$/

const isReflexive = ({ tokens }: Reading, i: number, at: number): boolean =>
  tokens.slice(Math.max(0, i - 2), Math.min(at, i + 6)).some(({ lower }) => itself.test(lower))

/** After an article the word is a noun; an English infinitive is one unless a subject or an auxiliary stands before it. */
function isNounHere({ tokens, language }: Reading, i: number): boolean {
  if (language.code !== 'en') return false
  const token = tokens[i] as Token
  const before = tokens[i - 1]
  if (
    !before ||
    before.isPossessive ||
    language.indefinite.has(before.lower) ||
    /^(?:the|his|her|their|its|this|that|of|for)$/.test(before.lower)
  )
    return true
  if (/^(?:regard|consider|concern)ing$/.test(token.lower)) return true
  // `unprecedented attacks from`, `both claims of`
  if (/s$/.test(token.lower) && baseForms.test(token.lower.slice(0, -1)))
    return (
      /(?:ed|ing|al|ous|ive|ic|s|ary|ful|both|more|such|other|new|fresh)$/.test(before.lower) &&
      !before.isCapital
    )
  const isBase = !/(?:ed|ing|s)$/.test(token.lower) && baseForms.test(token.lower)
  return (
    isBase &&
    !/^(?:to|will|would|can|could|should|must|may|might|not|did|does|do|we|they|you|who|and|.+s|.+n’t)$/.test(
      before.lower,
    )
  )
}

/** Nouns as well as verbs. */
const baseForms =
  /^(?:talk|cry|shout|call|charge|praise|blast|attack|fear|credit|promise|pledge|claim|label|brand|fault|rail|slam|demand|question|challenge|request|boast|protest|stress|trash|hammer|signal|hint|toast|salute|threat|blame|mention|reference|regret|bill|query|yell|chant|judge|dispute|contest|scorn|rebuke|mock|dread|plead|highlight|trumpet|champion|report|quip|joke|vow)$/

const isOwned = ({ tokens, language }: Reading, i: number): boolean =>
  language.code !== 'en' ||
  !/^(?:to|will|would|can|could|should|must|not)$/.test(tokens[i - 1]?.lower ?? '')

const being =
  /^(?:is|are|was|were|be|been|being|’s|’re|est|sont|été|était|fut|étaient|wird|wurde|wurden|werden|worden|fue|fueron|sido|è|sono|stato|stata|stati|viene|vengono|venne|fu|foi|foram|é|são)$/

/** `is known as`, `has been described as`, `a été qualifié de`. */
const isPassive = ({ tokens, language }: Reading, i: number): boolean =>
  isReduced(tokens, i) ||
  ([1, 2].some((back) => being.test(tokens[i - back]?.lower ?? '')) &&
    !itself.test(tokens[i - 2]?.lower ?? '') &&
    (language.code !== 'en' || /(?:ed|en|nt|id|ht|wn|ld)$/.test(tokens[i]?.lower ?? '')))

/** Whether the verb at `i` is denied: `refused to call it`. */
export const isNegated = ({ tokens, language }: Reading, i: number, low: number): boolean =>
  tokens
    .slice(Math.max(low, i - 3), i)
    .some(({ lower }) => language.negations.has(lower) || lower.endsWith('n’t'))
