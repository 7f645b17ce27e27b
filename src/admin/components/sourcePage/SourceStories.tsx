'use client'
import { StateBadge } from '#src/admin/components/badges/StateBadge.tsx'
import { LocalTime } from '#src/admin/components/desk/LocalTime.tsx'
import type { Listed, OverviewStory, SourceOverview } from '#src/quotes/reports/reportOverview.ts'

const SHOWN = 5

type Props = { admin: string; stories: SourceOverview['stories'] }

/** The stories that quote the source: what readers have, and what they do not. */
export const SourceStories = ({ admin, stories }: Props) => (
  <div>
    <Stories admin={admin} stories={stories.live} title="Live stories" />
    <Stories admin={admin} stories={stories.drafts} title="Being written" />
    <Stories admin={admin} stories={stories.retracted} title="Retracted" />
  </div>
)

type ListProps = { admin: string; title: string; stories: Listed<OverviewStory> }

const Stories = ({ admin, title, stories: { docs, total } }: ListProps) => {
  if (total === 0) return null
  return (
    <>
      <h4 className="vb-source__heading">{title}</h4>
      <ul className="vb-source__list">
        {docs.slice(0, SHOWN).map(({ id, headline, state, at }) => (
          <li key={id}>
            <a href={`${admin}/collections/articles/${id}`}>{headline || 'Without a headline'}</a>
            <span className="vb-source__detail">
              {at ? <LocalTime at={at} /> : <StateBadge state={state} />}
            </span>
          </li>
        ))}
      </ul>
      {total > SHOWN && <p className="vb-source__note">And {total - SHOWN} more.</p>}
    </>
  )
}
