/** The parameters of a report on quotes, read strictly: a typing error must not pass for an answer. */
import type { Problem } from '#src/errors.ts'

/** What quotes can be counted by. All of it was recorded by the newsroom; nothing is guessed. */
export const groupings = [
  'speaker',
  'role',
  'affiliation',
  'outlet',
  'named',
  'kind',
  'verification',
  'section',
  'medium',
  'language',
] as const
export type Grouping = (typeof groupings)[number]

export type ReportQuery = {
  by: Grouping
  /** First and last moment, ISO 8601 in UTC. */
  since: string | null
  until: string | null
  /** Address or id of a section. */
  section: string | null
  /** `true`: carried by a live story; `false`: by none; `null`: both. */
  isLive: boolean | null
  limit: number
  format: 'json' | 'csv'
}

export const MAX_ROWS = 10_000
const DEFAULT_ROWS = 100

const names = ['by', 'since', 'until', 'section', 'live', 'limit', 'format'] as const

/**
 * Reads the parameters of a report. An empty value counts as none, because forms send empty fields.
 *
 * @param parameters as `URLSearchParams` gives them
 * @returns the query, with the defaults in place of what is wrong, and every problem at once
 */
export const readReportQuery = (
  parameters: Iterable<[string, string]>,
): { query: ReportQuery; problems: Problem[] } => {
  const problems: Problem[] = []
  const given = new Map<string, string>()
  for (const [name, value] of parameters) {
    if (!names.some((known) => known === name)) {
      problems.push(problem(name, 'is not known', `Known are: ${names.join(', ')}.`))
    } else if (given.has(name)) {
      problems.push(problem(name, 'is given more than once', 'Give it once.'))
    } else given.set(name, value.trim())
  }
  const oneOf = <T extends string>(name: string, known: readonly T[], otherwise: T): T => {
    const value = given.get(name) || otherwise
    const found = known.find((one) => one === value)
    if (!found) {
      problems.push(problem(name, `cannot be “${shown(value)}”`, `Known are: ${known.join(', ')}.`))
    }
    return found ?? otherwise
  }
  const moment = (name: 'since' | 'until'): string | null => {
    const value = given.get(name)
    if (!value) return null
    const found = readMoment(value, name === 'until')
    if (!found) {
      const fix = 'Give a day, 2026-11-23, or a time with its zone, 2026-11-23T08:00:00Z.'
      problems.push(problem(name, `cannot be “${shown(value)}”`, fix))
    }
    return found
  }
  const format = oneOf('format', ['json', 'csv'], 'json')
  const live = oneOf('live', ['any', 'true', 'false'], 'any')
  const query: ReportQuery = {
    by: oneOf('by', groupings, 'speaker'),
    since: moment('since'),
    until: moment('until'),
    section: given.get('section') || null,
    isLive: live === 'any' ? null : live === 'true',
    limit: format === 'csv' ? MAX_ROWS : DEFAULT_ROWS,
    format,
  }
  const limit = given.get('limit')
  if (limit) {
    const isFine = /^\d{1,5}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= MAX_ROWS
    if (isFine) query.limit = Number(limit)
    else problems.push(problem('limit', 'is no such number', `Give 1 to ${MAX_ROWS}.`))
  }
  if (query.since && query.until && query.since > query.until) {
    problems.push(problem('since', 'is after “until”', 'Exchange the two.'))
  }
  return { query, problems }
}

/** A day stands for all of it, in UTC. */
const readMoment = (value: string, isEnd: boolean): string | null => {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/
  const date = day.exec(value)?.[1]
  // The 30th of February would be taken for the 2nd of March.
  if (!date || !isDay(date)) return null
  const text = date === value ? `${date}T${isEnd ? '23:59:59.999' : '00:00:00.000'}Z` : value
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

const isDay = (date: string): boolean => {
  const at = new Date(`${date}T00:00:00.000Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}

const shown = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value)

const problem = (name: string, message: string, fix: string): Problem => ({
  code: 'bad-parameter',
  severity: 'error',
  path: shown(name),
  message: `The parameter “${shown(name)}” ${message}.`,
  fix,
})
