/** GraphQL's writes on MongoDB, made again as REST's are: each root field is an operation with its own transaction. */
import type { GraphQLSchema } from 'graphql'
import { retryTransient } from '#src/database/retryTransient.ts'

/**
 * Wraps every mutation. What fails leaves nothing behind, so each may be tried again by itself; the mutations before
 * it in the same request are done and stay so.
 */
export const retryMutations = (schema: GraphQLSchema): void => {
  const fields = schema.getMutationType()?.getFields() ?? {}
  for (const field of Object.values(fields)) {
    const { resolve } = field
    if (!resolve) continue
    field.resolve = (source, args: Record<string, unknown>, context, info) =>
      // Hooks write into what they are given: each try starts from what was asked.
      retryTransient({ act: async () => resolve(source, structuredClone(args), context, info) })
  }
}
