'use client'
import { useEffect } from 'react'
import { openTab } from '#src/admin/components/notes/editorText.ts'

/** An address that ends in it leads to the notes of the story. */
export const NOTES_HASH = '#notes'

const LOOK_MS = 400
const STORY_FORM = '.collection-edit--articles form'

/** Opens the tab of the notes when the address asks for it, also when the story is open already. */
export const useNotesLink = (): void => {
  useEffect(() => {
    // Going to another place within the page is announced by no event that every way of going there sends.
    let opened = ''
    const look = (): void => {
      const { hash, href } = window.location
      if (hash !== NOTES_HASH) opened = ''
      else if (opened !== href && openTab(document.querySelector(STORY_FORM), 'Notes')) {
        opened = href
        // Once: the same link opens it again later.
        window.history.replaceState(window.history.state, '', href.slice(0, -hash.length))
      }
    }
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [])
}
