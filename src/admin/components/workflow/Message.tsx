'use client'
import { LocalTime } from '#src/admin/components/desk/LocalTime.tsx'
import { timesIn } from '#src/admin/components/workflow/timesIn.ts'

/** What the server says, with its times by the reader's own clock. */
export const Message = ({ children }: { children: string }) =>
  timesIn(children).map((said, index) =>
    'at' in said ? (
      <LocalTime at={said.at} hasZone isExact key={index} />
    ) : (
      <span key={index}>{said.text}</span>
    ),
  )
