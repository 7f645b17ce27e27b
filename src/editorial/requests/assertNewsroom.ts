import { APIError, type PayloadRequest } from 'payload'
import { hasRole } from '#collections/access.ts'

/**
 * Refuses whoever does not work on stories: only a reporter, an editor or a chief goes on.
 *
 * @throws APIError 401 without a login, 403 for everybody else
 */
export const assertNewsroom = ({ user }: PayloadRequest): void => {
  if (!user) throw new APIError('Sign in first.', 401)
  if (!hasRole(user, 'reporter', 'editor', 'chief')) {
    throw new APIError('Only people who work on stories may do this.', 403)
  }
}
