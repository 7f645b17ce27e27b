import type { Grouping } from '#src/quotes/reports/reportQuery.ts'

/** What an editor calls each way to count. */
export const groupingNames: Record<Grouping, string> = {
  speaker: 'Speaker',
  role: 'Role at the time',
  affiliation: 'Affiliation at the time',
  outlet: 'Outlet',
  named: 'Named or not',
  kind: 'Kind of quote',
  verification: 'Verification',
  section: 'Section',
  medium: 'Medium',
  language: 'Language',
}

type Props = {
  action: string
  given: (name: string) => string
  sections: { slug: string; name: string }[]
}

/** A plain form: it works by keyboard and without a script, and what it shows has an address. */
export const ReportForm = ({ action, given, sections }: Props) => (
  <form action={action} className="vb-report__form" method="get">
    <label>
      Count by
      <select defaultValue={given('by') || 'speaker'} name="by">
        {Object.entries(groupingNames).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <label>
      From
      <input defaultValue={given('since')} name="since" type="date" />
    </label>
    <label>
      To
      <input defaultValue={given('until')} name="until" type="date" />
    </label>
    <label>
      Section
      <select defaultValue={given('section')} name="section">
        <option value="">All sections</option>
        {sections.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <label>
      Quotes
      <select defaultValue={given('live') || 'any'} name="live">
        <option value="true">Readers have them</option>
        <option value="false">Not published</option>
        <option value="any">All</option>
      </select>
    </label>
    <button className="vb-report__show" type="submit">
      Show
    </button>
  </form>
)
