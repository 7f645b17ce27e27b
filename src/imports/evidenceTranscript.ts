/** Transcripts: WebVTT and SubRip captions, and text whose lines begin with names. */
import { findTurns } from '#src/quotes/check/checkTurns.ts'

const TIMES =
  /^\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s+-->\s+(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}/

/** Whether a text is WebVTT (W3C) or SubRip. */
export const isCaptions = (text: string): boolean =>
  /^\uFEFF?WEBVTT(?:[ \t\n]|$)/.test(text) ||
  text
    .slice(0, 2000)
    .split('\n')
    .slice(0, 4)
    .some((line) => TIMES.test(line))

/** Whether at least two people are named at the beginning of lines. */
export const isTranscript = (text: string): boolean => findTurns(text, false).starts.length > 0

/**
 * The words of captions without their times, one line for each turn: `Jane Doe: …`. Lines that scroll through
 * several cues are written once.
 */
export const captionText = (text: string): string => {
  const turns: { speaker: string; lines: string[] }[] = []
  for (const block of text.replace(/^\uFEFF/, '').split(/\n[ \t]*\n/)) {
    const lines = block.split('\n')
    const times = lines.findIndex((line) => TIMES.test(line))
    if (times < 0) continue
    for (const line of lines.slice(times + 1)) {
      const voice = /<v(?:\.[^ \t>]*)?[ \t]+([^>]+)>/i.exec(line)?.[1]?.trim()
      const words = withoutTags(line)
      const turn = turns.at(-1)
      if (words === '') continue
      if (!turn || (voice !== undefined && voice !== turn.speaker)) {
        turns.push({ speaker: voice ?? '', lines: [words] })
      } else if (turn.lines.at(-1) !== words) turn.lines.push(words)
    }
  }
  return turns
    .map(({ speaker, lines }) => `${speaker ? `${speaker}: ` : ''}${joined(lines)}`)
    .join('\n')
}

/** A line that names its speaker begins a line here too. */
const joined = (lines: string[]): string =>
  lines.reduce(
    (text, line) =>
      text === ''
        ? line
        : `${text}${/^(?:>>|-\s)|^\p{Lu}[\p{L} .'’-]{0,60}:\s/u.test(line) ? '\n' : ' '}${line}`,
    '',
  )

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
}

const withoutTags = (line: string): string =>
  line
    .replace(/<[^>]*>|\{\\[^}]*\}/g, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? '')
    .trim()
