import { resolveMoment, type DemoNewsroom } from './content/types.ts'
import { idFor, type SeedContext } from './seedContext.ts'

/** Evidence first, then the quotes that are checked against it as they are saved. */
export const seedQuotes = async (
  { payload, ids, seedTime }: SeedContext,
  { evidence, quotes }: Pick<DemoNewsroom, 'evidence' | 'quotes'>,
): Promise<void> => {
  for (const { key, title, kind, text, source, url, capturedAt, capturedBy } of evidence) {
    const { id } = await payload.create({
      collection: 'evidence',
      data: {
        title,
        kind,
        text,
        url,
        source: idFor(ids.sources, source),
        capturedAt: resolveMoment(capturedAt, seedTime),
        createdBy: idFor(ids.users, capturedBy),
      },
      depth: 0,
      overrideAccess: true,
    })
    ids.evidence.set(key, id)
  }
  for (const quote of quotes) {
    const { id } = await payload.create({
      collection: 'quotes',
      data: {
        text: quote.text,
        kind: quote.kind,
        language: quote.language,
        original: quote.original ?? {},
        speaker: idFor(ids.sources, quote.speaker),
        role: quote.role,
        affiliation: quote.affiliation,
        chain: quote.chain.map(({ mode, source, url }) => ({
          mode,
          source: idFor(ids.sources, source),
          url,
        })),
        saidAt: quote.saidAt && resolveMoment(quote.saidAt, seedTime),
        medium: quote.medium,
        url: quote.url,
        evidence: quote.evidence && idFor(ids.evidence, quote.evidence),
      },
      depth: 0,
      overrideAccess: true,
    })
    ids.quotes.set(quote.key, id)
  }
}
