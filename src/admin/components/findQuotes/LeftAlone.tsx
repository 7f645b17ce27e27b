'use client'
import type { FoundQuotes } from '#src/quotes/body/foundQuote.ts'

/** What the reader met and did not take for a quotation, and what it could not make out. */
export const LeftAlone = ({ found: { doubts, findings, notQuotes } }: { found: FoundQuotes }) => {
  // What is said on the cards is not said again.
  const isOnCard = (words: string | null): boolean =>
    findings.some(({ text }) => text.startsWith(words ?? ''))
  const open = doubts.filter(
    ({ code, excerpt }) => /^lost-lead-in$|^lost-block/.test(code) && !isOnCard(excerpt),
  )
  return (
    <>
      {open.length > 0 && (
        <section className="vb-quotes__rest">
          <h3>Worth a look</h3>
          <ul role="list">
            {open.map(({ code, message, fix, excerpt }, i) => (
              <li key={`${code}${i}`}>
                <p>
                  {message} {fix}
                </p>
                {excerpt && (
                  <p className="vb-quotes__excerpt">
                    {code === 'lost-lead-in' ? `… ${excerpt}` : `${excerpt} …`}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {notQuotes.length > 0 && (
        <details className="vb-quotes__rest">
          <summary>
            {notQuotes.length === 1
              ? '1 set of marks is no quote'
              : `${notQuotes.length} sets of marks are no quotes`}
          </summary>
          <ul role="list">
            {notQuotes.map(({ text, why }, i) => (
              <li key={i}>
                “{text}” {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
