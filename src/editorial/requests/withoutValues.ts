import type { GraphQLError } from 'graphql'

/**
 * GraphQL's own errors repeat what was sent. What was sent may be an identity, and answers are kept by
 * browsers, proxies and error trackers: such an error says what is wrong and where, and leaves the value out.
 */
export const withoutValues = (error: Readonly<GraphQLError | Error>): GraphQLError => {
  const { message, locations, path, extensions } = error as GraphQLError
  const isOurs = extensions?.['statusCode'] !== undefined
  return {
    message: isOurs ? message : stripped(message),
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    ...(extensions && Object.keys(extensions).length > 0 ? { extensions } : {}),
  } as GraphQLError
}

const stripped = (message: string): string =>
  message
    .replace(/(got invalid value) .*?( at "[\w.]+"|)(; )(?=[^;]*$)/s, '$1$2$3')
    .replace(/(cannot represent [\w -]+): .*$/s, '$1.')
    .replace(/(has invalid value) .*$/s, '$1.')
    .replace(/(Expected [^,]+, found) .*$/s, '$1 something else.')
