/** What the page of reports reads from its address and writes into it. */
import { formatAdminURL } from 'payload/shared'

export type Given = Record<string, string | string[] | undefined>

/** What the page is asked for. Without a word about it, it shows what readers have. */
export const readGiven = (given: Given): [string, string][] => {
  const entries = Object.entries(given).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  )
  return entries.some(([name]) => name === 'live') ? entries : [...entries, ['live', 'true']]
}

/** The report as a file, with the same parameters. */
export const csvLink = (apiRoute: string, parameters: [string, string][]): string =>
  `${apiRoute}/quotes/report?${new URLSearchParams([
    ...parameters.filter(([, value]) => value !== ''),
    ['format', 'csv'],
  ]).toString()}`

export const reportsPath = (adminRoute: string): string =>
  formatAdminURL({ adminRoute, path: '/reports' })

/** The page with another period and everything else as it is. */
export const periodLink = (
  page: string,
  parameters: [string, string][],
  { since, until }: { since: string; until: string },
): string => {
  const others = parameters.filter(([name, value]) => !['since', 'until'].includes(name) && value)
  const period = Object.entries({ since, until }).filter(([, value]) => value !== '')
  return `${page}?${new URLSearchParams([...others, ...period]).toString()}`
}

const DAY = 86_400_000

/** Periods that are asked for every week. Days are those of UTC, as in the report. */
export const usualPeriods = (now: Date): { label: string; since: string; until: string }[] => {
  const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
  const today = now.getTime()
  return [
    { label: 'Last 30 days', since: day(today - 29 * DAY), until: day(today) },
    { label: 'Last 12 months', since: day(today - 364 * DAY), until: day(today) },
    { label: 'This year', since: `${now.getUTCFullYear()}-01-01`, until: day(today) },
    { label: 'All time', since: '', until: '' },
  ]
}
