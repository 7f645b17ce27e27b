'use client'
import type { Listed, MeasuredWork } from '#src/quotes/reports/reportOverview.ts'

const number = new Intl.NumberFormat('en')
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 })

/** As many as fit on a screen; the rest is few words each. */
const SHOWN = 10

/** How much was taken from each work of the source. */
export const WorksTable = ({ admin, works }: { admin: string; works: Listed<MeasuredWork> }) => (
  <div className="vb-report__scroll">
    <table className="vb-report__table">
      <caption>Words taken from each work</caption>
      <thead>
        <tr>
          <th scope="col">Work</th>
          <th className="vb-report__number" scope="col">
            Words
          </th>
          <th scope="col">Of the work</th>
          <th className="vb-report__number" scope="col">
            Stories
          </th>
        </tr>
      </thead>
      <tbody>
        {works.docs.slice(0, SHOWN).map((work) => (
          <tr className={work.key === null ? 'vb-report__none' : ''} key={work.key ?? ''}>
            <th scope="row">
              <WorkName admin={admin} work={work} />
            </th>
            <td className="vb-report__number">{number.format(work.words)}</td>
            <td className="vb-report__share">
              {work.share === null ? (
                <span className="vb-source__unknown">not known</span>
              ) : (
                <>
                  <span aria-hidden="true" className="vb-bar">
                    <span style={{ inlineSize: `${work.share * 100}%` }} />
                  </span>
                  <span>{percent.format(work.share)}</span>
                </>
              )}
            </td>
            <td className="vb-report__number">{number.format(work.stories)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {works.total > SHOWN && (
      <p className="vb-source__note">And {number.format(works.total - SHOWN)} more works.</p>
    )}
  </div>
)

const WorkName = ({ admin, work }: { admin: string; work: MeasuredWork }) => {
  const { evidence, key, title, url } = work
  if (evidence) return <a href={`${admin}/collections/evidence/${evidence}`}>{title || key}</a>
  if (key === null) return <>No link and no evidence recorded</>
  // What was typed as a link may be anything, a script too.
  const isLink = /^https?:\/\//i.test(url ?? '')
  return isLink ? (
    <a href={url ?? ''} rel="noreferrer" target="_blank">
      {key}
    </a>
  ) : (
    <>{key}</>
  )
}
