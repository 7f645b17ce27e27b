/**
 * Turns of a transcript: `SMITH: words`, `Q. words`, without marks. One such line is a label (`UPDATE: …`) or a date;
 * a run of them, with a question or somebody who says I or you, is people talking.
 */
import type { ExtractedQuote } from '#src/quotes/extractedQuote.ts'
import type { Paragraph } from '#src/quotes/text/paragraphs.ts'
import { addAlterations, type Passage } from '#src/quotes/spans/passages.ts'
import { type People, surnameOf } from '#src/quotes/names/people.ts'
import { buildQuote } from '#src/quotes/quoteRecord.ts'
import { blankSpeaker, type Speaker } from '#src/quotes/names/speaker.ts'
import type { ReadParagraph, StoryReading } from '#src/quotes/storyReading.ts'
import { findSubject } from '#src/quotes/clauses/subjects.ts'
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { blankVoice, type Voice } from './voice.ts'

type Turn = { label: string; start: number; end: number }

const capitals =
  /^(\p{Lu}[\p{Lu}\d.’'-]*(?: \p{Lu}[\p{Lu}\d.’'-]*){0,4})(?: \([^()\n]{1,40}\))?:\s+(?=\S)/u
const letter = /^(Q|A|R|P|D|F)[.:]\s+(?=[\p{Lu}\d¿¡[(…])/u
const named = /^(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}):\s+(?=\S)/u
/** Labels of notices and listings, which are set in capitals as well. */
const notices =
  /^(?:WHAT|WHEN|WHERE|WHO|WHY|HOW|UPDATE|NOTE|PHOTO|VIDEO|WATCH|READ|CORRECTION|CLARIFICATION|BREAKING|TIP|DATE|TIME|PRICE|TEL|FAX|PS|NB|EDITOR’S NOTE)\b/

/** Sets the paragraphs that are turns of a transcript apart, so that no other rule reads their marks. */
export function markTurns(text: string, paragraphs: Paragraph[]): Paragraph[] {
  const turns = paragraphs.map((paragraph) => readTurn(text, paragraph))
  if (turns.every((turn) => turn === null)) return paragraphs
  const isTurn = new Set<number>()
  for (let from = 0; from < turns.length; from++) {
    let to = from
    while (to < turns.length && turns[to]) to++
    if (to - from >= 2 && isConversation(text, turns.slice(from, to) as Turn[]))
      for (let i = from; i < to; i++) isTurn.add(i)
    from = Math.max(from, to)
  }
  return paragraphs.map((paragraph, i) =>
    isTurn.has(i)
      ? { ...paragraph, kind: 'turn', lines: [{ start: turns[i]!.start, end: turns[i]!.end }] }
      : paragraph,
  )
}

function readTurn(text: string, { kind, start, end }: Paragraph): Turn | null {
  if (kind !== 'text' && kind !== 'headline') return null
  const opening = text.slice(start, Math.min(end, start + 120))
  const found = capitals.exec(opening) ?? letter.exec(opening) ?? named.exec(opening)
  const label = found?.[1]
  if (!found || label === undefined || notices.test(label)) return null
  const from = start + found[0].length
  return from < end && !/^["“«„]/.test(text.slice(from, from + 1))
    ? { label, start: from, end }
    : null
}

const asksOrAddresses =
  /\?|(?:^|[^\p{L}])(?:I|we|you|my|our|your|me|us|je|j’ai|nous|vous|ich|wir|sie|yo|nosotros|usted|io|noi|lei|eu|nós)(?![\p{L}])/u

function isConversation(text: string, turns: Turn[]): boolean {
  const endings = turns.filter(({ end }) => /[.!?…—–\-)\]]/.test(text[end - 1] ?? '')).length
  return (
    endings >= turns.length - 1 &&
    new Set(turns.map(({ label }) => label)).size > 1 &&
    turns.some(({ start, end }) => asksOrAddresses.test(text.slice(start, end)))
  )
}

/** One quotation for each turn. A label is a name; `Q` and `A` are whoever the text says questioned whom. */
export function turnFindings(
  story: StoryReading,
  people: People,
  toCodePoint: (offset: number) => number,
): ExtractedQuote[] {
  if (!story.paragraphs.some(({ paragraph }) => paragraph.kind === 'turn')) return []
  let examined: Examined | null = null
  return story.paragraphs.flatMap((read, i) => {
    const line = read.paragraph.lines[0]
    if (read.paragraph.kind !== 'turn') {
      examined = findExamined(read) ?? examined
      return []
    }
    if (!line) return []
    const passage: Passage = {
      spans: [line],
      paragraph: i,
      lastParagraph: i,
      outerStart: line.start,
      outerEnd: line.end,
      mark: '',
      kind: 'direct',
      flags: new Set(),
    }
    addAlterations(passage.flags, story.text.slice(line.start, line.end))
    const label = labelOf(story, read, line.start)
    const voice = voiceOf(label, people, examined)
    return [
      buildQuote({
        story,
        passage,
        voice,
        spans: [[toCodePoint(line.start), toCodePoint(line.end)]],
      }),
    ]
  })
}

const labelOf = ({ text }: StoryReading, { paragraph }: ReadParagraph, words: number): string =>
  text.slice(paragraph.start, words).replace(/(?: \([^()]*\))?[:.]\s+$/, '')

type Examined = { asks: Speaker; answers: Speaker }

function voiceOf(label: string, people: People, examined: Examined | null): Voice | null {
  if (label.length === 1) {
    const isAnswer = label === 'A' || label === 'R'
    const speaker = isAnswer ? examined?.answers : examined?.asks
    return speaker
      ? { ...blankVoice, speaker, ruleId: 'transcript-line', confidence: 'likely' }
      : null
  }
  const name = label.replace(/^(?:(?:MR|MRS|MS|DR|M|MME|SR|SRA|HERR|FRAU)\.? )+/i, '')
  const known = name.includes(' ') ? [] : (people.bySurname.get(surnameOf(name)) ?? [])
  if (known.length > 1)
    return { ...blankVoice, ruleId: 'transcript-line', flags: ['ambiguous-name'] }
  return {
    ...blankVoice,
    speaker: known[0]?.speaker ?? blankSpeaker('person', name, 0),
    ruleId: 'transcript-line',
    confidence: 'certain',
  }
}

const examining =
  /^(?:questioned|examined|cross-examined|interviewed|interrogated|asked|interrogeait|interrogé|befragte|vernahm|interrogó|entrevistó|interrogò|intervistò|interrogou|entrevistou)$/

/** `The lawyer, Mark Tilden, questioned the engineer, Susan Boyd.` */
function findExamined({ reading, ends }: ReadParagraph): Examined | null {
  const { tokens } = reading
  for (let i = tokens.length - 1; i > 0; i--) {
    if (tokens[i]?.lower === 'answered' && tokens[i + 1]?.lower === 'questions') {
      const answers = findSubject(reading, i, ends.findLast((end) => end <= i) ?? 0)?.speaker
      const asks = readFullSpeaker(reading, i + 3, false)?.speaker
      if (answers && asks) return { asks, answers }
    }
    if (!examining.test(tokens[i]?.lower ?? '')) continue
    const low = ends.findLast((end) => end <= i) ?? 0
    const isPassive = /^(?:was|were|been)$/.test(tokens[i - 1]?.lower ?? '')
    const subject = findSubject(reading, i, low)?.speaker
    const object = readFullSpeaker(
      reading,
      i + (tokens[i + 1]?.lower === 'by' ? 2 : 1),
      false,
    )?.speaker
    if (subject && object)
      return isPassive ? { asks: object, answers: subject } : { asks: subject, answers: object }
  }
  return null
}
