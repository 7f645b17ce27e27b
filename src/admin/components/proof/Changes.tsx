import type { WordChange } from '#src/quotes/checkQuote.ts'

type Props = { changes: WordChange[]; deleted: string; added: string }

/** Two wordings in one, readable without colours and by ear; the line below says whose the words are. */
export const Changes = ({ added, changes, deleted }: Props) => (
  <>
    <p className="vb-proof__words">
      {changes.map(({ op, text }, index) => {
        if (op === 'same') return <span key={index}>{text}</span>
        const Mark = op === 'add' ? 'ins' : 'del'
        return (
          <Mark key={index}>
            <span className="vb-unseen">{op === 'add' ? ' added: ' : ' removed: '}</span>
            {text.trimEnd()}
            <span className="vb-unseen">
              {op === 'add' ? ' end of added, ' : ' end of removed, '}
            </span>
            {/\s$/u.test(text) && ' '}
          </Mark>
        )
      })}
    </p>
    <p aria-hidden className="vb-proof__legend">
      {changes.some(({ op }) => op === 'del') && <del>{deleted}</del>}
      {changes.some(({ op }) => op === 'add') && <ins>{added}</ins>}
    </p>
  </>
)
