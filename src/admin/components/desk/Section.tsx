import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'

type Props = {
  title: string
  total: number
  /** How many of them are listed here. */
  shown: number
  /** Where the whole list is. */
  href: string
  /** What to say when there is nothing. */
  empty: string
  isUrgent?: boolean
  children: ReactNode
}

/** One shelf of the desk: its name, how many there are, the first few, the way to the rest. */
export const Section = ({
  title,
  total,
  shown,
  href,
  empty,
  isUrgent = false,
  children,
}: Props) => (
  <section className={`vb-shelf${isUrgent && total > 0 ? ' vb-shelf--urgent' : ''}`}>
    <header className="vb-shelf__head">
      <h2 className="vb-shelf__title">{title}</h2>
      {total > 0 && (
        <Link className="vb-shelf__all" href={href} prefetch={false}>
          {total > shown ? `All ${total}` : 'Open the list'}
        </Link>
      )}
    </header>
    {total > 0 ? (
      <ul className="vb-shelf__list">{children}</ul>
    ) : (
      <p className="vb-empty">{empty}</p>
    )}
  </section>
)
