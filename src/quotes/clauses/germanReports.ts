/** German ways to report without naming who speaks as a subject: `heißt es in dem Urteil`, `ein Gutachten, wonach`, `ließ er erklären`. */
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { blankSpeaker, type Speaker } from '#src/quotes/names/speaker.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { documentMedium } from '#src/quotes/text/vocabulary.ts'
import { type Attribution, make, type Sentence } from './attributionRecord.ts'
import { quotedOutlet } from './sentenceRelays.ts'
import { findSubject } from './subjects.ts'

/** Finds whose words a German sentence gives in one of these ways. At most likely. */
export function germanReport(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  if (reading.language.code !== 'de') return null
  const speaker =
    paper(reading, at) ??
    saysIt(reading, sentence, at) ??
    whereby(reading, sentence, at) ??
    lets(reading, sentence, at)
  if (!speaker) return null
  const ruleId = speaker.form === 'document' ? 'document-says' : 'verb-before'
  return make(reading, sentence, at, speaker, { ruleId, isSure: false })
}

/** `„q“, schrieb die „Elbtaler Zeitung“`: a paper in marks that speaks itself. */
function paper({ tokens, language }: Reading, at: number): Speaker | null {
  const verb = tokens[at + 1]?.text === ',' ? at + 2 : at + 1
  const name = tokens[verb + 2]
  if (!language.cues.has(tokens[verb]?.lower ?? '') || name?.kind !== 'quote') return null
  const outlet = /^(?:die|der|das)$/.test(tokens[verb + 1]?.lower ?? '')
    ? quotedOutlet(name.text)
    : null
  return outlet === null ? null : blankSpeaker('publication', outlet, name.start)
}

const inside = /^(?:in|im)$/
const outOf = /^(?:aus|von|vom|beim|bei|seitens)$/
const nearest = 14

/** `„q“, heißt es in dem am Freitag veröffentlichten Urteil`, `Aus ihrer Fraktion heißt es, …`. */
function saysIt(reading: Reading, { low, high }: Sentence, at: number): Speaker | null {
  const { tokens } = reading
  for (let i = Math.max(low, at - nearest); i < Math.min(high - 1, at + 5); i++) {
    if (!/^(?:heißt|hieß)$/.test(tokens[i]?.lower ?? '') || tokens[i + 1]?.lower !== 'es') continue
    for (let k = i + 2; k < Math.min(high, i + 6); k++) {
      if (tokens[k]?.kind !== 'word') break
      const found = sourceAt(reading, k, Math.min(high, k + 9))
      if (found) return found
    }
    return sourceAt(reading, low, i)
  }
  return null
}

/** What stands behind `in`, when it is a document, or behind `aus`: its noun, with a genitive. */
function sourceAt(reading: Reading, at: number, high: number): Speaker | null {
  const { tokens, language, text } = reading
  const lower = tokens[at]?.lower ?? ''
  const isInside = inside.test(lower)
  if (!isInside && !outOf.test(lower)) return null
  let head = at + 1
  while (
    head < high &&
    tokens[head]?.kind === 'word' &&
    (!tokens[head]?.isCapital || tokens[head]?.isTime)
  )
    head++
  const noun = tokens[head]
  if (noun?.kind !== 'word' || head >= high) return null
  const medium = documentMedium(noun, language)
  if (isInside && medium === null) return null
  let end = head + 1
  if (/^(?:der|des)$/.test(tokens[end]?.lower ?? '') && tokens[end + 1]?.isCapital) {
    end += 2
    while (tokens[end]?.isCapital) end++
  }
  const name = text.slice(noun.start, tokens[end - 1]?.end)
  const form = medium === null ? 'organisation' : 'document'
  return { ...blankSpeaker(form, name, noun.start), medium, noun: noun.lower }
}

/** `verweist auf ein Gutachten, wonach der Lärm „q“ sei`: what the document says. */
function whereby(reading: Reading, { low }: Sentence, at: number): Speaker | null {
  const { tokens, language } = reading
  for (let i = at - 1; i > Math.max(low + 1, at - nearest); i--) {
    if (!/^(?:wonach|demzufolge|worin)$/.test(tokens[i]?.lower ?? '')) continue
    const noun = tokens[tokens[i - 1]?.text === ',' ? i - 2 : i - 1]
    const medium = noun?.kind === 'word' ? documentMedium(noun, language) : null
    return noun && medium !== null
      ? { ...blankSpeaker('document', noun.text, noun.start), medium, noun: noun.lower }
      : null
  }
  return null
}

const infinitives =
  /^(?:erklären|mitteilen|ausrichten|wissen|verlauten|durchblicken|verkünden|verlesen)$/

/** `so ließ er über seinen Anwalt erklären`: who lets somebody else say it. */
function lets(reading: Reading, { low, high }: Sentence, at: number): Speaker | null {
  const { tokens } = reading
  for (let i = Math.max(low, at - nearest); i < Math.min(high, at + 4); i++) {
    if (!/^(?:ließ|lässt|ließen|lassen)$/.test(tokens[i]?.lower ?? '')) continue
    const isSaying = tokens
      .slice(i + 1, Math.min(high, i + nearest))
      .some(({ lower }) => infinitives.test(lower))
    if (!isSaying) return null
    return (
      readFullSpeaker(reading, i + 1, false)?.speaker ??
      findSubject(reading, i, low)?.speaker ??
      null
    )
  }
  return null
}
