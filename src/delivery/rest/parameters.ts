/** Query parameters: checked against a zod schema, every fault told at once. */
import { z } from 'zod'

import { AppError, type Problem } from '#src/errors.ts'

import { LONGEST_QUERY } from '#src/ledger/searchWords.ts'

import { decodeCursor } from '../cursor.ts'

/** The parameters of a route. Each one's description says what to give; it is shown when it is wrong. */
export type Parameters = z.ZodObject<Record<string, z.ZodType>>

const text = () => z.string().min(1).max(200)
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max))

/** How many rows and from where: what every list takes. */
export const pageParameters = (kind: string) => ({
  first: wholeNumber(1, 100)
    .default(20)
    .meta({
      description: 'Give a whole number from 1 to 100, how many entries the page has (default 20).',
      ...{ type: 'integer', minimum: 1, maximum: 100, examples: [10] },
    }),
  after: z
    .string()
    .max(2000)
    .refine((value) => decodeCursor(kind, value) !== null)
    .optional()
    .describe('Give the endCursor of an earlier page of this list, unchanged.'),
})

export const slug = (what: string) => text().optional().describe(`Give the slug of ${what}.`)
export const idOrSlug = (what: string) =>
  text().optional().describe(`Give the id or the slug of ${what}.`)
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V) =>
  z
    .enum(values)
    .optional()
    .describe(`Give one of: ${values.join(', ')}.`)
/** What to search for; `readQuery` says what it means. */
export const words = z.string().min(1).max(LONGEST_QUERY)
export const narrowingWords = words.optional().meta({
  description:
    'Give words that all have to be there; "a phrase" in quotation marks, the beginning of a word as harb*. The order stays newest first.',
  examples: ['storm harb*'],
})
export const language = text()
  .optional()
  .meta({ description: 'Give a language tag: en means en-GB too.', examples: ['en'] })
/** A date or a time of RFC 3339, as an instant; a date is its first moment in UTC. */
export const since = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .transform((value) => new Date(value).toISOString())
  .optional()
  .meta({
    description: 'Give a date (2026-03-01) or a time (2026-03-01T08:00:00Z), the oldest you want.',
    examples: ['2026-03-01'],
  })
export const seq = wholeNumber(0, Number.MAX_SAFE_INTEGER)
  .default(0)
  .meta({
    description: 'Give the seq of the last change you know, 0 for all.',
    ...{ type: 'integer', minimum: 0, examples: [120] },
  })
export const changeLimit = wholeNumber(1, 1000)
  .default(100)
  .meta({
    description:
      'Give a whole number from 1 to 1000, how many changes to answer with (default 100).',
    ...{ type: 'integer', minimum: 1, maximum: 1000, examples: [500] },
  })

/**
 * Reads a query string.
 * @throws AppError `bad-request` with a problem for each parameter that is unknown, repeated or wrong.
 */
export const readParameters = <P extends Parameters>(
  parameters: P,
  search: URLSearchParams,
): z.output<P> => {
  const problems: Problem[] = []
  const values: Record<string, string> = {}
  const known = Object.keys(parameters.shape)
  for (const name of new Set(search.keys())) {
    const given = search.getAll(name)
    if (!Object.hasOwn(parameters.shape, name)) problems.push(unknownParameter(name, known))
    else if (given.length > 1) problems.push(repeatedParameter(name))
    else values[name] = given[0] ?? ''
  }
  const parsed = parameters.safeParse(values)
  const wrong = new Map(parsed.error?.issues.map((issue) => [String(issue.path[0]), issue]))
  for (const [name, issue] of wrong) problems.push(wrongParameter(name, parameters, issue))
  if (parsed.success && problems.length === 0) return parsed.data
  const names = problems.map(({ path }) => path).join(', ')
  throw new AppError('bad-request', `The request cannot be answered as it is: ${names}.`, {
    problems,
  })
}

/** The same query in one spelling: sorted, without parameters that say what is the case anyway. */
export const canonicalQuery = (values: Record<string, unknown>): string => {
  const given = Object.entries(values).filter(
    ([name, value]) => value !== undefined && DEFAULTS[name] !== value,
  )
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  query.sort()
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

const DEFAULTS: Record<string, unknown> = { first: 20, since: 0, limit: 100 }

const unknownParameter = (name: string, known: string[]): Problem => ({
  code: 'unknown-parameter',
  severity: 'error',
  path: name.slice(0, 100),
  message: 'There is no parameter of this name here.',
  fix: known.length === 0 ? 'Leave it out.' : `Leave it out, or use one of: ${known.join(', ')}.`,
})

const repeatedParameter = (name: string): Problem => ({
  code: 'repeated-parameter',
  severity: 'error',
  path: name,
  message: 'The parameter is given more than once.',
  fix: 'Give it once.',
})

/** An issue that says itself how to mend it (`params.fix`) knows best. */
const wrongParameter = (name: string, parameters: Parameters, issue: z.core.$ZodIssue): Problem => {
  const own: unknown = issue.code === 'custom' ? issue.params?.['fix'] : undefined
  const usual = parameters.shape[name]?.description ?? 'Give another value.'
  return {
    code: 'bad-parameter',
    severity: 'error',
    path: name,
    message: typeof own === 'string' ? issue.message : 'The value does not fit.',
    fix: typeof own === 'string' ? own : usual,
  }
}
