/** Ranking by BM25 with weighted fields, as SQLite's full-text index does it, for stores that have none. Pure. */
import { type SearchField, searchFields, type SearchText } from './searchText.ts'
import { placesOf, type SearchTerm } from './searchWords.ts'

const K = 1.2
const B = 0.75

export type Candidate<T> = { item: T; text: SearchText }
export type Statistics = {
  /** How many documents there are. */
  count: number
  /** How many of them have each term. */
  having: number[]
}

/**
 * The candidates that have every term, the best first; equals stay in the order they came in.
 * @param options.statistics of the whole index; without them, of the candidates.
 */
export const ranked = <T>(options: {
  candidates: Candidate<T>[]
  terms: SearchTerm[]
  statistics?: Statistics
}): { item: T; score: number }[] => {
  const { candidates, terms } = options
  const measured = candidates.map(({ item, text }) => ({ item, ...measure(text, terms) }))
  const found = measured.filter(({ counts }) => counts.every((count) => count > 0))
  const having = terms.map((_, at) => measured.filter(({ counts }) => (counts[at] ?? 0) > 0).length)
  const statistics = options.statistics ?? { count: candidates.length, having }
  const lengths = measured.reduce((sum, { length }) => sum + length, 0)
  const average = Math.max(1, lengths / Math.max(1, measured.length))
  const scored = found.map(({ item, counts, length }) => {
    const parts = counts.map((count, at) => {
      const norm = count + K * (1 - B + (B * length) / average)
      return rarity(statistics, at) * ((count * (K + 1)) / norm)
    })
    return { item, score: parts.reduce((sum, part) => sum + part, 0) }
  })
  return scored.sort((a, b) => b.score - a.score)
}

/** Rare terms say more. A term that most documents have still says a little. */
const rarity = ({ count, having }: Statistics, at: number): number => {
  const n = having[at] ?? 0
  return Math.max(Math.log((count - n + 0.5) / (n + 0.5)), 1e-6)
}

const measure = (text: SearchText, terms: SearchTerm[]) => {
  const counts = terms.map(() => 0)
  let length = 0
  for (const field of Object.keys(searchFields) as SearchField[]) {
    const row = text[field] === '' ? [] : text[field].split(' ')
    length += row.length
    for (const [at, term] of terms.entries()) {
      counts[at] = (counts[at] ?? 0) + placesOf(term, row).length * searchFields[field]
    }
  }
  return { counts, length }
}
