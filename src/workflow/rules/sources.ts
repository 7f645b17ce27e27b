/** Rules about whoever and whatever the story rests on. */
import type { PublishedStory, StoryQuote } from '#src/story/publishedStory.ts'
import { inlinesOf } from '#src/story/walkBody.ts'
import { error, warning } from '#src/workflow/finding.ts'
import type { Rule } from '#src/workflow/preflight.ts'

type Unnamed = { id: string; description: string | null }

/** Every source without a name the story speaks of, once: speakers first, then who is cited or passed words on. */
const unnamedIn = ({ quotes, sources }: PublishedStory): Unnamed[] => {
  const found = new Map<string, Unnamed>()
  for (const { speaker } of quotes) {
    const id = speaker.sourceId ?? ''
    if (speaker.isAnonymous) found.set(id, { id, description: speaker.description?.trim() || null })
  }
  for (const { id, name, isAnonymous } of sources) {
    if (isAnonymous && !found.has(id)) found.set(id, { id, description: name.trim() || null })
  }
  return [...found.values()]
}

const needsDescription: Rule = (story) =>
  unnamedIn(story)
    .filter(({ description }) => description === null)
    .map(({ id }) =>
      error({
        code: 'confidential-description-missing',
        path: 'body',
        message: 'Readers are told nothing of a source who is not named.',
        fix: 'Open the source and write what readers see instead of a name.',
        about: id,
      }),
    )

const needsApproval: Rule = (story, { approvedSourceIds }) =>
  unnamedIn(story)
    .filter(({ id }) => !approvedSourceIds.includes(id))
    .map(({ id, description }) =>
      error({
        code: 'source-not-approved',
        path: 'body',
        message: `No chief has approved quoting ${description ?? 'a source'} without a name.`,
        fix: 'A chief who knows the source must enter themselves as approver on the source.',
        about: id,
      }),
    )

const needsOtherApprover: Rule = (story, { approvers = {}, writerIds = [] }) =>
  unnamedIn(story)
    .filter(({ id }) => writerIds.includes(approvers[id] ?? ''))
    .map(({ id, description }) =>
      error({
        code: 'source-approved-by-author',
        path: 'body',
        message: `Who wrote the story also approved quoting ${description ?? 'a source'} without a name.`,
        fix: 'Ask another chief to enter themselves as approver on the source.',
        about: `${id} ${approvers[id] ?? ''}`,
      }),
    )

/** An unnamed voice that another outlet heard, that nobody here has spoken to and nobody else confirms. */
const needsOwnEars: Rule = ({ quotes }, { confirmations = {} }) =>
  bySpeaker(
    quotes.filter(
      ({ speaker, chain }) =>
        speaker.isAnonymous &&
        chain.some(({ mode }) => mode === 'relayed') &&
        !chain.some(({ mode }) => mode === 'first-hand') &&
        (confirmations[speaker.sourceId ?? ''] ?? 0) < 1,
    ),
  ).map((quote) => {
    const outlet = quote.chain.find(({ mode }) => mode === 'relayed')?.name ?? 'another outlet'
    return warning({
      code: 'relayed-anonymous',
      path: 'body',
      message: `${capitalised(quote.speaker.description ?? 'a source')} is known through ${outlet} alone: nobody here has spoken to them.`,
      fix: 'Find a second source and enter the confirmation, or say plainly whose report this is.',
      about: `${quote.speaker.sourceId ?? ''} ${outlet}`,
      excerpt: quote.text,
    })
  })

const bySpeaker = (quotes: StoryQuote[]): StoryQuote[] =>
  [
    ...new Map(
      [...quotes].reverse().map((quote) => [quote.speaker.sourceId ?? quote.id, quote]),
    ).values(),
  ].reverse()

const needsLink: Rule = (story) =>
  story.sources
    .filter(({ kind, isAnonymous }) => !isAnonymous && linkable.has(kind))
    .filter(({ id, url }) => !url && !linksTo(story).has(id))
    .map(({ id, name, kind }) =>
      warning({
        code: 'source-without-link',
        path: 'sourcesCited',
        message: `${name} is cited, and no link leads to the ${kind === 'document' ? 'document' : 'piece'}.`,
        fix: 'Add the link to the citation, to the quote, or to the source.',
        about: id,
      }),
    )

const linkable = new Set(['publication', 'document'])

/** Ids of the sources that some citation, quote or step of a quote has a link for. */
const linksTo = ({ body, quotes }: PublishedStory): Set<string> => {
  const cited = [...inlinesOf(body)].flatMap((inline) =>
    inline.type === 'citation' && inline.url ? [inline.sourceId] : [],
  )
  const quoted = quotes.flatMap(({ speaker, chain, url }) => [
    ...(url ? [speaker.sourceId, chain.at(-1)?.sourceId ?? null] : []),
    ...chain.filter((hop) => hop.url).map((hop) => hop.sourceId),
  ])
  return new Set([...cited, ...quoted].filter((id) => id !== null))
}

const capitalised = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`

export const sourceRules: Rule[] = [
  needsDescription,
  needsApproval,
  needsOtherApprover,
  needsOwnEars,
  needsLink,
]
