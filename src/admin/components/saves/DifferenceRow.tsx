'use client'
import {
  compareWords,
  fieldLabel,
  summaryOf,
  type Choice,
  type Difference,
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
        {words ? (
          <p className="vb-stale__words">
            {words.map(({ is, text }, index) =>
              is === 'same' ? (
                <span key={index}>{text}</span>
              ) : is === 'mine' ? (
                <ins key={index} title="Yours">
                  <span className="vb-unseen">yours: </span>
                  {text}
                </ins>
              ) : (
                <del key={index} title="Theirs">
                  <span className="vb-unseen">theirs: </span>
                  {text}
                </del>
              ),
            )}
          </p>
        ) : (
          <p className="vb-stale__words">
            <ins>Yours: {summaryOf(yours)}</ins> <del>Theirs: {summaryOf(theirs)}</del>
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
