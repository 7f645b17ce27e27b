'use client'
import { useConfig } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { VerificationBadge } from '#src/admin/components/badges/VerificationBadge.tsx'
import { LocalTime } from '#src/admin/components/desk/LocalTime.tsx'
import { SourceQuotes } from '#src/admin/components/sourcePage/SourceQuotes.tsx'
import { SourceStories } from '#src/admin/components/sourcePage/SourceStories.tsx'
import { useOverview } from '#src/admin/components/sourcePage/useOverview.ts'
import { WorksTable } from '#src/admin/components/sourcePage/WorksTable.tsx'
import type { SourceOverview as Overview } from '#src/quotes/reports/reportOverview.ts'

/** On a source's page: everything quoted from it, where, how much of each work, and whether it was checked. */
export const SourceOverview = () => {
  const asked = useOverview()
  const { config } = useConfig()
  if (asked.is === 'new' || asked.is === 'not for you') return null
  return (
    <section aria-labelledby="vb-source-title" className="vb-source">
      <h3 className="vb-source__title" id="vb-source-title">
        Quoted from this source
      </h3>
      {asked.is === 'reading' && <p className="vb-source__note">Counting the quotes…</p>}
      {asked.is === 'failed' && (
        <p className="vb-source__note" role="alert">
          What was quoted could not be read. {asked.message} Load the page again.
        </p>
      )}
      {asked.is === 'here' &&
        (asked.overview.quotes.total === 0 ? (
          <p className="vb-source__note">Nothing yet: no quote names it, as speaker or as relay.</p>
        ) : (
          <Panel admin={config.routes.admin} overview={asked.overview} />
        ))}
    </section>
  )
}

const Panel = ({ admin, overview }: { admin: string; overview: Overview }) => {
  const { quotes, relayedBy, stories, verification, words } = overview
  return (
    <>
      <dl className="vb-source__facts">
        <Fact name="Quotes" value={quotes.total}>
          {quotes.asRelay > 0 && `${quotes.asSpeaker} said, ${quotes.asRelay} passed on`}
        </Fact>
        <Fact name="Live stories" value={stories.live.total}>
          {stories.drafts.total > 0 && `${stories.drafts.total} being written`}
        </Fact>
        <Fact name="Words taken" value={number.format(words.total)}>
          {words.published < words.total && `${number.format(words.published)} published`}
        </Fact>
        <Fact name="Last verified" value={<When at={verification.lastVerifiedAt} or="Never" />} />
        <Fact name="Last quoted" value={<When at={overview.lastQuotedAt} or="Not yet" />}>
          {overview.firstQuotedAt !== overview.lastQuotedAt && (
            <>
              first <When at={overview.firstQuotedAt} or="" />
            </>
          )}
        </Fact>
      </dl>
      <ul aria-label="Verification" className="vb-source__verdicts">
        {verdicts
          .filter((verdict) => verification.counts[verdict])
          .map((verdict) => (
            <li key={verdict}>
              <VerificationBadge status={verdict} /> {verification.counts[verdict]}
            </li>
          ))}
      </ul>
      <WorksTable admin={admin} works={words.works} />
      <div className="vb-source__columns">
        <SourceStories admin={admin} stories={stories} />
        <SourceQuotes admin={admin} quotes={quotes} />
      </div>
      {relayedBy.length > 0 && (
        <p className="vb-source__relays">
          Passed on by{' '}
          {relayedBy.slice(0, 8).map(({ id, name, quotes: count }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={`${admin}/collections/sources/${id}`}>{name}</a> ({count})
            </span>
          ))}
          {relayedBy.length > 8 && ` and ${relayedBy.length - 8} more`}
        </p>
      )}
    </>
  )
}

const number = new Intl.NumberFormat('en')

const verdicts = [
  'verified',
  'verified-with-edits',
  'differs',
  'not-found',
  'by-eye',
  'no-evidence',
]

type FactProps = { name: string; value: ReactNode; children?: ReactNode }

const Fact = ({ name, value, children }: FactProps) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
    {children && <dd className="vb-source__detail">{children}</dd>}
  </div>
)

const When = ({ at, or }: { at: string | null; or: string }) =>
  at ? <LocalTime at={at} /> : <>{or}</>
