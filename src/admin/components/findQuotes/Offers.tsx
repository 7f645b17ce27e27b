'use client'
import type { Duplicate } from '#src/quotes/body/foundQuote.ts'

type Props = {
  duplicates: Duplicate[]
  /** Id of the record that is to be used. */
  chosen: string | null
  /** Whether the key works here. */
  isKeyed: boolean
  onUse: (quoteId: string) => void
}

/** Records with these words already: one quote serves many stories. */
export const Offers = ({ duplicates, chosen, isKeyed, onUse }: Props) => (
  <ul className="vb-offers" role="list">
    {duplicates.map(({ id, match, speaker, text, usedIn }, i) => (
      <li key={id}>
        <div>
          <p>
            {match === 'same' ? 'You have this quote already' : 'You have nearly these words'}
            {speaker ? `, from ${speaker}.` : ', without a speaker.'}
            {usedIn[0] && (
              <>
                {' '}
                In <cite>{usedIn[0].headline}</cite>
                {moreOf(usedIn.length - 1)}.
              </>
            )}
          </p>
          {match === 'near' && <p className="vb-offers__words">“{text}”</p>}
        </div>
        <button
          aria-pressed={chosen === id}
          className="vb-key"
          onClick={() => onUse(id)}
          tabIndex={isKeyed ? 0 : -1}
          type="button"
        >
          Use it {i === 0 && <kbd>U</kbd>}
        </button>
      </li>
    ))}
  </ul>
)

const moreOf = (count: number): string => {
  if (count === 0) return ''
  return count === 1 ? ' and another story' : ` and ${count} other stories`
}
