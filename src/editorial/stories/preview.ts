/**
 * Links to a draft's preview: bound to one story and one person, valid for half an hour, signed with the
 * installation's own key. The page asks for the person's login as well; the link alone opens nothing.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { getConfig } from '#src/config.ts'

const LIFETIME_MS = 30 * 60 * 1000

/** The preview's address for the person who asks, or `null` before the story is saved for the first time. */
export const previewUrl = (doc: Record<string, unknown>, req: PayloadRequest): string | null => {
  const { id } = doc
  if (typeof id !== 'string' || !req.user) return null
  const expires = Date.now() + LIFETIME_MS
  const token = `${expires}.${sign(id, String(req.user.id), expires)}`
  return `${getConfig().publicUrl}/preview/${id}?token=${token}`
}

/** Whether a token opens this story for this person now. */
export const isPreviewToken = (token: string, articleId: string, userId: string): boolean => {
  const [expires = '', signature = ''] = token.split('.')
  if (!/^\d{13}$/.test(expires) || Number(expires) < Date.now()) return false
  const expected = Buffer.from(sign(articleId, userId, Number(expires)))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const sign = (articleId: string, userId: string, expires: number): string =>
  createHmac('sha256', getConfig().previewSecret)
    .update(`${articleId}.${userId}.${expires}`)
    .digest('base64url')
