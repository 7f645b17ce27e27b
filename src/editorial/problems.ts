import { ValidationError } from 'payload'
import { blocking, type Problem } from '#src/errors.ts'

/**
 * Turns what the rules found into the error Payload shows beside its fields, all of it at once.
 *
 * @throws ValidationError (400) when any problem is an error; warnings pass
 */
export const refuse = (collection: string, problems: Problem[]): void => {
  const errors = blocking(problems)
  if (errors.length === 0) return
  throw new ValidationError({
    collection,
    errors: errors.map(({ path, message, fix }) => ({
      path: path || 'headline',
      label: `${message} ${fix}`,
      message: `${message} ${fix}`,
    })),
  })
}
