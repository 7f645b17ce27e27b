import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import type { DeskStory } from '#src/admin/components/desk/loadDesk.ts'

/** A story on the desk: its headline, and below it what matters about it now. */
export const StoryRow = ({
  story,
  href,
  children,
}: {
  story: DeskStory
  href: string
  children: ReactNode
}) => (
  <li className="vb-row">
    <Link className="vb-row__headline" href={href} prefetch={false}>
      {story.headline || 'Without a headline'}
    </Link>
    <span className="vb-row__detail">{children}</span>
  </li>
)
