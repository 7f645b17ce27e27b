'use client'
import type { StoryDiff, WordPiece } from '#src/story/diff.ts'

const is = { changed: 'changed', added: 'new', removed: 'gone' }

/** What readers would get instead of what they have: each place that changed, its words marked. */
export const ChangedWords = ({ diff }: { diff: StoryDiff }) => {
  const places = [
    ...diff.fields.map(({ label, words }) => ({ label, words })),
    ...diff.blocks.map((block) => ({
      label: `${labels[block.type] ?? 'Paragraph'}, ${is[block.is]}`,
      words: block.words,
    })),
  ]
  if (places.length === 0) {
    return <p className="vb-change__none">No words changed, only what stands around them.</p>
  }
  return (
    // It scrolls, so the keyboard has to reach it.
    <ul aria-label="What changed" className="vb-change__words" tabIndex={0}>
      {places.map(({ label, words }, index) => (
        <li key={index}>
          <small>{label}</small>
          <Words words={words} />
        </li>
      ))}
    </ul>
  )
}

const labels: Record<string, string> = {
  heading: 'Heading',
  list: 'List',
  blockquote: 'Quotation',
  quote: 'Quote',
  image: 'Picture',
  embed: 'Embed',
}

const Words = ({ words }: { words: WordPiece[] }) => (
  <span>
    {words.map((piece, index) => {
      if (piece.is === 'same') return <span key={index}>{shortened(piece.text)}</span>
      const Mark = piece.is === 'added' ? 'ins' : 'del'
      return (
        <Mark key={index}>
          <span className="vb-unseen">{piece.is === 'added' ? ' new: ' : ' gone: '}</span>
          {piece.text}
        </Mark>
      )
    })}
  </span>
)

const KEPT = 90

/** Words that stay are there to find the place by: a few on either side do. */
const shortened = (text: string): string =>
  text.length <= 2 * KEPT ? text : `${text.slice(0, KEPT)} […] ${text.slice(-KEPT)}`
