/** Turns the quotations an editor decided on into records, and sets these in the body in their place. */
import { randomUUID } from 'node:crypto'
import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { AppError, type Problem } from '#src/errors.ts'
import { setQuotes, type Placement } from '#src/quotes/body/bodyEdits.ts'
import { displayOf, type BodyFinding } from '#src/quotes/body/bodyFindings.ts'
import type { AppliedQuotes } from '#src/quotes/body/foundQuote.ts'
import { saveQuotes } from './applyQuotesRecords.ts'
import type { ApplyRequest, Decision } from './applyQuotesRequest.ts'
import { readBody, type ReadBody } from './findQuotesInBody.ts'

/** A decision that can be carried out. */
export type Settled = {
  decision: Decision
  finding: BodyFinding
  display: 'inline' | 'block'
}

/**
 * Makes the records, whole or not at all, and hands back the body with them. Not a character beside the
 * quotations changes; what was rejected stays as it is.
 * @throws AppError 409 naming the quotations the text does not hold any more, 422 with what cannot be done
 */
export const applyQuotes = async (
  req: PayloadRequest,
  { body, language, decisions }: ApplyRequest,
): Promise<AppliedQuotes> => {
  const reading = await readBody(req, body, language)
  refuseChanged(reading, decisions)
  const settled = settle(reading, decisions)
  await refuseMissing(req, settled)
  const isOwner = await initTransaction(req)
  try {
    const saved = await saveQuotes(req, reading, settled)
    if (isOwner) await commitTransaction(req)
    const placements = settled.flatMap((one) => placementsOf(one, saved.quoteIds.get(one) ?? []))
    const { known } = reading
    return {
      body: setQuotes(body, placements, { known, newId: randomUUID }),
      created: saved.created,
      reused: settled.flatMap(({ decision }) => decision.quoteId ?? []),
    }
  } catch (error) {
    if (isOwner) await killTransaction(req)
    throw error
  }
}

const placementsOf = ({ finding, display }: Settled, quoteIds: string[]): Placement[] => {
  const [first = ''] = quoteIds
  if (display === 'block')
    return finding.block ? [{ display, place: finding.block, quoteId: first }] : []
  return (finding.inline ?? []).map((place, i) => ({
    display,
    place,
    quoteId: quoteIds[i] ?? first,
  }))
}

/** The editor decided on what was on the screen; somebody may have changed the text since. */
const refuseChanged = (reading: ReadBody, decisions: Decision[]): void => {
  const changed = decisions.filter(({ key, action, seen, changes }) => {
    const finding = reading.findings.find((found) => found.key === key)
    if (action === 'reject') return false
    if (!finding) return true
    const isOtherSpeaker =
      action === 'accept' && changes?.speaker === undefined && seen?.speaker !== undefined
        ? seen.speaker !== finding.speaker
        : false
    return isOtherSpeaker || (seen?.text !== undefined && seen.text !== finding.text)
  })
  if (changed.length === 0) return
  const problems = changed.map(({ key, seen }) =>
    problem(
      'quote-changed',
      key,
      `The text no longer holds “${seen?.text ?? key}” as you saw it.`,
      'Find quotes again and decide on it anew.',
    ),
  )
  throw new AppError('conflict', wordsOf(problems), { problems })
}

const settle = (reading: ReadBody, decisions: Decision[]): Settled[] => {
  const problems: Problem[] = []
  const seen = new Set<string>()
  const settled = decisions.flatMap((decision): Settled[] => {
    const { key, action, changes } = decision
    const finding = reading.findings.find((found) => found.key === key)
    if (action === 'reject' || !finding) return []
    const display = displayOf(finding, changes?.kind ?? finding.kind)
    const wrong = seen.has(key)
      ? problem('quote-decided-twice', key, `“${finding.text}” is decided twice.`, 'Send it once.')
      : problemWith(decision, finding, display)
    seen.add(key)
    if (wrong) problems.push(wrong)
    return wrong || !display ? [] : [{ decision, finding, display }]
  })
  if (problems.length > 0) throw new AppError('unprocessable', wordsOf(problems), { problems })
  return settled
}

const problemWith = (
  { key, action, quoteId, changes }: Decision,
  finding: BodyFinding,
  display: Settled['display'] | null,
): Problem | null => {
  const parts = display === 'inline' ? (finding.inline?.length ?? 0) : 1
  if (display === null)
    return problem('quote-unplaceable', key, `“${finding.text}”:`, finding.problem ?? '')
  if (action === 'reuse' && !quoteId)
    return problem('quote-not-chosen', key, 'No record is chosen.', 'Send its id as quoteId.')
  if (parts > 1 && (action === 'reuse' || changes?.text !== undefined))
    return problem(
      'quote-interrupted',
      key,
      `“${finding.text}” is interrupted in its sentence.`,
      'Accept it as it stands, or change the sentence first.',
    )
  return null
}

/** Every record that is to be used again exists. */
const refuseMissing = async (req: PayloadRequest, settled: Settled[]): Promise<void> => {
  const ids = [...new Set(settled.flatMap(({ decision }) => decision.quoteId ?? []))]
  if (ids.length === 0) return
  const { docs } = await req.payload.find({
    collection: 'quotes',
    where: { id: { in: ids } },
    depth: 0,
    limit: ids.length,
    pagination: false,
    select: {},
    overrideAccess: false,
    req,
  })
  const problems = ids
    .filter((id) => !docs.some((doc) => doc.id === id))
    .map((id) =>
      problem(
        'quote-missing',
        id,
        `There is no quote ${id}.`,
        'Choose another, or make a new one.',
      ),
    )
  if (problems.length > 0) throw new AppError('unprocessable', wordsOf(problems), { problems })
}

const problem = (code: string, path: string, message: string, fix: string): Problem => ({
  code,
  severity: 'error',
  path,
  message,
  fix,
})

const wordsOf = (problems: Problem[]): string =>
  problems.map(({ message, fix }) => `${message} ${fix}`).join(' ')
