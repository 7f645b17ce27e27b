'use client'
import { VerificationBadge } from '#src/admin/components/badges/VerificationBadge.tsx'
import type { SourceOverview } from '#src/quotes/reports/reportOverview.ts'

type Props = { admin: string; quotes: SourceOverview['quotes'] }

/** The newest words that were quoted; all of them are in the list of quotes. */
export const SourceQuotes = ({ admin, quotes: { docs, total } }: Props) => (
  <div>
    <h4 className="vb-source__heading">Newest quotes</h4>
    <ul className="vb-source__list">
      {docs.map(({ id, text, kind, as, verification }) => (
        <li key={id}>
          <a className="vb-source__words" href={`${admin}/collections/quotes/${id}`}>
            {kind === 'paraphrase' ? text : `“${text}”`}
          </a>
          <span className="vb-source__detail">
            <VerificationBadge kind={kind} status={verification} /> {as === 'relay' && 'passed on'}
          </span>
        </li>
      ))}
    </ul>
    {total > docs.length && <p className="vb-source__note">And {total - docs.length} more.</p>}
  </div>
)
