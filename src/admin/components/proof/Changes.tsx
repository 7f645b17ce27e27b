import type { WordChange } from '#src/quotes/check/checkQuote.ts'

type Props = { changes: WordChange[]; deleted: string; added: string }

/** Two wordings in one, readable without colours and by ear; the line below says whose the words are. */
export const Changes = ({ added, changes, deleted }: Props) => (
  <>
    <p className="vb-proof__words">
      {changes.map(({ op, text }, index) => (
        <span key={index}>
          {isJoined(changes[index - 1]?.text, text) && ' '}
          {op === 'same' ? text : <Change op={op} text={text.trim()} />}
          {op !== 'same' && /\s$/u.test(text) && ' '}
        </span>
      ))}
    </p>
    <p aria-hidden className="vb-proof__legend">
      {changes.some(({ op }) => op === 'del') && <del>{deleted}</del>}
      {changes.some(({ op }) => op === 'add') && <ins>{added}</ins>}
    </p>
  </>
)

const Change = ({ op, text }: { op: 'add' | 'del'; text: string }) => {
  const [Mark, name] = op === 'add' ? (['ins', 'added'] as const) : (['del', 'removed'] as const)
  return (
    <Mark>
      <span className="vb-unseen"> {name}: </span>
      {text}
      <span className="vb-unseen"> end of {name}, </span>
    </Mark>
  )
}

/** A word at the end of one wording has no space after it; before a word of the other it needs one. */
const isJoined = (before: string | undefined, text: string): boolean =>
  /[\p{L}\p{N}]$/u.test(before ?? '') && /^[\p{L}\p{N}]/u.test(text)
