/** A report as a table. */
import type { Report } from './report.ts'

/** The cells of each line, a header line first. */
export const reportCells = ({ rows }: Report): (string | number)[][] => [
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
