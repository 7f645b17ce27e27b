/** Query parameters: checked against a zod schema, every fault told at once. */
import { z } from 'zod'

import { AppError, type Problem } from '#src/errors.ts'

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
    .describe('Give a whole number from 1 to 100, how many entries the page has (default 20).'),
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
export const seq = wholeNumber(0, Number.MAX_SAFE_INTEGER)
  .default(0)
  .describe('Give the seq of the last change you know, 0 for all.')
export const changeLimit = wholeNumber(1, 1000)
  .default(100)
  .describe('Give a whole number from 1 to 1000, how many changes to answer with (default 100).')

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
  const wrong = new Set(parsed.error?.issues.map((issue) => String(issue.path[0])))
  for (const name of wrong) problems.push(wrongParameter(name, parameters))
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

const wrongParameter = (name: string, parameters: Parameters): Problem => ({
  code: 'bad-parameter',
  severity: 'error',
  path: name,
  message: 'The value does not fit.',
  fix: parameters.shape[name]?.description ?? 'Give another value.',
})
