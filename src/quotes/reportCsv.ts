/** A report as a table for spreadsheets: RFC 4180, with cells that cannot run as formulas. */
import type { Report } from './report.ts'

/** The report as CSV, a header line first. */
export const reportCsv = ({ rows }: Report): string =>
  [
    ['key', 'label', 'quotes', 'stories', 'words', 'share'],
    ...rows.map(({ key, label, quotes, stories, words, share }) => [
      key ?? '',
      label,
      quotes,
      stories,
      words,
      share,
    ]),
  ]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('')

const cell = (value: string | number): string => {
  const text = typeof value === 'number' ? String(value) : defused(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Spreadsheets run a cell that begins like a formula; an apostrophe makes it a text. */
const defused = (text: string): string =>
  /^[\s\p{C}]*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text
