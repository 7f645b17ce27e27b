/** Text with the words that were searched for in `<mark>`: safe HTML, everything else in it is escaped. */
import { escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { type FoundWord, placesOf, type SearchTerm, wordsIn } from '#src/ledger/searchWords.ts'

const SNIPPET_WORDS = 36
const WORDS_BEFORE = 8

type Marked = { words: FoundWord[]; isMarked: boolean[] }

/** The whole text, escaped, with the words that were found marked. */
export const highlighted = (text: string, terms: SearchTerm[]): string => {
  const { words, isMarked } = markedIn(text, terms)
  return written({ text, words, isMarked, from: 0, to: text.length })
}

/** The part of a long text where most was found, or `null` when nothing was. */
export const snippetOf = (text: string, terms: SearchTerm[]): string | null => {
  const { words, isMarked } = markedIn(text, terms)
  if (!isMarked.includes(true)) return null
  const first = Math.max(0, densest(isMarked) - WORDS_BEFORE)
  const last = Math.min(words.length, first + SNIPPET_WORDS) - 1
  const from = first === 0 ? 0 : (words[first]?.start ?? 0)
  const to = last === words.length - 1 ? text.length : (words[last]?.end ?? text.length)
  const part = written({ text, words, isMarked, from, to })
  return `${first === 0 ? '' : '… '}${part}${to === text.length ? '' : ' …'}`
}

const markedIn = (text: string, terms: SearchTerm[]): Marked => {
  const words = wordsIn(text)
  const row = words.map(({ word }) => word)
  const isMarked = words.map(() => false)
  for (const term of terms) {
    for (const place of placesOf(term, row)) isMarked.fill(true, place, place + term.words.length)
  }
  return { words, isMarked }
}

/** The marked word from which on the most marked words follow within a snippet. */
const densest = (isMarked: boolean[]): number => {
  let best = { at: isMarked.indexOf(true), count: 0 }
  let count = 0
  // From the end, so that the count of what follows within reach slides along.
  for (let at = isMarked.length - 1; at >= 0; at -= 1) {
    if (isMarked[at + SNIPPET_WORDS - WORDS_BEFORE]) count -= 1
    if (!isMarked[at]) continue
    count += 1
    if (count >= best.count) best = { at, count }
  }
  return best.at
}

const written = ({ text, words, isMarked, from, to }: Marked & Span & { text: string }): string => {
  let html = ''
  let at = from
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]
    if (!word || !isMarked[index] || word.start < from || word.end > to) continue
    let end = word.end
    // Words of a phrase stand under one mark.
    for (let next = words[index + 1]; next && isMarked[index + 1] && next.end <= to;) {
      if (/[^\s\p{P}]/u.test(text.slice(end, next.start)) || next.start - end > 3) break
      end = next.end
      index += 1
      next = words[index + 1]
    }
    html += `${escapeHtml(text.slice(at, word.start))}<mark>${escapeHtml(text.slice(word.start, end))}</mark>`
    at = end
  }
  return html + escapeHtml(text.slice(at, to))
}

type Span = { from: number; to: number }
