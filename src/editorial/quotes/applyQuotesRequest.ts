/** What "apply" is asked to do, checked before anything is read or written. */
import { z } from 'zod'
import { AppError, type Problem } from '#src/errors.ts'

const kinds = ['person', 'publication', 'organisation', 'document', 'social account'] as const

const text = (max: number) => z.string().trim().max(max)
const optionalText = (max: number) => text(max).nullable().optional()

const newSource = z.strictObject({
  name: text(200).min(1, 'A new source needs a name.'),
  kind: z.enum(kinds).default('person'),
  role: optionalText(200),
  affiliation: optionalText(200),
  anonymous: z.boolean().default(false),
})
const source = z.union([z.string().min(1), newSource])

const decision = z.strictObject({
  key: z.string().min(1).max(200),
  action: z.enum(['accept', 'reject', 'reuse']),
  /** What the editor was shown; a story that says otherwise by now is not touched. */
  seen: z.strictObject({ text: z.string(), speaker: z.string().nullable() }).partial().optional(),
  quoteId: z.string().min(1).optional(),
  changes: z
    .strictObject({
      text: text(10_000).min(1, 'A quote needs words.'),
      kind: z.enum(['direct', 'partial', 'block', 'paraphrase']),
      speaker: source.nullable(),
      role: optionalText(200),
      affiliation: optionalText(200),
      chain: z
        .array(
          z.strictObject({
            mode: z.enum(['relayed', 'document', 'first-hand']),
            source,
            url: optionalText(2000),
          }),
        )
        .max(10),
    })
    .partial()
    .optional(),
})

const request = z.strictObject({
  body: z.unknown(),
  language: text(35).min(2).optional(),
  decisions: z.array(decision).min(1, 'Decide on at least one quotation.').max(500),
})

export type ApplyRequest = z.infer<typeof request>
export type Decision = z.infer<typeof decision>
export type GivenSource = z.infer<typeof source>

/**
 * Reads a request to apply decisions.
 * @throws AppError 400 with everything that is wrong with it
 */
export const readApplyRequest = (given: unknown): ApplyRequest => {
  const read = request.safeParse(given)
  if (read.success) return read.data
  const problems = read.error.issues.map(({ path, message }): Problem => ({
    code: 'request-malformed',
    severity: 'error',
    path: path.join('.'),
    message,
    fix: 'Send {"body": …, "decisions": [{"key": …, "action": "accept"}]}.',
  }))
  const list = problems.map(({ path, message }) => (path ? `${path}: ${message}` : message))
  throw new AppError('bad-request', list.join(' '), { problems })
}
