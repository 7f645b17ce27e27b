import { Link } from '@payloadcms/ui'
import type { Report } from '#src/quotes/reports/report.ts'

const number = new Intl.NumberFormat('en')
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 })

type Props = {
  report: Report
  /** What the rows are, for the head of the first column. */
  name: string
  /** Where a row leads, `null` when it has no page of its own. */
  linkOf: (key: string | null) => string | null
}

/** The rows of a report, with a bar for each share. The numbers say the same as the bars. */
export const ReportTable = ({ report: { rows, total }, name, linkOf }: Props) => (
  <div className="vb-report__scroll">
    <table className="vb-report__table">
      <caption>
        <strong>{number.format(total.quotes)}</strong> {total.quotes === 1 ? 'quote' : 'quotes'} in{' '}
        <strong>{number.format(total.stories)}</strong> {total.stories === 1 ? 'story' : 'stories'},{' '}
        <strong>{number.format(total.words)}</strong> words
        {total.rows > rows.length && `. The first ${rows.length} of ${total.rows} rows`}
      </caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th className="vb-report__number" scope="col">
            Quotes
          </th>
          <th scope="col">Share</th>
          <th className="vb-report__number" scope="col">
            Stories
          </th>
          <th className="vb-report__number" scope="col">
            Words
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, quotes, share, stories, words }) => {
          const href = linkOf(key)
          return (
            <tr className={key === null ? 'vb-report__none' : ''} key={key ?? ''}>
              <th scope="row">
                {href ? (
                  <Link href={href} prefetch={false}>
                    {label}
                  </Link>
                ) : (
                  label
                )}
              </th>
              <td className="vb-report__number">{number.format(quotes)}</td>
              <td className="vb-report__share">
                <span className="vb-bar" aria-hidden="true">
                  <span style={{ inlineSize: `${share * 100}%` }} />
                </span>
                <span>{percent.format(share)}</span>
              </td>
              <td className="vb-report__number">{number.format(stories)}</td>
              <td className="vb-report__number">{number.format(words)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </div>
)
