/** What quoted words are when nobody says them (nickname, title, term, irony), and direct or partial when somebody does. */
import type { NotQuote } from '#src/quotes/extractedQuote.ts'
import type { Language } from '#src/quotes/languages/language.ts'
import { introduced } from './introduced.ts'
import type { Passage } from './passages.ts'
import { isProgramme } from './programmes.ts'
import type { RuleId } from '#src/quotes/rules.ts'

export type Reason = { reason: NotQuote['reason']; ruleId: RuleId }

/** Words between spaces that hold a letter or a number. */
const countWords = (words: string): number => {
  let count = 0
  let isInWord = false
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    if (code === 32 || code === 10 || code === 0xa0 || code === 0x202f) isInWord = false
    else if (!isInWord && (isPlain(code) || (code > 0xbf && (code < 0x2000 || code > 0x206f)))) {
      isInWord = true
      count++
    }
  }
  return count
}

const isPlain = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)

const wordsIn = (words: string): string[] => words.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []

/** `projet de « ferme aux mille chèvres »`: these have names in small letters, too. */
const projects = /^(?:projet|proyecto|progetto|projeto|projekt)$/

/** `Open-Air-Festival „Klangufer“`: German compounds end in what the work is. */
const isTitleWord = (word: string, { code, titleWords }: Language): boolean =>
  titleWords.has(word) ||
  (code === 'de' && /.(?:festival|film|roman|album|stück|ausstellung|reihe|projekt)s?$/.test(word))

/** Letters before a quotation that hold the last words: they alone tell a term or a title. */
const nearby = 36

/** Tells nicknames, terms and titles from what stands right before the marks, without looking for a speaker. */
export function classifyBySurroundings(
  text: string,
  passage: Passage,
  language: Language,
): Reason | null {
  const words = text.slice(passage.spans[0]?.start ?? 0, passage.spans[0]?.end ?? 0)
  const count = countWords(words)
  if (passage.spans.length > 1 || count > 14) return null
  const before = text.slice(Math.max(0, passage.outerStart - 60), passage.outerStart)
  const after = text.slice(passage.outerEnd, passage.outerEnd + 40)
  if (isNickname(words, before, after, count)) return { reason: 'nickname', ruleId: 'nickname' }
  const reason = introduced({ words, count, before, after }, language)
  if (reason) return reason
  if (/[.!?:][”"’»“]*\s*$/.test(before)) return null
  if (isProgramme(words, before, language)) return { reason: 'title', ruleId: 'title-word' }
  const following = /^\s(\p{Ll}+)/u.exec(after)?.[1] ?? ''
  if (
    count <= 6 &&
    language.termWords.has(following) &&
    !language.cues.has(following) &&
    /[^,]\s$/.test(before) &&
    !/[.,!?]$/.test(words)
  )
    return { reason: 'term', ruleId: 'term-word' }
  if (
    count <= 8 &&
    /^\p{Lu}/u.test(words) &&
    !/[.!?]$/.test(words) &&
    isWorkAfter(words, after, language)
  )
    return { reason: 'title', ruleId: 'title-word' }
  const last = wordsIn(
    before
      .slice(-nearby)
      .toLowerCase()
      .replace(/\s+(?:the|a|of|as|des?|la|le|il|el|o|della|del|do|da)\s*$/, ''),
  )
  while (last.length > 1 && language.times.has(last.at(-1) as string)) last.pop()
  const word = last.at(-1) ?? ''
  if (/,\s*$/.test(before)) {
    const isNamed =
      language.titleWords.has(word) &&
      !/[!?]$/.test(words) &&
      (isTitleCase(wordsIn(words)) ||
        isApposition(words, after, language) ||
        (language.code === 'en' &&
          count === 1 &&
          /^\p{Lu}/u.test(words) &&
          !isSaid(after, language)))
    return isNamed ? { reason: 'title', ruleId: 'title-word' } : null
  }
  // French `dit` is a nickname’s word, but not after an auxiliary: `il a dit « non »`.
  const isSpoken =
    language.cues.has(word) && /^(?:a|ont|avait|ai|ha|tinha|hat|hatte|se)$/.test(last.at(-2) ?? '')
  // `dit « comprendre la colère »`: an infinitive tells what somebody does.
  const isInfinitive = word === 'dit' && /^\p{Ll}+(?:er|ir|re)\s/u.test(words)
  if (language.termWords.has(word) && count <= 6 && !isSpoken && !isInfinitive)
    return { reason: 'term', ruleId: 'term-word' }
  // An American comma stands inside the marks, whatever it belongs to.
  const isWaiting = (): boolean =>
    /,$/.test(words) && !(isTitleCase(wordsIn(words)) && !isSaid(after, language))
  // A work opens with a capital: `la obra “estará lista”` says something of one.
  const opensAsTitle = !/^\p{Ll}/u.test(words) || (count >= 3 && projects.test(word))
  // `una copia antica della «Madonna»`: an adjective stands behind the noun.
  const isOwned =
    /\s(?:della|del|de|du|do|da)\s$/.test(before) && language.titleWords.has(last.at(-2) ?? '')
  if ((isTitleWord(word, language) || isOwned) && opensAsTitle && !isWaiting())
    return { reason: 'title', ruleId: 'title-word' }
  return null
}

/** `'A fight to the end.'` alone in its line, where speech stands in double marks: a headline between paragraphs. */
export const isCrosshead = (passage: Passage, line: { start: number; end: number }): boolean =>
  /[‘']/.test(passage.mark) &&
  passage.outerStart === line.start &&
  line.end - passage.outerEnd <= 1 &&
  line.end - line.start <= longestCrosshead

const longestCrosshead = 70

/** `son premier roman, « La Maison sans clé », avait reçu`: outside English a title has one capital; the comma after it closes what names the work. */
const isApposition = (words: string, after: string, language: Language): boolean =>
  language.code !== 'en' &&
  /^\p{Lu}.*[^.]$/u.test(words) &&
  /^\s?,/.test(after) &&
  !isSaid(after, language)

/** `“Gull Season,” her third novel`, `“La noche en llamas”, obra encargada`: what the work is may follow its title. */
function isWorkAfter(words: string, after: string, language: Language): boolean {
  if (!/,$/.test(words) && !/^\s?[,(]/.test(after)) return false
  const next = wordsIn(after.replace(/[.;:!?].*$/su, '')).slice(0, 4)
  const noun = next.findIndex((word) => language.titleWords.has(word))
  return noun >= 0 && next.slice(0, noun + 1).every((word) => !language.cues.has(word))
}

/** Whether a verb of speech stands within the next words: they wait for who says them. */
const isSaid = (after: string, language: Language): boolean =>
  wordsIn(after)
    .slice(0, 3)
    .some((word) => language.cues.has(word.toLowerCase()) || /-(?:t-)?(?:il|elle)$/.test(word))

function isNickname(words: string, before: string, after: string, count: number): boolean {
  if (count === 0 || count > 3 || !/^(?:\p{Lu}|the\s\p{Lu})/u.test(words) || /[.,!?]$/.test(words))
    return false
  return (
    /(?:^|[\s(])\p{Lu}[\p{L}.’-]*\s$/u.test(before) &&
    /^\s\p{Lu}[\p{Ll}’-]+/u.test(after) &&
    !/(?:said|told|says|called)\s$/i.test(before)
  )
}

export type Speech = {
  speaker: boolean
  /** Who speaks stands later in the sentence, and the words do not describe a noun. */
  isSaidLater: boolean
  isVague: boolean
  isInvertedOrLed: boolean
  hasDoubles: boolean
}

const longestTitle = 12

/** Tells a scare quote or a bare title from speech once it is known whether anybody speaks. */
export function classifyBySpeaker(text: string, passage: Passage, speech: Speech): Reason | null {
  const words = text.slice(passage.spans[0]?.start ?? 0, passage.spans[0]?.end ?? 0)
  if (passage.spans.length > 1 || passage.flags.has('unclosed')) return null
  const isSingle = /[‘‚'‹]/.test(passage.mark)
  if (speech.speaker && !speech.isVague && !isSingle) return null
  if (countWords(words) > longestTitle) return null
  const all = wordsIn(words)
  const endsSentence =
    /[.!?…]$/.test(words) ||
    (/^[.!?]/.test(text.slice(passage.outerEnd, passage.outerEnd + 1)) &&
      opensSentence(text, passage))
  const isSentence =
    /^[\p{Lu}¿¡]/u.test(words) &&
    opensSentence(text, passage) &&
    (endsSentence || (endsInComma(text, words, passage) && !isTitleCase(all)))
  // `and whispered, “Is that it?”`: a sentence of its own after a comma is somebody’s.
  const isWhole =
    /^\p{Lu}.*[.!?…]$/su.test(words) &&
    /\p{Ll},\s$/u.test(text.slice(Math.max(0, passage.outerStart - 3), passage.outerStart))
  if (
    speech.isVague &&
    all.length <= 3 &&
    !(speech.isInvertedOrLed && (endsSentence || endsInComma(text, words, passage)))
  )
    return { reason: 'scare', ruleId: 'scare-crowd' }
  if (isSingle && speech.hasDoubles && all.length <= 3 && !speech.isInvertedOrLed)
    return { reason: 'scare', ruleId: 'scare-single' }
  if (speech.speaker) return null
  if (
    all.length >= 2 &&
    all.length <= longestTitle &&
    isTitleCase(all) &&
    !isSentence &&
    !/[,]$/.test(words)
  )
    return { reason: 'title', ruleId: 'title-word' }
  // `Le « couloir de la chimie » n’avait …`: the subject of a sentence in which nobody speaks.
  const isSubject = all.length <= 5 && /^\p{Ll}/u.test(words) && opensAsSubject(text, passage)
  if ((all.length <= 3 || isSubject) && !isSentence && !isWhole && !speech.isSaidLater)
    return { reason: 'scare', ruleId: 'scare-short' }
  return null
}

const opensAsSubject = (text: string, { outerStart, outerEnd }: Passage): boolean =>
  /(?:^|[.!?]\s|\n)(?:Les?|La|L[’']|Il|Lo|Gli|El|L[oa]s|Der|Die|Das|Os?|As?|The)\s?$/.test(
    text.slice(Math.max(0, outerStart - 8), outerStart),
  ) && /^\s\p{Ll}/u.test(text.slice(outerEnd, outerEnd + 2))

/** `The “green” plan, Lee said, is dead`: words that describe the noun after them are the newsroom’s; `It was a “mistake,” …` is said. */
export function isAttributive(text: string, passage: Passage, language: Language): boolean {
  const words = text.slice(passage.spans[0]?.start ?? 0, passage.spans[0]?.end ?? 0)
  const next = /^\s(\p{Ll}[\p{L}’'-]*)/u.exec(
    text.slice(passage.outerEnd, passage.outerEnd + 40),
  )?.[1]
  return (
    language.code !== 'en' ||
    (next !== undefined &&
      !/[.,!?]$/.test(words) &&
      !language.stops.has(next) &&
      !/^(?:and|or|but|out|up|that)$/.test(next))
  )
}

/** A comma or a dash after the words, inside the marks or outside, waits for who says them. */
const endsInComma = (text: string, words: string, passage: Passage): boolean =>
  /,$/.test(words) || /^\s?[,–—]/.test(text.slice(passage.outerEnd, passage.outerEnd + 2))

const minor =
  /^(?:a|an|the|of|and|or|in|on|at|to|for|from|by|with|as|but|nor|is|le|la|les|de|du|des|el|los|il|der|die|das|und|et|e|y|o)$/

function isTitleCase(words: string[]): boolean {
  const first = words[0] ?? ''
  const major = words.filter((word) => !minor.test(word))
  return (
    /^\p{Lu}|^\d/u.test(first) &&
    major.length >= 2 &&
    major.every((word) => /^[\p{Lu}\d]/u.test(word))
  )
}

const opensSentence = (text: string, passage: Passage): boolean =>
  /(?:^|[.!?:…][”"’»]?\s+(?:[—–]\s*)?|[.!?:…]\s*[—–]\s*|\n\s*)$/.test(
    text.slice(Math.max(0, passage.outerStart - 6), passage.outerStart),
  ) || passage.outerStart === 0

/**
 * Direct: the words stand as a sentence of their own. Partial: they are part of the newsroom’s sentence
 * (`said that “…”`), unless they hold a whole sentence themselves.
 */
export function kindOf(
  text: string,
  passage: Passage,
  cueTouchesAfter: boolean,
): 'direct' | 'partial' {
  const words = text.slice(passage.spans[0]?.start ?? 0, passage.spans[0]?.end ?? 0)
  const wide = text.slice(Math.max(0, passage.outerStart - 60), passage.outerStart)
  const before = wide.slice(-24)
  if (passage.spans.length > 1) return 'direct'
  if (/[.!?…][”’"»]?\s+[\p{Lu}¿¡“‘]/u.test(words)) return 'direct'
  const count = countWords(words)
  if (/[:]\s*$/.test(before)) return 'direct'
  if (cueTouchesAfter && (opensSentence(text, passage) || /[,—–-]\s*$/.test(before)))
    return 'direct'
  const isAfterComma = /,\s*$/.test(before)
  // `It was, she said, “a bandage”`: what is interposed leaves the newsroom’s sentence open.
  if (isAfterComma && /^\p{Ll}/u.test(words) && interposed.test(wide)) return 'partial'
  if (isAfterComma) return /^\p{Lu}|^[¿¡\d]/u.test(words) || count >= 5 ? 'direct' : 'partial'
  if (opensSentence(text, passage))
    return /[.!?,…—]$/.test(words) ||
      /^\s*[,.!?]/.test(text.slice(passage.outerEnd, passage.outerEnd + 3))
      ? 'direct'
      : 'partial'
  const isSentence = count >= 3 && /^[\p{Lu}¿¡]/u.test(words) && /[.!?…]$/.test(words)
  return isSentence && !integrated.test(before) ? 'direct' : 'partial'
}

const interposed = /[\p{L}\d],\s[^,;:.!?“”‘„«»"]{2,32},\s*$/u
const integrated = /(?:^|[^\p{L}])(?:that|que|che|dass|daß|qu[’'])\s*$/u
