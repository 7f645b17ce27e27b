/** Telling people what concerns them: each gets a row of their own, which nobody else can read. */
import type { PayloadRequest } from 'payload'
import type { NoticeKind } from '#src/workflow/notices.ts'
import type { User } from '#src/payload-types.ts'
import { enterMail, wantsMail } from './noticesMail.ts'

export type NewNotice = {
  kind: NoticeKind
  /** Ids of people. Whoever did it is left out, and so is who has left or does not work on stories. */
  users: readonly string[]
  /** For people, without a word that only some may read. */
  text: string
  /** Id of the story it is about. */
  article?: string | null
  /** The same for every editor and chief. */
  toDesk?: boolean
}

const MAX_TEXT = 1000

/** Tells people, in the transaction of the deed: no deed, no notice. */
export const notify = async (req: PayloadRequest, notice: NewNotice): Promise<void> => {
  const { id: actor, name } = (req.user ?? {}) as { id?: string; name?: string }
  const at = new Date().toISOString()
  for (const person of await recipients(req, notice)) {
    if (person.id === actor) continue
    const made = await req.payload.create({
      collection: 'notifications',
      data: {
        user: person.id,
        kind: notice.kind,
        text: notice.text.slice(0, MAX_TEXT),
        article: notice.article ?? null,
        actorName: name ?? null,
        at,
      },
      depth: 0,
      overrideAccess: true,
      req,
    })
    if (wantsMail(person, notice.kind)) await enterMail(req, made)
  }
}

const recipients = async (req: PayloadRequest, { users, toDesk }: NewNotice): Promise<User[]> => {
  if (users.length === 0 && !toDesk) return []
  const { docs } = await req.payload.find({
    collection: 'users',
    where: {
      and: [
        { or: [{ id: { in: [...users] } }, ...(toDesk ? [{ roles: { in: desk } }] : [])] },
        { roles: { in: ['reporter', ...desk] } },
      ],
    },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return docs
}

const desk = ['editor', 'chief']
