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
  /** `/v1/articles/{slugOrId}`: one placeholder at most, at the end or before the last part. */
  path: string
  summary: string
  /** What stands for the placeholder in the path. */
  name?: { description: string; example: string }
  parameters: Parameters
  /** The body of a 200; none for a page. */
  answers?: z.ZodType
  /** The media type of a 200, JSON unless said. */
  type?: string
  /** A body as it may come, for the documentation. */
  example?: unknown
  /** Not for everybody: a key has to be sent that was given this. */
  needsKey?: boolean
  /** A story that was withdrawn is 410 here, and one that moved 301. */
  isMovable?: boolean
  answer: (request: RouteRequest<Record<string, unknown>>) => Promise<Reply> | Reply
}

/** Declares a route; ties the type of its values to its parameters. */
export const route = <P extends Parameters>(
  definition: Omit<Route, 'parameters' | 'answer'> & {
    parameters: P
    answer: (request: RouteRequest<z.output<P>>) => Promise<Reply> | Reply
  },
): Route => definition as unknown as Route
