'use client'
import { toast } from '@payloadcms/ui'
import type { Doubt } from '#src/imports/proposal.ts'

/** Long enough to read several lines. */
const STAYS_MS = 15_000

/** What of the paste an editor should look at. */
export const warnOfDoubts = (doubts: Doubt[]): void => {
  if (doubts.length === 0) return
  const title = doubts.length === 1 ? 'Pasted. One thing to look at:' : 'Pasted. Look at this:'
  toast.warning(title, {
    duration: STAYS_MS,
    description: (
      <ul className="vb-doubts">
        {doubts.map(({ code, message, fix }) => (
          <li key={code}>
            {message} {fix}
          </li>
        ))}
      </ul>
    ),
  })
}

/** Quotes with their speaker and evidence went with the selection. */
export const warnOfReplacedQuotes = (count: number): void => {
  if (count === 0) return
  const quotes = count === 1 ? 'a quote' : `${count} quotes`
  toast.warning(`The paste took the place of ${quotes} in the selection.`, {
    duration: STAYS_MS,
    description: 'Undo brings back the words with their speaker and evidence.',
  })
}
