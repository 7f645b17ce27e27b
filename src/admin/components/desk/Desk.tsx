import { Link } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import { Figures } from '#src/admin/components/desk/Figures.tsx'
import { JobRow } from '#src/admin/components/desk/JobRow.tsx'
import { listLink, recordLink } from '#src/admin/components/desk/links.ts'
import { loadDesk, type DeskStory, type Shelf } from '#src/admin/components/desk/loadDesk.ts'
import { LocalTime } from '#src/admin/components/desk/LocalTime.tsx'
import { QuoteRow } from '#src/admin/components/desk/QuoteRow.tsx'
import { Section } from '#src/admin/components/desk/Section.tsx'
import { StoryRow } from '#src/admin/components/desk/StoryRow.tsx'

/** The newsroom at a glance. Whoever does not work on stories gets the collections below and nothing else. */
export const Desk = async ({ payload, permissions, user }: ServerProps) => {
  // Access control, not this page, says who works on stories.
  if (!user || !permissions?.collections?.['articles']?.create) return null
  const readsJobs = Boolean(permissions.collections['jobs']?.read)
  const desk = await loadDesk(payload, user, { readsJobs })
  const { admin } = payload.config.routes
  const inState = (state: string) => listLink(admin, 'articles', [['state', 'equals', state]])
  const rows = (shelf: Shelf<DeskStory>, detail: (story: DeskStory) => React.ReactNode) =>
    shelf.docs.map((story) => (
      <StoryRow href={recordLink(admin, 'articles', story.id)} key={story.id} story={story}>
        {detail(story)}
      </StoryRow>
    ))
  const waiting = (story: DeskStory) => (
    <>
      last changed <LocalTime at={story.updatedAt} />
    </>
  )
  const quotesHref = listLink(admin, 'quotes', [
    ['verification', 'equals', 'differs'],
    ['verification', 'equals', 'not-found'],
    ['speaker', 'exists', 'false'],
  ])
  return (
    <div className="vb-desk">
      <header className="vb-desk__head">
        <h1 className="vb-desk__title">The desk</h1>
        <Link
          className="vb-desk__write"
          href={`${admin}/collections/articles/create`}
          prefetch={false}
        >
          Write a story
        </Link>
      </header>
      <Figures
        figures={[
          { label: 'In review', count: desk.review.total, href: inState('in review') },
          {
            label: 'Changes requested',
            count: desk.changes.total,
            href: inState('changes requested'),
          },
          { label: 'Approved', count: desk.approved.total, href: inState('approved') },
          { label: 'Scheduled', count: desk.scheduled.total, href: inState('scheduled') },
          { label: 'Quotes to check', count: desk.quotes.total, href: quotesHref, isUrgent: true },
        ]}
      />
      <div className="vb-desk__shelves">
        {desk.failed.total > 0 && (
          <Section
            empty=""
            href={listLink(admin, 'articles', [['scheduleProblem', 'exists', 'true']])}
            isUrgent
            title="Did not go out"
            shown={desk.failed.docs.length}
            total={desk.failed.total}
          >
            {rows(desk.failed, (story) => story.scheduleProblem)}
          </Section>
        )}
        {desk.jobs !== null && desk.jobs.total > 0 && (
          <Section
            empty=""
            href={listLink(admin, 'jobs', [['state', 'equals', 'failed']])}
            isUrgent
            shown={desk.jobs.docs.length}
            title="Work that was given up"
            total={desk.jobs.total}
          >
            {desk.jobs.docs.map((job) => (
              <JobRow href={recordLink(admin, 'jobs', job.id)} job={job} key={job.id} />
            ))}
          </Section>
        )}
        <Section
          empty="Nothing waits for an editor."
          href={inState('in review')}
          title="In review"
          shown={desk.review.docs.length}
          total={desk.review.total}
        >
          {rows(desk.review, waiting)}
        </Section>
        <Section
          empty="No quote differs from its evidence, and every one has a speaker."
          href={quotesHref}
          isUrgent
          title="Quotes to check"
          shown={desk.quotes.docs.length}
          total={desk.quotes.total}
        >
          {desk.quotes.docs.map((quote) => (
            <QuoteRow href={recordLink(admin, 'quotes', quote.id)} key={quote.id} quote={quote} />
          ))}
        </Section>
        <Section
          empty="No story has gone back to its reporter."
          href={inState('changes requested')}
          title="Changes requested"
          shown={desk.changes.docs.length}
          total={desk.changes.total}
        >
          {rows(desk.changes, (story) => story.stateReason || waiting(story))}
        </Section>
        <Section
          empty="Nothing is set to go out by itself."
          href={inState('scheduled')}
          title="Scheduled"
          shown={desk.scheduled.docs.length}
          total={desk.scheduled.total}
        >
          {rows(desk.scheduled, (story) =>
            story.scheduledFor ? (
              <>
                goes out <LocalTime at={story.scheduledFor} isExact />
              </>
            ) : (
              'no time is set'
            ),
          )}
        </Section>
        <Section
          empty="No approved story waits to be published."
          href={inState('approved')}
          title="Approved"
          shown={desk.approved.docs.length}
          total={desk.approved.total}
        >
          {rows(desk.approved, waiting)}
        </Section>
        {desk.correcting.total > 0 && (
          <Section
            empty=""
            href={inState('correcting')}
            title="Being corrected"
            shown={desk.correcting.docs.length}
            total={desk.correcting.total}
          >
            {rows(desk.correcting, waiting)}
          </Section>
        )}
        <Section
          empty="Nothing has been published yet."
          href={listLink(admin, 'articles', [['_status', 'equals', 'published']])}
          title="Published"
          shown={desk.published.docs.length}
          total={desk.published.total}
        >
          {rows(desk.published, ({ firstPublishedAt }) =>
            firstPublishedAt ? <LocalTime at={firstPublishedAt} /> : null,
          )}
        </Section>
      </div>
    </div>
  )
}
