'use client'
import {
  compareWords,
  fieldLabel,
  summaryOf,
  type Choice,
  type Difference,
  type Piece,
} from '#src/admin/components/saves/conflict.ts'

type Props = { difference: Difference; choice: Choice; onChoose: (choice: Choice) => void }

const whose = { me: 'only you changed it', them: 'only they changed it', both: 'both changed it' }

/** One field: the words that only one side has, and whose version the story keeps. */
export const DifferenceRow = ({ difference, choice, onChoose }: Props) => {
  const { field, changedBy, theirs, yours } = difference
  const words = compareWords(difference)
  return (
    <li>
      <fieldset>
        <legend>
          {fieldLabel(field)} <small>{whose[changedBy]}</small>
        </legend>
        {!words ? (
          <p className="vb-stale__words">
            <Line whose="Theirs" pieces={[{ text: summaryOf(theirs), is: 'theirs' }]} />
            <Line whose="Yours" pieces={[{ text: summaryOf(yours), is: 'mine' }]} />
          </p>
        ) : isShort(words) ? (
          <p className="vb-stale__words">
            <Line whose="Theirs" pieces={words.filter(({ is }) => is !== 'mine')} />
            <Line whose="Yours" pieces={words.filter(({ is }) => is !== 'theirs')} />
          </p>
        ) : (
          <p className="vb-stale__words">
            <Words pieces={words} />
          </p>
        )}
        <div className="vb-stale__choice">
          {(['mine', 'theirs'] as const).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`stale-${field}`}
                checked={choice === one}
                onChange={() => onChoose(one)}
              />
              {one === 'mine' ? 'Keep mine' : 'Take theirs'}
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  )
}

/** One below the other reads best while each fits a line or two; a long text is shown once, with both in it. */
const isShort = (words: Piece[]): boolean =>
  words.reduce((length, { text }) => length + text.length, 0) < 400 &&
  !words.some(({ text }) => text.includes('\n'))

const Line = ({ whose: side, pieces }: { whose: string; pieces: Piece[] }) => (
  <span className="vb-stale__line">
    <b>{side}</b> <Words pieces={pieces} isNamed />
  </span>
)

const Words = ({ pieces, isNamed = false }: { pieces: Piece[]; isNamed?: boolean }) =>
  pieces.map(({ is, text }, index) => {
    if (is === 'same') return <span key={index}>{text}</span>
    const Mark = is === 'mine' ? 'ins' : 'del'
    const side = is === 'mine' ? 'yours: ' : 'theirs: '
    return (
      <Mark key={index} title={is === 'mine' ? 'Yours' : 'Theirs'}>
        {!isNamed && <span className="vb-unseen">{side}</span>}
        {text}
      </Mark>
    )
  })
