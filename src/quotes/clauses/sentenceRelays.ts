/** Who passed on what a sentence quotes, wherever its rule found the speaker: `Según publica X, …`, `sagte S der dpa`, `Speaking on Radio X, …`. */
import { type Language, setOf } from '#src/quotes/languages/language.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'
import { findOutlet, readsLikeOutlet } from '#src/quotes/names/outlets.ts'
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { phraseLength } from '#src/quotes/text/phrases.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Attribution, Relay, Sentence } from './attributionRecord.ts'
import { unlistedSubject } from './unlistedSubjects.ts'
import { agentPlace, citationAt } from './citations.ts'
import { isKindOfOutlet, outletAt, toward } from './relays.ts'

/**
 * Adds the outlet of the sentence to an attribution, and finds its speaker where an opening says who reports.
 * @returns the attribution unchanged where it has an outlet, or where the outlet itself speaks.
 */
export function withSentenceRelay(
  reading: Reading,
  sentence: Sentence,
  at: number,
  clear: Attribution | null,
): Attribution | null {
  const isReport =
    clear?.ruleId === 'according-to' &&
    (/publication|surname/.test(clear.speaker?.form ?? '') || isAgency(clear.speaker))
  // `De acordo com a agência estatal, a junta diz`: an agency passes words on.
  const found =
    clear?.speaker && !isReport ? clear : (reportedSubject(reading, sentence, at) ?? clear)
  if (found === null) return null
  const { speaker } = found
  if (found.via !== null || speaker === null || speaker.form === 'publication') return found
  const via = relaysOf(reading, sentence).find(
    ({ outlet, isObtained }) =>
      outlet !== speaker.name && (isObtained || speaker.form !== 'document'),
  )
  return via === undefined ? found : { ...found, via: via.outlet }
}

const isAgency = (speaker: Speaker | null | undefined): boolean =>
  speaker?.form === 'organisation' &&
  /^(?:agence|agentur|nachrichtenagentur|agencia|agenzia|agência|quotidien|quotidiano|periódico|giornale|jornal)$/.test(
    speaker.noun ?? '',
  )

const known = new WeakMap<Language, ReadonlySet<string>>()

/** What any of these phrases can open with: most words of a sentence open none, and are passed over. */
const openersOf = (language: Language): ReadonlySet<string> => {
  const { code, accordingTo } = language
  let openers = known.get(language)
  if (!openers) {
    openers = new Set([
      ...accordingTo.map((phrase) => phrase[0] as string),
      ...(opensReport[code] ?? []),
      ...(obtaining[code] ?? []),
      ...(code === 'en'
        ? [...opensSpeaking, 'through', 'via']
        : [...toward, ...(onAir[code] ?? [])]),
      ...(code === 'en' ? [] : language.relayedBy.map((phrase) => phrase[0] as string)),
    ])
    known.set(language, openers)
  }
  return openers
}

/** Whoever a sentence says passed words on, in order. */
export const relaysOf = (reading: Reading, sentence: Sentence): Relay[] => {
  if (sentence.relays) return sentence.relays
  const found: Relay[] = []
  const { tokens, language } = reading
  const openers = openersOf(language)
  for (let i = sentence.low; i < sentence.high; i++) {
    const token = tokens[i]
    if (token?.kind !== 'word') continue
    if (!openers.has(token.lower) && agentPlace(reading, i) === null) continue
    const cited =
      citationAt(reading, i)?.outlet ??
      printedBy(reading, i) ??
      obtainedBy(reading, i) ??
      relayedBy(reading, i)
    const outlet =
      cited ??
      reportedBy(reading, i, sentence.low) ??
      toldTo(reading, i, sentence.low) ??
      spokenOn(reading, i, sentence.low) ??
      passedThrough(reading, i)
    if (outlet !== null) found.push({ outlet, isObtained: cited !== null })
  }
  sentence.relays = found
  return found
}

/** `une tribune publiée mercredi par « La Voix des Ardennes »`: a paper in marks. */
function printedBy(reading: Reading, at: number): string | null {
  const agent = agentPlace(reading, at)
  const name = agent === null ? undefined : reading.tokens[agent + 1]
  return name?.kind === 'quote' ? quotedOutlet(name.text) : null
}

/** `au micro de Radio Plaine`, `in un’intervista al Corriere`: phrases of two words or more. */
function relayedBy(reading: Reading, at: number): string | null {
  const { tokens, language } = reading
  const length = language.code === 'en' ? 0 : phraseLength(tokens, at, language.relayedBy)
  return length > 1 ? outletAt(reading, at + length) : null
}

/** Words for having got hold of a document. */
const obtaining: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: setOf('consulter consulté consultée accès procuré procurée'),
  de: setOf('vorliegt vorliegen vorlag vorlagen eingesehen'),
  es: setOf('acceso accedido'),
  it: setOf('possesso visionare visionato accesso'),
  pt: setOf('acesso'),
}
const nearObtaining = 7

/** `que « Le Courrier » a pu consulter`, `al que ha tenido acceso El Correo`, `das der „Post“ vorliegt`. */
function obtainedBy(reading: Reading, at: number): string | null {
  const { tokens, language } = reading
  if (!obtaining[language.code]?.has(tokens[at]?.lower ?? '')) return null
  for (let i = Math.max(0, at - nearObtaining); i < at + 3; i++) {
    const token = tokens[i]
    if (token?.kind === 'quote') {
      const outlet = quotedOutlet(token.text)
      if (outlet !== null) return outlet
    } else if (token?.isCapital) {
      const outlet = outletAt(reading, i)
      if (outlet !== null) return outlet
    }
  }
  return null
}

/** `Según publica el Faro, la gerente pidió “q”`: after an opening that says who reports, the clause brings its own subject. */
function reportedSubject(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens, language } = reading
  if (phraseLength(tokens, sentence.low, language.accordingTo) === 0) return null
  for (let i = sentence.low + 2; i < Math.min(at - 2, sentence.low + 10); i++)
    if (tokens[i]?.text === ',') return unlistedSubject(reading, sentence, at, i + 1)
  return null
}

/** `As X reported`: words that open a clause about who reports. */
const opensReport: Readonly<Record<string, ReadonlySet<string>>> = {
  en: setOf('as'),
  fr: setOf('comme'),
  de: setOf('wie'),
  es: setOf('como conforme'),
  it: setOf('come'),
  pt: setOf('como conforme'),
}
const longestReport = 6

/** `Según publica El Correo`, `Wie der „Kurier“ berichtet`, `Selon Le Monde`, `Secondo quanto scrive la Stampa`. */
function reportedBy(reading: Reading, at: number, low: number): string | null {
  const { tokens, language } = reading
  const before = tokens[at - 1]
  if (at > low && before?.kind === 'word' && language.code !== 'de') return null
  const length =
    phraseLength(tokens, at, language.accordingTo) ||
    Number(opensReport[language.code]?.has(tokens[at]?.lower ?? '') ?? false)
  if (length === 0) return null
  for (let i = at + length; i < at + length + longestReport; i++) {
    const token = tokens[i]
    if (token?.kind === 'quote') return quotedOutlet(token.text)
    if (token?.kind !== 'word') return null
    const isNamed =
      token.isCapital ||
      (language.definite.has(token.lower) &&
        (tokens[i + 1]?.isCapital === true || isKindOfOutlet(tokens[i + 1]?.lower ?? '')))
    const outlet = isNamed ? outletAt(reading, i) : null
    if (outlet !== null) return outlet
    if (token.isCapital && language.code !== 'de') return null
  }
  return null
}

/** German papers set names of newspapers in marks: `die „Weserpost“`. */
export function quotedOutlet(words: string): string | null {
  const name = words.replace(/^[“”„"«»‚‘’'\s]+|[“”„"«»‚‘’'\s]+$/g, '')
  const hyphened = name.replaceAll('-', ' ')
  return name.length > 40 ||
    !(findOutlet(name) || readsLikeOutlet(name) || readsLikeOutlet(hyphened))
    ? null
    : (findOutlet(name)?.name ?? name)
}

const nearVerb = 10

/** Whether a verb of speech stands a few words before, with no quotation or other sentence between. */
function hasVerbBefore({ tokens, language }: Reading, at: number, low: number): boolean {
  for (let i = at - 1; i >= Math.max(low, at - nearVerb); i--) {
    const token = tokens[i]
    if (token?.kind === 'quote' || /^[;:]$/.test(token?.text ?? '')) return false
    if (language.cues.has(token?.lower ?? '')) return true
  }
  return false
}

/** `a déclaré à l’AFP le colonel X`, `sagte X der Nachrichtenagentur dpa`, `contó a El País un marinero`. */
const toldTo = (reading: Reading, at: number, low: number): string | null => {
  const { tokens, language } = reading
  if (language.code === 'en' || !toward.has(tokens[at]?.lower ?? '')) return null
  const next = tokens[at + 1]
  if (next?.kind === 'quote')
    return hasVerbBefore(reading, at, low) ? quotedOutlet(next.text) : null
  return mayBeName(reading, at + 1) &&
    (sent.test(tokens[at - 1]?.lower ?? '') || hasVerbBefore(reading, at, low))
    ? outletAt(reading, at + 1)
    : null
}

/** `em nota enviada à Lusa`: what was sent to an outlet. */
const sent =
  /^(?:enviad|remitid|transmitid|concedid|dad|mandad|inviat|concess|rilasciat|spedit)[oaie]s?$|^(?:envoyé|adressé|transmis|accordé|donné)e?s?$/

/** A capital near by, or an agency in small letters: most prepositions are passed over here. */
const mayBeName = ({ tokens }: Reading, at: number): boolean =>
  tokens[at]?.isCapital === true ||
  tokens[at + 1]?.isCapital === true ||
  tokens[at + 2]?.isCapital === true ||
  findOutlet(tokens[at]?.text ?? '') !== null

const onAir: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: setOf('sur à au dans de'),
  de: setOf('im in bei beim'),
  es: setOf('en'),
  it: setOf('su a ai'),
  pt: setOf('na no à ao'),
}
/** `In a statement released through her lawyer`: whoever the words came through. */
function passedThrough(reading: Reading, at: number): string | null {
  const { tokens, language } = reading
  if (language.code !== 'en' || !/^(?:through|via)$/.test(tokens[at]?.lower ?? '')) return null
  if (!/^(?:released|issued|shared|distributed|relayed)$/.test(tokens[at - 1]?.lower ?? ''))
    return null
  const opener = /^(?:his|her|their|its)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1
  const speaker = readFullSpeaker(reading, opener, false)?.speaker
  return speaker && /person|unnamed|organisation|publication/.test(speaker.form)
    ? speaker.name
    : null
}

const opensSpeaking = setOf('speaking appearing interviewed asked talking')

/** `im Deutschlandfunk`, `en la Cadena SER`, `Speaking on Radio Tamar`: a broadcaster the words were spoken on. */
function spokenOn(reading: Reading, at: number, low: number): string | null {
  const { tokens, language } = reading
  const lower = tokens[at]?.lower ?? ''
  if (language.code === 'en')
    // `Speaking on Radio North’s breakfast programme`: a programme is named, and nobody passes words on.
    return at === low &&
      !tokens.slice(at, at + 6).some(({ isPossessive }) => isPossessive) &&
      opensSpeaking.has(lower) &&
      /^(?:on|to|by)$/.test(tokens[at + 1]?.lower ?? '')
      ? outletAt(reading, at + 2)
      : null
  if (!onAir[language.code]?.has(lower) || !mayBeName(reading, at + 1)) return null
  const isOpening = at === low && language.code !== 'it'
  if (!isOpening && !hasVerbBefore(reading, at, low)) return null
  const outlet = outletAt(reading, at + 1)
  const isOnAir =
    outlet !== null &&
    (findOutlet(outlet)?.role === 'broadcaster' ||
      /(?:^|\s)(?:Radio|Rádio|TV|Télé|Tele|Canal|Cadena|Onda|Antenne|Antena|Rete)(?:\s|$)|funk$/.test(
        outlet,
      ))
  return isOnAir ? outlet : null
}
