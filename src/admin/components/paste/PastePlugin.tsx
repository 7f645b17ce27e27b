'use client'
import { COMMAND_PRIORITY_NORMAL, PASTE_COMMAND } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'
import { $pasteClean } from '#src/admin/components/paste/pasteClean.ts'
import { warnOfDoubts, warnOfReplacedQuotes } from '#src/admin/components/paste/warnings.tsx'

/** Puts the cleaner in front of the editor's own pasting, and tells the editor what to look at. */
export const PastePlugin = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const outcome = $pasteClean(editor, event)
          if (!outcome) return false
          warnOfReplacedQuotes(outcome.replacedQuotes)
          if (outcome.isPasted) warnOfDoubts(outcome.doubts)
          return outcome.isPasted
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    [editor],
  )
  return null
}
