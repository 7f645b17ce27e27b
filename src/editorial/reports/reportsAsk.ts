/** A report as it is asked for: by parameters, from the API and from the panel alike. */
import type { PayloadRequest } from 'payload'
import type { Problem } from '#src/errors.ts'
import type { Report } from '#src/quotes/reports/report.ts'
import { readReportQuery, type ReportQuery } from '#src/quotes/reports/reportQuery.ts'
import { countQuotes, reportSections, type ReportSection } from './reports.ts'
import { assertNewsroom } from './reportsNames.ts'

export type AskedReport = {
  /** Its section by id. */
  query: ReportQuery
  problems: Problem[]
  /** `null` when anything is wrong with what was asked. */
  report: Report | null
  /** Every section there is, for whoever offers a choice. */
  sections: ReportSection[]
}

/**
 * Reads the parameters, finds the section by address or id, and counts.
 *
 * @returns every problem at once; a section that is not there is one of them, and names those there are
 * @throws APIError 403 for anybody who does not work on stories
 */
export const askReport = async (
  req: PayloadRequest,
  parameters: Iterable<[string, string]>,
): Promise<AskedReport> => {
  assertNewsroom(req)
  const { query: read, problems } = readReportQuery(parameters)
  const sections = await reportSections(req)
  const section = sections.find(({ id, slug }) => read.section === id || read.section === slug)
  const query = { ...read, section: section?.id ?? null }
  if (read.section !== null && !section) problems.push(noSection(read.section, sections))
  const report = problems.length > 0 ? null : await countQuotes(req, query, sections)
  return { query, problems, report, sections }
}

const noSection = (given: string, sections: ReportSection[]): Problem => ({
  code: 'bad-parameter',
  severity: 'error',
  path: 'section',
  message: `The parameter “section” names no section: “${given.slice(0, 60)}”.`,
  fix: `Known are: ${sections
    .slice(0, 50)
    .map(({ slug }) => slug)
    .join(', ')}.`,
})
