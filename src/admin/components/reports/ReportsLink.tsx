import { Link, NavGroup } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import { reportsPath } from '#src/admin/components/reports/reportLinks.ts'

/** The way to the reports, for whoever works on stories. */
export const ReportsLink = ({ payload, permissions }: ServerProps) => {
  if (!permissions?.collections?.['quotes']?.create) return null
  return (
    <NavGroup isOpen label="Reports">
      <Link
        className="nav__link"
        href={reportsPath(payload.config.routes.admin)}
        id="nav-reports"
        prefetch={false}
      >
        <span className="nav__link-label">Whom we quote</span>
      </Link>
    </NavGroup>
  )
}
