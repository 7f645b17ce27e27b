import { Link } from '@payloadcms/ui'

export type Figure = { label: string; count: number; href: string; isUrgent?: boolean }

/** How much of what there is, each number a way to its list. */
export const Figures = ({ figures }: { figures: Figure[] }) => (
  <ul className="vb-figures">
    {figures.map(({ label, count, href, isUrgent }) => (
      <li key={label}>
        <Link
          className={`vb-figure${isUrgent && count > 0 ? ' vb-figure--urgent' : ''}`}
          href={href}
          prefetch={false}
        >
          <span className="vb-figure__count">{count}</span>
          <span className="vb-figure__label">{label}</span>
        </Link>
      </li>
    ))}
  </ul>
)
