/** Who writes what follows a lead-in, told by where the verb stands: `… schreiben die Musiker:`, `…, sa famille écrit :`, `The note from S reads:`. */
import { plainSubject } from '#src/quotes/clauses/fewWordsOwners.ts'
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { authored } from '#src/quotes/names/documents.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'
import type { Reading } from '#src/quotes/text/reading.ts'

const longestPhrase = 9

/**
 * Finds the subject of the verb that leads to the colon at the end of a sentence.
 * @returns `null` where no verb of speech stands right before the colon, or right before a phrase that ends there.
 */
export function leadInSubject(reading: Reading, low: number, high: number): Speaker | null {
  const { tokens, language } = reading
  const colon = high - 1
  if (tokens[colon]?.text !== ':') return null
  const isVerb = (at: number): boolean =>
    language.cues.has(tokens[at]?.lower ?? '') && tokens[at]?.isCapital === false
  if (isVerb(colon - 1)) return sender(reading, low, colon) ?? before(reading, low, colon - 1)
  if (language.code === 'en') return null
  for (let verb = colon - 2; verb > Math.max(low - 1, colon - longestPhrase); verb--)
    if (isVerb(verb)) return phraseOf(reading, verb + 1, colon)
  return null
}

/** The phrase between two tokens, when it is one from end to end. */
function phraseOf(reading: Reading, from: number, to: number): Speaker | null {
  const found = readFullSpeaker(reading, from, false)
  const isWhole = found?.next === to && found.speaker.form !== 'document'
  if (isWhole && found.speaker.form !== 'organisation') return found.speaker
  const plain = isWhole ? found.speaker : plainSubject(reading, from, to)
  if (!plain) return null
  const { tokens, language, text } = reading
  const opener = tokens[from]
  const noun = tokens[from + 1]?.lower ?? ''
  const isMany = language.code === 'de' && opener?.lower === 'die' && /n$/.test(noun)
  const named = { ...plain, form: isMany || families.test(noun) ? 'unnamed' : plain.form } as const
  // `sa famille`: without the word that says whose it is, it is nobody’s.
  return opener && possessives.test(opener.lower)
    ? { ...named, name: text.slice(opener.start, tokens[to - 1]?.end) }
    : named
}

const families =
  /^(?:famille|familie|familia|famiglia|família|parents|eltern|veuve|witwe|viuda|vedova|viúva)$/
const possessives = /^(?:sa|son|ses|leur|leurs|su|sus|sua|suo|seu|seus|suas|sein|seine|ihr|ihre)$/

/** `In una lettera gli studenti scrivono:`: the phrase that opens after a comma, or with the last article that no preposition governs. */
function before(reading: Reading, low: number, verb: number): Speaker | null {
  const { tokens, language } = reading
  for (let start = verb - 2; start >= Math.max(low, verb - longestPhrase); start--) {
    const token = tokens[start]
    const previous = start > low ? tokens[start - 1] : undefined
    const isOpened =
      language.definite.has(token?.lower ?? '') || language.indefinite.has(token?.lower ?? '')
    const isFree =
      previous === undefined || previous.kind !== 'word' || !language.stops.has(previous.lower)
    if (!isOpened || !isFree) continue
    const found = phraseOf(reading, start, verb)
    if (found) return found
  }
  return null
}

const isFrom = /^(?:from|by|von|de|par|di|da|do|del)$/
const reads =
  /^(?:reads?|says?|said|states?|goes|dit|disait|lautet|heißt|dice|decía|recita|diz|dizia)$/

/** `The order from Judge Ann Lee, two sentences long, was posted at noon and reads:`: what a person wrote is theirs. */
function sender(reading: Reading, low: number, colon: number): Speaker | null {
  const { tokens, language } = reading
  if (!reads.test(tokens[colon - 1]?.lower ?? '')) return null
  if (
    !language.definite.has(tokens[low]?.lower ?? '') &&
    !language.indefinite.has(tokens[low]?.lower ?? '')
  )
    return null
  for (let at = low + 2; at < low + 5; at++) {
    if (!isFrom.test(tokens[at]?.lower ?? '')) continue
    const found = readFullSpeaker(reading, at + 1, false)
    return found?.speaker.form === 'person' ? found.speaker : null
  }
  return null
}

const messages =
  /^(?:message|letter|note|post|statement|lettre|mot|billet|communiqué|messaggio|lettera|nota|biglietto|comunicato|mensaje|carta|comunicado|mensagem|bilhete|botschaft|brief|nachricht|mitteilung)$/

/** `Il messaggio della sindaca S è comparso sui social:`: the person whose message opens the sentence at `low`. */
export function messageOf(reading: Reading, low: number): Speaker | null {
  const { tokens } = reading
  const noun = [low, low + 1, low + 2].find((at) => messages.test(tokens[at]?.lower ?? ''))
  if (noun === undefined || !authored.test(tokens[noun + 1]?.lower ?? '')) return null
  const found = readFullSpeaker(reading, noun + 2, false)?.speaker
  return found?.form === 'person' ? found : null
}
