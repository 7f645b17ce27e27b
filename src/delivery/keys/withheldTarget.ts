/** Who is given stories before their time, and which. */
import { AppError } from '#src/errors.ts'
import type { KeyGrant } from '#src/ledger/readerKeys.ts'
import type { WithheldQuery, WithheldReader } from '#src/ledger/withheldStore.ts'

import type { Target } from '../responder.ts'
import { restTarget } from '../rest/restTarget.ts'
import { WITHHELD_PATH } from '../rest/withheldRoutes.ts'
import { inRoom, type Room } from './rooms.ts'

/**
 * What answers `/v1/withheld`: computed for this one request, kept nowhere and shared with nobody.
 *
 * @throws AppError `not-signed-in` without a key, `not-allowed` with one that was not given withheld stories
 */
export const withheldTarget = (options: {
  grant: KeyGrant | null
  room: Room
  search: string
  reader: WithheldReader
}): Target => {
  const { grant, room, search, reader } = options
  if (grant === null) {
    throw new AppError(
      'not-signed-in',
      'Stories under embargo are given with a key: Authorization: Bearer KEY.',
    )
  }
  if (!grant.mayReadWithheld) {
    throw new AppError(
      'not-allowed',
      'This key does not open stories under embargo. Ask the newsroom for that.',
    )
  }
  const { sectionIds } = grant
  const context = {
    ...room.context,
    withheld: (query: Omit<WithheldQuery, 'sectionIds'>) => reader.list({ ...query, sectionIds }),
  }
  const asked = new URLSearchParams(search)
  const target = restTarget({ path: WITHHELD_PATH, search: asked, context, lastChange: () => '' })
  return inRoom(room, { ...target, key: null })
}
