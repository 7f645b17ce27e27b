'use client'
import { Link, useConfig } from '@payloadcms/ui'
import { LocalTime } from '#src/admin/components/desk/LocalTime.tsx'
import { recordLink } from '#src/admin/components/desk/links.ts'
import { NOTES_HASH } from '#src/admin/components/notes/useNotesLink.ts'
import type { Notice } from '#src/admin/components/notices/useNotices.ts'

type Props = {
  /** `null` while they are loaded. */
  notices: Notice[] | null
  onFollow: (notice: Notice) => void
}

/** The newest notices, each the way to its story. */
export const NoticeList = ({ notices, onFollow }: Props) => {
  const { config } = useConfig()
  if (!notices) return <p className="vb-bell__none">Loading…</p>
  if (notices.length === 0) {
    return (
      <p className="vb-bell__none">
        Nothing yet. Here you read what happens to your stories, and who mentions you.
      </p>
    )
  }
  return (
    <ul className="vb-bell__list">
      {notices.map((notice) => (
        <li className={notice.isRead ? '' : 'vb-bell__unread'} key={notice.id}>
          {notice.article ? (
            <Link
              href={linkOf(config.routes.admin, notice, notice.article)}
              onClick={() => onFollow(notice)}
              prefetch={false}
            >
              <Words notice={notice} />
            </Link>
          ) : (
            <button onClick={() => onFollow(notice)} type="button">
              <Words notice={notice} />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Notices of notes lead to the notes. */
const linkOf = (admin: string, { kind }: Notice, article: string): string => {
  const isNote = kind === 'mention' || kind === 'reply'
  return `${recordLink(admin, 'articles', article)}${isNote ? NOTES_HASH : ''}`
}

const Words = ({ notice: { at, isRead, text } }: { notice: Notice }) => (
  <>
    {!isRead && <span className="vb-check__spoken">Unread: </span>}
    <span className="vb-bell__text">{text}</span> <LocalTime at={at} />
  </>
)
