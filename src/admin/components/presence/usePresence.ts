'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { BEAT_MS, type WhoIsHere } from '#src/workflow/presence.ts'

/** The first word typed is told at once, the others by the next beat; never more often than this. */
const SOONEST_MS = 1_500

/** What is typed here is not typed into the story: notes, dialogs. */
export const NOT_THE_STORY = 'data-not-the-story'

const typing = ['beforeinput', 'input', 'paste'] as const

/**
 * Says every ten seconds that this window has the story open, and whether somebody typed into it.
 *
 * @param story the address of the story in the API; `null` for one that was never saved
 */
export const usePresence = (story: string | null) => {
  const [here, setHere] = useState<WhoIsHere | null>(null)
  const isWriter = useRef(false)

  const take = useCallback((answer: WhoIsHere | null): void => {
    isWriter.current = answer?.people.some(({ isYou, isWriting }) => isYou && isWriting) ?? false
    setHere(answer)
  }, [])

  useEffect(() => {
    if (!story) return undefined
    let isCurrent = true
    let hasTyped = false
    let lastBeat = 0
    let early: ReturnType<typeof setTimeout> | undefined

    const beat = async (): Promise<void> => {
      clearTimeout(early)
      early = undefined
      lastBeat = Date.now()
      const isTyping = hasTyped
      hasTyped = false
      const answer = await send(`${story}/presence`, { isTyping })
      if (!isCurrent) return
      // No answer at all is a network that comes back; what was typed is told then.
      if (!answer) hasTyped ||= isTyping
      else take(answer.ok ? ((await answer.json()) as WhoIsHere) : null)
    }
    const noteTyping = ({ target }: Event): void => {
      if (!isInStory(target)) return
      hasTyped = true
      if (isWriter.current || early) return
      early = setTimeout(() => void beat(), Math.max(0, lastBeat + SOONEST_MS - Date.now()))
    }
    const comeBack = (): void => {
      if (!document.hidden) void beat()
    }
    const leave = (): void => {
      void send(`${story}/presence`, { isLeaving: true }, { keepalive: true })
    }

    void beat()
    const timer = setInterval(() => void beat(), BEAT_MS)
    for (const event of typing) document.addEventListener(event, noteTyping, true)
    document.addEventListener('visibilitychange', comeBack)
    window.addEventListener('pageshow', comeBack)
    window.addEventListener('pagehide', leave)
    return () => {
      isCurrent = false
      clearInterval(timer)
      clearTimeout(early)
      for (const event of typing) document.removeEventListener(event, noteTyping, true)
      document.removeEventListener('visibilitychange', comeBack)
      window.removeEventListener('pageshow', comeBack)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [story, take])

  /** @returns what stands against it; `null` when the lock is yours */
  const takeOver = async (): Promise<string | null> => {
    const answer = await send(`${story}/take-over`, {})
    if (answer?.ok) {
      take((await answer.json()) as WhoIsHere)
      return null
    }
    const said = (await answer?.json().catch(() => null)) as {
      errors?: { message: string }[]
    } | null
    return said?.errors?.[0]?.message ?? 'The server did not answer. Try again.'
  }

  return { here, takeOver }
}

const send = (
  url: string,
  body: Record<string, unknown>,
  more: RequestInit = {},
): Promise<Response | null> =>
  fetch(url, {
    method: 'POST',
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...more,
  }).catch(() => null)

const isInStory = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('.collection-edit__form') !== null &&
  target.closest(`[${NOT_THE_STORY}], dialog`) === null
