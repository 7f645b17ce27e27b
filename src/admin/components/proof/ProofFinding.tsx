'use client'
import { Changes } from '#src/admin/components/proof/Changes.tsx'
import type { Difference } from '#src/admin/components/proof/differences.ts'
import type { Passage } from '#src/admin/components/proof/passage.ts'
import type { Finding, Proof } from '#src/admin/components/proof/proofOf.ts'
import { LocalTime } from '#src/admin/components/desk/LocalTime.tsx'

type Props = { finding: Finding; proof: Proof }

/** What was found: in a sentence, as differences, and in its place. */
export const ProofFinding = ({ finding, proof }: Props) => (
  <>
    <p className="vb-proof__saying">{finding.saying}</p>
    {finding.flags.length > 0 && (
      <ul aria-label="Look at this" className="vb-proof__flags">
        {finding.flags.map((meaning) => (
          <li key={meaning}>{meaning}</li>
        ))}
      </ul>
    )}
    {finding.differences.map((difference) => (
      <DifferenceBox difference={difference} key={difference.of} proof={proof} />
    ))}
    {finding.passage && <Place of={placeOf(finding)} passage={finding.passage} />}
  </>
)

const DifferenceBox = ({ difference, proof }: { difference: Difference; proof: Proof }) => {
  const [deleted, added] = sides[difference.of]
  const isAltered = difference.of === 'altered'
  return (
    <div className={`vb-proof__difference vb-proof__difference--${difference.of}`}>
      <h3 className="vb-proof__heading">
        {difference.of === 'altered' ? alteredTitle(proof) : titles[difference.of]}
      </h3>
      <Changes added={added} changes={difference.changes} deleted={deleted} />
      {isAltered && proof.verifiedAt && (
        <p className="vb-proof__note">
          Last verified <LocalTime at={proof.verifiedAt} />.
        </p>
      )}
    </div>
  )
}

const alteredTitle = ({ isUnsaved, saved }: Proof): string =>
  isUnsaved && saved?.startsWith('verified')
    ? 'These are no longer the words that were verified: saving takes the mark away'
    : 'The words were changed after they were verified'

const titles = {
  evidence: 'What differs from the evidence',
  edits: 'What the marked edits take out and put in',
}

/** Whose the struck words are, and whose the new ones. */
const sides: Record<Difference['of'], [deleted: string, added: string]> = {
  altered: ['was verified', 'now'],
  evidence: ['in the evidence', 'in the quote'],
  edits: ['taken out', 'put in'],
}

const placeOf = ({ isScattered, status }: Finding): string => {
  if (status === 'by-eye') return 'The nearest passage in the evidence'
  return isScattered ? 'The first part, in the evidence' : 'In the evidence'
}

type PlaceProps = { passage: Passage; of: string }

const Place = ({ of, passage: { after, before, words } }: PlaceProps) => (
  <figure className="vb-proof__place">
    <figcaption className="vb-proof__heading">{of}</figcaption>
    <blockquote className="vb-proof__words">
      {before}
      {words.map((piece, index) => (
        <span key={index}>
          {index > 0 && ' … '}
          <mark>{piece}</mark>
        </span>
      ))}
      {after}
    </blockquote>
  </figure>
)
