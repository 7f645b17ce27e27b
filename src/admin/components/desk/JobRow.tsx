import { Link } from '@payloadcms/ui'
import type { DeskJob } from '#src/admin/components/desk/loadDesk.ts'
import { LocalTime } from '#src/admin/components/desk/LocalTime.tsx'
import { describeJob } from '#src/admin/components/jobs/describeJob.ts'
import { RetryButton } from '#src/admin/components/jobs/RetryButton.tsx'

/** Work in the background that was given up: what it was, what went wrong, and the way to have it tried again. */
export const JobRow = ({ job, href }: { job: DeskJob; href: string }) => {
  const name = describeJob(job)
  return (
    <li className="vb-row vb-row--job">
      <Link className="vb-row__words" href={href} prefetch={false}>
        {name}
      </Link>
      <span className="vb-row__detail">
        {job.finishedAt && (
          <>
            <LocalTime at={job.finishedAt} /> ·{' '}
          </>
        )}
        {job.lastError}
      </span>
      <RetryButton id={job.id} name={name} />
    </li>
  )
}
