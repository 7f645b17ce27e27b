/** What a REST route is: enough to answer it, to list it and to document it. */
import type { z } from 'zod'

import type { DeliveryContext } from '../context.ts'
import type { Reply } from '../reply.ts'
import type { Parameters } from './parameters.ts'

export type RouteRequest<Values> = {
  values: Values
  /** What stands in the path for `{…}`, decoded; `''` for a route without. */
  name: string
  /** The canonical path and query. */
  key: string
  context: DeliveryContext
  /** When lists last changed, ISO. */
  lastChange: string
}

export type Route = {
  /** `/v1/articles/{slugOrId}`: one placeholder at most, at the end. */
  path: string
  summary: string
  parameters: Parameters
  answer: (request: RouteRequest<Record<string, unknown>>) => Promise<Reply> | Reply
}

/** Declares a route; ties the type of its values to its parameters. */
export const route = <P extends Parameters>(
  definition: Omit<Route, 'parameters' | 'answer'> & {
    parameters: P
    answer: (request: RouteRequest<z.output<P>>) => Promise<Reply> | Reply
  },
): Route => definition as unknown as Route
