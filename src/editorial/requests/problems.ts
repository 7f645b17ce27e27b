import { ValidationError } from 'payload'
import { blocking, type Problem } from '#src/errors.ts'

/**
 * Turns what the rules found into the error Payload shows beside its fields, all of it at once.
 *
 * @throws ValidationError (400) when any problem is an error; warnings pass
 */
export const refuse = (collection: string, problems: Problem[]): void =>
  refuseAll(collection, blocking(problems))

/**
 * The same for what may not pass even as a warning. Each comes with its code, its severity and, where it can
 * be ticked, its key.
 *
 * @throws ValidationError (400) when there is any problem
 */
export const refuseAll = (collection: string, problems: (Problem & { key?: string })[]): void => {
  if (problems.length === 0) return
  throw new ValidationError({
    collection,
    errors: problems.map(({ code, key, severity, path, message, fix }) => ({
      path: path || 'headline',
      label: `${message} ${fix}`,
      message: `${message} ${fix}`,
      code,
      severity,
      ...(severity === 'warning' && key ? { key } : {}),
    })),
  })
}
