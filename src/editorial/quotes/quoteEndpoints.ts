/** What the editor of a story asks about its quotations. Nothing here saves the story: the editor does. */
import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { hasRole } from '#collections/access.ts'
import { applyQuotes } from './applyQuotes.ts'
import { readApplyRequest } from './applyQuotesRequest.ts'
import { meterBody } from './attributionMeter.ts'
import { findQuotes } from './findQuotes.ts'

type Given = Record<string, unknown>

/** For people who write: signed in, and not a pure administrator. */
const forNewsroom =
  (answer: (req: PayloadRequest, given: Given) => Promise<unknown>): Endpoint['handler'] =>
  async (req) => {
    if (!hasRole(req.user, 'reporter', 'editor', 'chief'))
      throw new APIError('Only the newsroom may work on quotes. Sign in and try again.', 403)
    const given: unknown = await req.json?.().catch(() => null)
    if (typeof given !== 'object' || given === null)
      throw new APIError('Send the text as JSON: {"body": …}.', 400)
    const headers = { 'cache-control': 'private, no-store' }
    return Response.json(await answer(req, given as Given), { headers })
  }

const languageIn = ({ language }: Given): string | undefined =>
  typeof language === 'string' && language.trim() !== '' ? language.trim() : undefined

export const quoteEndpoints: Endpoint[] = [
  {
    path: '/find-quotes',
    method: 'post',
    handler: forNewsroom((req, given) =>
      findQuotes(req, { body: given['body'], language: languageIn(given) }),
    ),
  },
  {
    path: '/apply-quotes',
    method: 'post',
    handler: forNewsroom((req, given) => applyQuotes(req, readApplyRequest(given))),
  },
  {
    path: '/meter',
    method: 'post',
    handler: forNewsroom((req, given) => meterBody(req, given['body'])),
  },
]
