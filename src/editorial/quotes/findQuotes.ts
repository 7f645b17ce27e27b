/** What "Find quotes" shows an editor: each quotation with its speaker, its way to us, and records it may be already. */
import type { PayloadRequest } from 'payload'
import { displayOf, type BodyFinding } from '#src/quotes/body/bodyFindings.ts'
import type { FoundQuote, FoundQuotes } from '#src/quotes/body/foundQuote.ts'
import { reasonFor } from '#src/quotes/reasons.ts'
import { findDuplicates } from './findQuotesDuplicates.ts'
import { readBody, suggestSources } from './findQuotesInBody.ts'

/**
 * Finds the quotations of a body that are no records yet. Nothing is written.
 * @param body Lexical's state as the editor holds it
 * @throws AppError 400 or 413 for what cannot be read
 */
export const findQuotes = async (
  req: PayloadRequest,
  { body, language }: { body: unknown; language?: string | undefined },
): Promise<FoundQuotes> => {
  const reading = await readBody(req, body, language)
  const suggest = suggestSources(req, reading.sources)
  const findings: FoundQuote[] = []
  for (const finding of reading.findings) {
    const proposal = reading.proposals.get(finding.key)
    const chain: FoundQuote['suggestion']['chain'] = []
    for (const { mode, sourceId, url } of proposal?.chain ?? [])
      chain.push({ mode, source: await suggest(sourceId), url })
    findings.push({
      ...shown(finding),
      suggestion: {
        speakerSource: await suggest(proposal?.speaker ?? null),
        chain,
        medium: finding.medium,
        url: finding.link,
      },
      duplicates: [],
    })
  }
  const duplicates = await findDuplicates(
    req,
    findings.map(({ text, suggestion }) => ({
      text,
      speaker: suggestion.speakerSource?.id ?? null,
    })),
  )
  return {
    findings: findings.map((finding, i) => ({
      ...finding,
      // A part of an interrupted quotation is not the words of a record.
      duplicates: (finding.place?.parts ?? 1) > 1 ? [] : (duplicates[i] ?? []),
    })),
    notQuotes: reading.notQuotes.map(({ text, reason, ruleId }) => ({
      text,
      reason,
      why: reasonFor(ruleId),
    })),
    doubts: reading.doubts.map(({ code, message, fix, excerpt }) => ({
      code,
      message,
      fix,
      excerpt,
    })),
  }
}

const shown = (finding: BodyFinding): Omit<FoundQuote, 'suggestion' | 'duplicates'> => {
  const display = displayOf(finding, finding.kind)
  const first = display === 'block' ? finding.block?.first : finding.inline?.[0]
  const parts = display === 'inline' ? (finding.inline?.length ?? 1) : 1
  return {
    key: finding.key,
    text: finding.text,
    kind: finding.kind,
    speaker: finding.speaker,
    speakerRole: finding.speakerRole,
    affiliation: finding.affiliation,
    anonymous: finding.anonymous,
    via: finding.via,
    cue: finding.cue,
    confidence: finding.confidence,
    ruleId: finding.ruleId,
    flags: finding.flags,
    before: finding.before,
    after: finding.after,
    problem: finding.problem,
    note: finding.note,
    reason: reasonFor(finding.ruleId),
    display,
    place: first ? { path: first.path, from: first.from, parts } : null,
  }
}
