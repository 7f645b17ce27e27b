/** Tables for spreadsheets: RFC 4180, with cells that cannot run as formulas. */

/** Lines of cells as CSV, each line ended; nothing stands as an empty cell. */
export const csvLines = (rows: (string | number | null)[][]): string =>
  rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')

const cell = (value: string | number | null): string => {
  const text = typeof value === 'string' ? defused(value) : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Spreadsheets run a cell that begins like a formula; an apostrophe makes it a text. */
const defused = (text: string): string =>
  /^[\s\p{C}]*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text
