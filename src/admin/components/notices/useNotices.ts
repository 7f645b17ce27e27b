'use client'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

/** As `GET /api/notifications/mine` gives it. */
export type Notice = {
  id: string
  kind: string
  text: string
  at: string
  /** Id of the story. */
  article: string | null
  isRead: boolean
}

type Mine = { unread: number; notices: Notice[] }

const LOOK_MS = 30_000

/** A person's notices: looked for every half minute and when they come back to the window; nothing while it is hidden. */
export const useNotices = () => {
  const { config } = useConfig()
  const api = `${config.serverURL}${config.routes.api}/notifications`
  const [mine, setMine] = useState<Mine | null>(null)

  const look = useCallback(async (): Promise<void> => {
    if (document.hidden) return
    const answer = await fetch(`${api}/mine`, { credentials: 'include', cache: 'no-store' }).catch(
      () => null,
    )
    if (answer?.ok) setMine((await answer.json()) as Mine)
  }, [api])

  useEffect(() => {
    const act = (): void => void look()
    act()
    const timer = setInterval(act, LOOK_MS)
    window.addEventListener('focus', act)
    document.addEventListener('visibilitychange', act)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', act)
      document.removeEventListener('visibilitychange', act)
    }
  }, [look])

  /** Marks notices as read, on the screen at once. */
  const markRead = async (which: { ids: string[] } | { all: true }): Promise<void> => {
    const isMeant = ({ id }: Notice): boolean => 'all' in which || which.ids.includes(id)
    setMine((before) => {
      if (!before) return before
      const read = before.notices.filter((notice) => !notice.isRead && isMeant(notice)).length
      return {
        unread: 'all' in which ? 0 : before.unread - read,
        notices: before.notices.map((notice) =>
          isMeant(notice) ? { ...notice, isRead: true } : notice,
        ),
      }
    })
    await fetch(`${api}/read`, {
      method: 'POST',
      credentials: 'include',
      // The way to the story may leave this page before it is answered.
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(which),
    }).catch(() => null)
    await look()
  }

  return { mine, look, markRead }
}
