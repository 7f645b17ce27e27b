/** The newsroom's list of GraphQL queries, from the file that the configuration names. */
import { readFileSync } from 'node:fs'
import { readAllowedQueries } from '#src/delivery/graphql/persistedQueries.ts'
import { AppError } from '#src/errors.ts'

/**
 * Reads the list once, at the start: a server that answered any query because of a typing error would be worse
 * than one that does not start.
 *
 * @param file absolute; `null` for no list
 * @throws AppError `bad-configuration` when the file cannot be read or is no list of queries
 */
export const loadAllowedQueries = (file: string | null): Map<string, string> | null => {
  if (file === null) return null
  try {
    return readAllowedQueries(readFileSync(file, 'utf8'))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const message = [
      `GRAPHQL_ALLOWED_QUERIES names a file that cannot be used: ${file}`,
      `  - ${reason}`,
      '  - Name a JSON file of queries by their SHA-256, or leave the variable out to allow any query.',
    ].join('\n')
    throw new AppError('bad-configuration', message, { cause })
  }
}
