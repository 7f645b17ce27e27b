'use client'
import { Link, useAuth, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useId, useRef, useState } from 'react'
import { NoticeList } from '#src/admin/components/notices/NoticeList.tsx'
import { useNotices } from '#src/admin/components/notices/useNotices.ts'

const MANY = 99

/** How many notices are unread, and behind it the list. */
export const Bell = () => {
  const { user } = useAuth()
  return user ? <SignedInBell /> : null
}

const SignedInBell = () => {
  const { config } = useConfig()
  const { mine, look, markRead } = useNotices()
  const [isOpen, setIsOpen] = useState(false)
  const panel = useId()
  const title = useId()
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const unread = mine?.unread ?? 0
  const account = config.admin.routes.account

  useEffect(() => {
    if (!isOpen) return undefined
    const leave = ({ target }: Event): void => {
      if (target instanceof Node && !whole.current?.contains(target)) setIsOpen(false)
    }
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setIsOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', escape)
    }
  }, [isOpen])

  const toggle = (): void => {
    if (!isOpen) void look()
    setIsOpen(!isOpen)
  }

  return (
    <div className="vb-bell" ref={whole}>
      <button
        aria-controls={panel}
        aria-expanded={isOpen}
        aria-label={unread > 0 ? `Notices, ${unread} unread` : 'Notices'}
        className="vb-bell__button"
        onClick={toggle}
        ref={button}
        type="button"
      >
        <BellSign />
        {unread > 0 && (
          <span aria-hidden className="vb-bell__count">
            {unread > MANY ? `${MANY}+` : unread}
          </span>
        )}
      </button>
      {isOpen && (
        <section aria-labelledby={title} className="vb-bell__panel" id={panel}>
          <header className="vb-bell__head">
            <h2 id={title}>Notices</h2>
            {unread > 0 && (
              <button
                className="vb-bell__all"
                onClick={() => void markRead({ all: true })}
                type="button"
              >
                Mark all as read
              </button>
            )}
          </header>
          <NoticeList
            notices={mine?.notices ?? null}
            onFollow={({ id, isRead }) => {
              setIsOpen(false)
              if (!isRead) void markRead({ ids: [id] })
            }}
          />
          <p className="vb-bell__foot">
            <Link
              href={formatAdminURL({ adminRoute: config.routes.admin, path: account })}
              onClick={() => setIsOpen(false)}
              prefetch={false}
            >
              Choose what also comes by mail
            </Link>
          </p>
        </section>
      )}
    </div>
  )
}

const BellSign = () => (
  <svg aria-hidden fill="none" height="20" viewBox="0 0 20 20" width="20">
    <path
      d="M4.5 14.2V9a5.5 5.5 0 0 1 11 0v5.2M3 14.5h14M8.2 16.8a1.9 1.9 0 0 0 3.6 0"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.4"
    />
  </svg>
)
