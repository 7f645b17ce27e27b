import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import type { ReactNode } from 'react'
import { recordLink } from '#src/admin/components/desk/links.ts'
import { groupingNames, ReportForm } from '#src/admin/components/reports/ReportForm.tsx'
import {
  csvLink,
  periodLink,
  readGiven,
  reportsPath,
  usualPeriods,
} from '#src/admin/components/reports/reportLinks.ts'
import { ReportTable } from '#src/admin/components/reports/ReportTable.tsx'
import { askReport } from '#src/editorial/reports/reportsAsk.ts'

/** “Whom we quote”: counts of what the newsroom recorded, nothing guessed. */
export const ReportsView = async ({
  initPageResult: { locale, permissions, req, visibleEntities },
  params,
  searchParams,
}: AdminViewServerProps) => {
  const { payload, user } = req
  const inPanel = (content: ReactNode) => (
    <DefaultTemplate
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      i18n={req.i18n}
      payload={payload}
      permissions={permissions}
      req={req}
      {...(searchParams ? { searchParams } : {})}
      {...(user ? { user } : {})}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label: TITLE }]} />
      <Gutter className="vb-report">
        <h1 className="vb-report__title">{TITLE}</h1>
        {content}
      </Gutter>
    </DefaultTemplate>
  )
  const { admin, api } = payload.config.routes
  const page = reportsPath(admin)
  if (!user) return <SignIn admin={admin} page={page} />
  // Access control says who works on stories; the count itself asks again.
  if (!permissions.collections?.['quotes']?.create) {
    return inPanel(<p className="vb-report__notice">This page is for those who work on stories.</p>)
  }
  const parameters = readGiven(searchParams ?? {})
  const given = (name: string) => parameters.find(([one]) => one === name)?.[1] ?? ''
  const { problems, query, report, sections } = await askReport(req, parameters)
  const isOfSources = query.by === 'speaker' || query.by === 'outlet'
  return inPanel(
    <>
      <ReportForm action={page} given={given} sections={sections} />
      <nav aria-label="Period" className="vb-report__periods">
        {usualPeriods(new Date()).map(({ label, since, until }) => (
          <a
            aria-current={given('since') === since && given('until') === until ? 'true' : undefined}
            href={periodLink(page, parameters, { since, until })}
            key={label}
          >
            {label}
          </a>
        ))}
      </nav>
      {problems.length > 0 && (
        <ul className="vb-report__notice" role="alert">
          {problems.map(({ path, message, fix }) => (
            <li key={path}>
              {message} {fix}
            </li>
          ))}
        </ul>
      )}
      {report?.rows.length === 0 && (
        <p className="vb-report__notice">
          No quote falls into this period. Choose a longer one, or count unpublished quotes too.
        </p>
      )}
      {report && report.rows.length > 0 && (
        <>
          <ReportTable
            linkOf={(key) => (isOfSources && key ? recordLink(admin, 'sources', key) : null)}
            name={groupingNames[query.by]}
            report={report}
          />
          <p className="vb-report__foot">
            <a className="vb-report__csv" download href={csvLink(api, parameters)}>
              Download as CSV
            </a>
            <span>{NOTE}</span>
          </p>
        </>
      )}
    </>,
  )
}

const TITLE = 'Whom we quote'

const NOTE =
  'A quote counts on the day its story first came out; an unpublished one on the day it was recorded. Only what was recorded is counted. A paraphrase takes no words. A quote with two outlets or in two sections counts in both rows.'

const SignIn = ({ admin, page }: { admin: string; page: string }) => (
  <Gutter className="vb-report">
    <h1 className="vb-report__title">{TITLE}</h1>
    <p className="vb-report__notice">
      <a
        href={`${formatAdminURL({ adminRoute: admin, path: '/login' })}?redirect=${encodeURIComponent(page)}`}
      >
        Sign in
      </a>{' '}
      to see this page.
    </p>
  </Gutter>
)
