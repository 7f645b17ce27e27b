/**
 * What Payload lets pass in silence: fields that do not exist, values of the wrong type (drafts are not
 * validated at all) and relations to nothing. Checked for whatever comes from outside, all at once, before
 * anything is written. The rules know fields by their shape only, so that they can be tested without Payload.
 */
import type { Problem } from '#src/errors.ts'
import { lexicalToStory } from '#src/story/lexicalToStory.ts'

/** As much of one of Payload's flattened fields as the check needs. */
export type FieldShape = {
  name: string
  type: string
  hasMany?: boolean | undefined
  relationTo?: string | string[] | undefined
  options?: (string | { value: string })[] | undefined
  flattenedFields?: FieldShape[] | undefined
}

/** A record that the data points at. */
export type Reference = { collection: string; id: string; path: string }

export type ShapeReport = { problems: Problem[]; references: Reference[] }

/** What Payload itself puts into records and its own panel sends back. */
const SYSTEM_KEYS = new Set([
  ...['id', '_status', '_order', 'createdAt', 'updatedAt', 'deletedAt', 'globalType', 'blockType'],
  ...['filename', 'filesize', 'mimeType', 'width', 'height', 'focalX', 'focalY', 'sizes'],
  ...['url', 'thumbnailURL', 'uploadEdits', 'file', 'prefix', 'blockName'],
  ...['password', 'confirm-password', 'email', 'sessions', 'hash', 'salt', 'collection'],
  ...['loginAttempts', 'lockUntil', 'resetPasswordToken', 'resetPasswordExpiration'],
])

/**
 * Checks data against the fields of its collection.
 *
 * @param data as sent; `null` empties any field
 * @param fields Payload's flattened fields
 * @returns everything wrong with it, and the records it points at, to be looked up
 */
export const checkShape = (data: Record<string, unknown>, fields: FieldShape[]): ShapeReport => {
  const report: ShapeReport = { problems: [], references: [] }
  checkRecord(report, data, fields, '')
  return report
}

const checkRecord = (
  report: ShapeReport,
  data: Record<string, unknown>,
  fields: FieldShape[],
  prefix: string,
): void => {
  for (const [key, value] of Object.entries(data)) {
    const path = `${prefix}${key}`
    const field = fields.find(({ name }) => name === key)
    if (field) checkValue(report, value, field, path)
    else if (!SYSTEM_KEYS.has(key)) {
      report.problems.push({
        code: 'unknown-field',
        severity: 'error',
        path,
        message: `There is no field “${path}”.`,
        fix: nearest(key, fields),
      })
    }
  }
}

const checkValue = (report: ShapeReport, value: unknown, field: FieldShape, path: string): void => {
  if (value === null || value === undefined) return
  const wrong = (expected: string): void => {
    report.problems.push({
      code: 'wrong-type',
      severity: 'error',
      path,
      message: `“${path}” is ${described(value)}.`,
      fix: `Send ${expected}.`,
    })
  }
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      if (!eachOf(value, field).every((one) => typeof one === 'string')) wrong('text')
      return
    case 'number':
      if (!eachOf(value, field).every(isNumber)) wrong('a number')
      return
    case 'checkbox':
      if (typeof value !== 'boolean') wrong('true or false')
      return
    case 'date':
      if (!isDate(value)) wrong('a date such as 2026-11-23T10:00:00Z')
      return
    case 'select':
    case 'radio': {
      const choices = (field.options ?? []).map((one) =>
        typeof one === 'string' ? one : one.value,
      )
      const isChoice = (one: unknown) => typeof one === 'string' && choices.includes(one)
      if (!eachOf(value, field).every(isChoice)) wrong(`one of: ${choices.join(', ')}`)
      return
    }
    case 'relationship':
    case 'upload':
      return checkRelation(report, value, field, path, () => wrong('the id of a record'))
    case 'group':
    case 'tab':
      if (!isRecord(value)) return wrong('an object')
      return checkRecord(report, value, field.flattenedFields ?? [], `${path}.`)
    case 'array':
      if (value === 0) return
      if (!Array.isArray(value) || !value.every(isRecord)) return wrong('a list of objects')
      return value.forEach((row, index) =>
        checkRecord(report, row, field.flattenedFields ?? [], `${path}.${index}.`),
      )
    case 'richText':
      return checkRichText(report, value, path)
  }
}

const checkRelation = (
  report: ShapeReport,
  value: unknown,
  { hasMany, relationTo }: FieldShape,
  path: string,
  wrong: () => void,
): void => {
  const ids = (hasMany ? (Array.isArray(value) ? value : [value]) : [value]).map((one) =>
    isRecord(one) ? one['id'] : (one as unknown),
  )
  // The panel sends an empty string for an emptied relation.
  const named = ids.filter((id) => id !== '')
  if (!named.every((id) => typeof id === 'string')) return wrong()
  if (typeof relationTo !== 'string') return
  for (const id of named) report.references.push({ collection: relationTo, id, path })
}

const MALFORMED = new Set(['body-malformed', 'body-unknown-node'])

/** A body may be unfinished (a quote block without a quote), but it must be one. */
const checkRichText = (report: ShapeReport, value: unknown, path: string): void => {
  const known = { image: () => null, sourceName: () => '', articleUrl: () => '/' }
  const { problems, quoteIds, sourceIds, articleIds } = lexicalToStory(value, known, path)
  report.problems.push(...problems.filter(({ code }) => MALFORMED.has(code)))
  const refer = (collection: string, ids: string[]) =>
    report.references.push(...ids.map((id) => ({ collection, id, path })))
  refer('quotes', quoteIds)
  refer('sources', sourceIds)
  refer('articles', articleIds)
}

const eachOf = (value: unknown, { hasMany }: FieldShape): unknown[] =>
  hasMany && Array.isArray(value) ? value : [value]

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)

const isDate = (value: unknown): boolean =>
  value === '' ||
  (typeof value === 'string' && !Number.isNaN(Date.parse(value)) && /^\d{4}-/.test(value))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const described = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list'
  if (isRecord(value)) return 'an object'
  return typeof value === 'string'
    ? `the text “${value.slice(0, 40)}”`
    : `the ${typeof value} ${String(value)}`
}

/** The field that was probably meant, or all there are. */
const nearest = (key: string, fields: FieldShape[]): string => {
  const names = fields.map(({ name }) => name)
  const close = names.find((name) => distance(name.toLowerCase(), key.toLowerCase()) <= 2)
  return close ? `Did you mean “${close}”?` : `The fields are: ${names.join(', ')}.`
}

/** Levenshtein distance. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
