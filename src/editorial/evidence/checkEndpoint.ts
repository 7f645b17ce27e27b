/** `POST /api/quotes/check`: what a check would find, before anything is saved. */
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { hasRole } from '#collections/access.ts'
import { AppError } from '#src/errors.ts'
import { MAX_TEXT } from '#src/imports/evidenceText.ts'
import { checkAll, loadEvidence, type CheckedEvidence } from './checkRecord.ts'

const request = z
  .strictObject({
    text: z.string().trim().min(1).max(10_000),
    /** A paraphrase gets the passage to compare it with, and no verdict. */
    kind: z.enum(['direct', 'partial', 'block', 'paraphrase']).optional(),
    /** The id of evidence, or the words themselves. */
    evidence: z.string().min(1).max(100).optional(),
    evidenceText: z.string().min(1).max(MAX_TEXT).optional(),
  })
  .refine(({ evidence, evidenceText }) => (evidence === undefined) !== (evidenceText === undefined))

export const checkEndpoint: Endpoint = {
  path: '/check',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw new AppError('not-signed-in', 'Sign in to check a quote.')
    if (!hasRole(req.user, 'reporter', 'editor', 'chief')) {
      throw new AppError('not-allowed', 'Only the newsroom checks quotes.')
    }
    const body = request.safeParse(await req.json?.().catch(() => null))
    if (!body.success) {
      throw new AppError(
        'bad-request',
        'Send {"text": "…"} with "evidence" (an id) or "evidenceText" (the words).',
      )
    }
    const { text, kind, evidence, evidenceText } = body.data
    const against =
      evidenceText === undefined ? await found(req, evidence ?? '') : { text: evidenceText }
    const isParaphrase = kind === 'paraphrase'
    const [check] = await checkAll(req, against, [{ words: text, before: null, isParaphrase }])
    return Response.json({ check }, { headers: { 'Cache-Control': 'private, no-store' } })
  },
}

const found = async (req: PayloadRequest, id: string): Promise<CheckedEvidence> => {
  const evidence = await loadEvidence(req, id)
  if (!evidence) throw new AppError('not-found', 'There is no such evidence. Choose another.')
  return evidence
}
