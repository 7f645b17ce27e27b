/**
 * Which facts a change of a published story touches: the words of a quote, a number, a date, a name. Whoever calls
 * a change minor must not touch one. Pure.
 */
import { diffArrays } from 'diff'
import { speakerName } from '#src/story/attribution.ts'
import { diffStories, sideOf, type StoryDiff } from '#src/story/diff.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { factsIn, quoteFact, type Fact, type FactKind, type FactOptions } from './facts.ts'

/** `null` where there is nothing on that side: it is new, or gone. */
export type FactChange = { kind: FactKind; before: string | null; after: string | null }

/** What changed, with the facts that it touches, each once, in the order of the story. */
export const changedFacts = (
  before: PublishedStory,
  after: PublishedStory,
  diff: StoryDiff = diffStories(before, after),
): FactChange[] => {
  const known = new Set([...knownNames(before), ...knownNames(after)])
  const options = { language: after.language, known }
  const changes = [
    ...recordChanges(before, after),
    ...diff.fields.filter(({ field }) => readFields.has(field)).flatMap(textChanges(options)),
    // What a quote record says is compared by its record.
    ...diff.blocks.filter(({ type }) => type !== 'quote').flatMap(textChanges(options)),
  ]
  return withoutMoves(changes).map(({ kind, before: was, after: is }) => ({
    kind,
    before: was?.shown ?? null,
    after: is?.shown ?? null,
  }))
}

/** `“1,200” became “1,300”`, for a message. */
export const describeFact = ({ before, after }: FactChange): string => {
  if (before !== null && after !== null) return `“${cut(before)}” became “${cut(after)}”`
  return before === null ? `“${cut(after ?? '')}” is new` : `“${cut(before)}” is gone`
}

type Change = { kind: FactKind; before: Fact | null; after: Fact | null }

/** Byline, section and topics are compared as records, or are no statement of fact. */
const readFields = new Set(['headline', 'standfirst', 'dateline', 'leadImage'])

const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

const textChanges =
  (options: FactOptions) =>
  ({ words }: { words: StoryDiff['blocks'][number]['words'] }): Change[] =>
    compare(factsIn(sideOf(words, 'before'), options), factsIn(sideOf(words, 'after'), options))

const recordChanges = (before: PublishedStory, after: PublishedStory): Change[] => {
  const was = new Map(before.quotes.map((quote) => [quote.id, quote]))
  const words = after.quotes.flatMap((quote) => {
    const old = was.get(quote.id)
    return old
      ? [
          ...compare([quoteFact(old.text)], [quoteFact(quote.text)]),
          ...compare([nameFact(speakerName(old.speaker))], [nameFact(speakerName(quote.speaker))]),
        ]
      : []
  })
  const others = (story: PublishedStory, than: PublishedStory): Fact[] =>
    story.quotes
      .filter(({ id }) => !than.quotes.some((quote) => quote.id === id))
      .map(({ text }) => quoteFact(text))
  return [
    ...words,
    ...compare(others(before, after), others(after, before)),
    ...compare(names(before.authors), names(after.authors)),
    ...compare(names(before.sources), names(after.sources)),
  ]
}

const nameFact = (name: string): Fact => ({ kind: 'name', shown: name, value: name })

const names = (people: { name: string }[]): Fact[] => people.map(({ name }) => nameFact(name))

/** Kind by kind, in order: what was taken out and put in at one place is one change. */
const compare = (before: Fact[], after: Fact[]): Change[] =>
  (['quote', 'number', 'date', 'name'] as const).flatMap((kind) => {
    const of = (facts: Fact[]): Fact[] => facts.filter((fact) => fact.kind === kind)
    const runs = diffArrays(of(before), of(after), {
      comparator: (one, other) => one.value === other.value,
    })
    const changes: Change[] = []
    let gone: Fact[] = []
    const flush = (added: Fact[]): void => {
      for (let at = 0; at < Math.max(gone.length, added.length); at += 1) {
        changes.push({ kind, before: gone[at] ?? null, after: added[at] ?? null })
      }
      gone = []
    }
    for (const { value, removed, added } of runs) {
      if (removed) gone = value
      else flush(added ? value : [])
    }
    flush([])
    return changes
  })

/** A sentence that moved takes its facts along: what is gone here and new there has not changed. */
const withoutMoves = (changes: Change[]): Change[] => {
  const left = [...changes]
  for (const change of changes) {
    if (change.before === null || change.after !== null) continue
    const twin = left.findIndex(
      ({ kind, before, after }) =>
        before === null && kind === change.kind && after?.value === change.before?.value,
    )
    if (twin < 0) continue
    left.splice(twin, 1)
    left.splice(left.indexOf(change), 1)
  }
  const seen = new Set<string>()
  return left.filter(({ kind, before, after }) => {
    const key = JSON.stringify([kind, before?.value, after?.value])
    return seen.has(key) ? false : seen.add(key)
  })
}

const knownNames = (story: PublishedStory): string[] =>
  [
    ...story.authors.map(({ name }) => name),
    ...story.sources.map(({ name }) => name),
    ...story.quotes.map(({ speaker }) => speaker.name ?? ''),
  ].flatMap((name) => name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word)))
