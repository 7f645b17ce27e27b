/** Who has been named so far: links later mentions and pronouns to full names. Surnames that two people share stay open. */
import { readFullSpeaker } from './appositives.ts'
import { isCalling, personDescribed } from './describedAgain.ts'
import { type Institutions, institutionNamed, noteInstitutions } from './institutions.ts'
import { opensAsVerb } from './participles.ts'
import { sameName } from './namesakes.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Speaker } from './speaker.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

export type Mention = {
  speaker: Speaker
  paragraph: number
  isSubject: boolean
}

export type People = {
  bySurname: Map<string, Mention[]>
  /** Subjects and speakers in order of the text, for pronouns. */
  subjects: Mention[]
  documents: Speaker[]
  institutions: Institutions
}

export const nobodyYet = (): People => ({
  bySurname: new Map(),
  subjects: [],
  documents: [],
  institutions: new Map(),
})

/** Adds the full names a paragraph mentions. `sentenceStarts` are token places. */
export function addMentions(
  people: People,
  reading: Reading,
  paragraph: number,
  sentenceStarts: ReadonlySet<number>,
): void {
  const { tokens } = reading
  noteInstitutions(people.institutions, reading)
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const agent = token.lower === 'by' ? agentBeforeQuote(reading, i) : null
    if (agent) people.subjects.push({ speaker: agent, paragraph, isSubject: true })
    const isStart = sentenceStarts.has(i)
    if (token.kind !== 'word' || !(token.isCapital || isStart || opensTitle(tokens, i, reading)))
      continue
    const closed = readFullSpeaker(reading, i, true)
    const found = closed?.isBare ? readFullSpeaker(reading, i, false) : closed
    if (
      !found ||
      !['person', 'organisation', 'document', 'publication', 'unnamed', 'surname'].includes(
        found.speaker.form,
      )
    )
      continue
    const { speaker } = found
    if (isStart && opensAsVerb(reading, i, found)) continue
    if (speaker.form === 'person') addName(people, { speaker, paragraph, isSubject: isStart })
    if (speaker.form === 'document' && speaker.role !== null) people.documents.push(speaker)
    if (isStart || speaker.form === 'person')
      people.subjects.push({ speaker, paragraph, isSubject: isStart })
    // Who is named inside a description is named as well: `The team, led by Ann Lee of the museum, …`.
    const holdsNames = reading.language.code === 'en' && !/person|surname/.test(speaker.form)
    if (!holdsNames) i = Math.max(i, found.next - 1)
  }
}

/** `It was signed by the deputy mayor. “Q,” he said.`: who did it, last before the quotation. */
function agentBeforeQuote(reading: Reading, by: number): Speaker | null {
  const { tokens } = reading
  const isArticle = /^(?:the|an?)$/.test(tokens[by + 1]?.lower ?? '')
  const found = isArticle ? readFullSpeaker(reading, by + 1, false) : null
  return found?.speaker.form === 'unnamed' &&
    tokens[found.next]?.text === '.' &&
    tokens[found.next + 1]?.kind === 'quote'
    ? found.speaker
    : null
}

/** `spokesman John Smith`: the title in lower case belongs to the name. */
const opensTitle = (tokens: Token[], i: number, { language }: Reading): boolean =>
  language.offices.has((tokens[i] as Token).lower)

const mostNamesakes = 12

function addName(people: People, mention: Mention): void {
  const key = surnameOf(mention.speaker.name)
  const known = people.bySurname.get(key) ?? []
  // Beyond a few bearers the surname is ambiguous anyway.
  if (known.length >= mostNamesakes) return
  const same = known.find((other) => sameName(other.speaker.name, mention.speaker.name) !== null)
  if (!same) known.push(mention)
  else {
    const name = sameName(same.speaker.name, mention.speaker.name)
    if (name !== null && name !== same.speaker.name) same.speaker = { ...same.speaker, name }
    if (same.speaker.role === null && mention.speaker.role !== null)
      same.speaker = {
        ...same.speaker,
        role: mention.speaker.role,
        affiliation: mention.speaker.affiliation,
      }
  }
  people.bySurname.set(key, known)
}

const generation = /,?\s+(?:Jr\.?|Sr\.?|II|III|IV)$/i
const isSpace = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0x202f

/** The part of a name a story uses later: without `Jr.` and the like, `al-Maliki` as `maliki`. */
export function surnameOf(name: string): string {
  const bare = /[.riv]$/i.test(name) ? name.replace(generation, '') : name
  let start = bare.length
  while (start > 0 && !isSpace(bare.charCodeAt(start - 1))) start--
  const last = bare.slice(start).toLowerCase()
  return last[2] === '-' ? last.replace(/^(?:al|el|as)-/, '') : last
}

export type Resolution = {
  speaker: Speaker | null
  via: 'named' | 'surname-near' | 'surname' | 'pronoun' | 'description' | 'ambiguous'
}

/** The fullest form of a speaker known at this place of the story. `unknown` names are kept as they stand. */
export function resolveSpeaker(speaker: Speaker, people: People, paragraph: number): Resolution {
  if (speaker.form === 'pronoun') return resolvePronoun(speaker, people, paragraph)
  if (speaker.form === 'surname' || speaker.form === 'person')
    return resolveName(speaker, people, paragraph)
  if (speaker.mayBeName && people.bySurname.has(speaker.noun ?? ''))
    return resolveName(
      { ...speaker, form: 'surname', role: null, name: speaker.noun ?? '' },
      people,
      paragraph,
    )
  if (speaker.standsForName) {
    const known = resolveDescription(speaker, people, paragraph)
    const meant = known.via === 'named' ? personDescribed(speaker, people, paragraph) : null
    if (meant || known.via !== 'named' || isCalling(speaker.noun ?? ''))
      return { speaker: meant ?? known.speaker, via: 'description' }
  }
  // `sagte die SPD-Politikerin`: German agencies name somebody once and say the party after that.
  if (speaker.isDefinite && /politiker(?:in)?$/.test(speaker.noun ?? '')) {
    const gender = speaker.noun?.endsWith('in') ? 'f' : 'm'
    const meant = resolvePronoun({ ...speaker, gender }, people, paragraph).speaker
    if (meant && meant.form === 'person') return { speaker: meant, via: 'description' }
  }
  if (speaker.isDefinite && speaker.form === 'unnamed' && !speaker.name.includes(' for '))
    return resolveDescription(speaker, people, paragraph)
  if (speaker.form === 'document' && speaker.isDefinite && speaker.role === null) {
    const before = people.documents
      .slice(-farthest)
      .findLast((other) => other.at < speaker.at && other.noun === speaker.noun)
    if (before) return { speaker: before, via: 'description' }
  }
  const institution = institutionNamed(speaker, people.institutions)
  return institution === null
    ? { speaker, via: 'named' }
    : { speaker: { ...speaker, name: institution }, via: 'description' }
}

function resolveName(speaker: Speaker, people: People, paragraph: number): Resolution {
  const known = people.bySurname.get(surnameOf(speaker.name)) ?? []
  if (speaker.form === 'person') {
    const same = known.find((mention) => sameName(mention.speaker.name, speaker.name) !== null)
    return { speaker: same ? merged(speaker, same.speaker) : speaker, via: 'named' }
  }
  const earlier = known.filter((mention) => mention.speaker.at <= speaker.at)
  const candidates = (earlier.length > 0 ? earlier : known).filter((mention) =>
    agrees(speaker, mention.speaker),
  )
  if (candidates.length > 1) return { speaker: null, via: 'ambiguous' }
  const found = candidates[0]
  if (!found) return { speaker, via: speaker.role === null ? 'surname' : 'named' }
  return {
    speaker: merged({ ...speaker, name: found.speaker.name, form: 'person' }, found.speaker),
    via: found.paragraph === paragraph ? 'surname-near' : 'surname',
  }
}

const agrees = (mention: Speaker, known: Speaker): boolean =>
  mention.gender === 'any' || known.gender === 'any' || mention.gender === known.gender

const merged = (mention: Speaker, known: Speaker): Speaker => ({
  ...mention,
  role:
    known.role !== null && (mention.role === null || mention.role.length < known.role.length)
      ? known.role
      : mention.role,
  affiliation: mention.affiliation ?? known.affiliation,
  gender: mention.gender === 'any' ? known.gender : mention.gender,
  condition: mention.condition ?? known.condition,
})

const reach = 2
/** How many mentions back a pronoun or a description may point: nobody is meant farther away, and reading stays linear. */
const farthest = 80
const lowest = ({ subjects }: People): number => Math.max(0, subjects.length - farthest)

function resolvePronoun(speaker: Speaker, people: People, paragraph: number): Resolution {
  for (let i = people.subjects.length - 1; i >= lowest(people); i--) {
    const mention = people.subjects[i] as Mention
    if (mention.paragraph < paragraph - reach) break
    if (
      mention.speaker.at >= speaker.at ||
      !mention.isSubject ||
      !fitsPronoun(speaker, mention.speaker)
    )
      continue
    const named = resolveSpeaker(mention.speaker, people, paragraph).speaker
    if (named && named.form !== 'pronoun') return { speaker: named, via: 'pronoun' }
  }
  return { speaker: onlyPerson(speaker, people, paragraph), via: 'pronoun' }
}

/** `On the third morning the baker Silvio Crane laughed. “…,” he said.`: nobody else is named near. */
function onlyPerson(pronoun: Speaker, people: People, paragraph: number): Speaker | null {
  // German `sie` is one woman or several people: with one person near it is she.
  if (!/^[mf]$/.test(pronoun.gender) && !/^(?:sie)?$/i.test(pronoun.name)) return null
  const near = people.subjects
    .slice(lowest(people))
    .filter(
      ({ speaker, paragraph: at }) =>
        at >= paragraph - reach && speaker.at < pronoun.at && speaker.form === 'person',
    )
  const names = new Set(near.map(({ speaker }) => speaker.name))
  const only = names.size === 1 ? near[0]?.speaker : undefined
  return only && fitsPronoun(pronoun, only) ? only : null
}

function fitsPronoun(pronoun: Speaker, candidate: Speaker): boolean {
  if (candidate.form === 'pronoun') return false
  const isThing =
    candidate.form === 'organisation' ||
    candidate.form === 'document' ||
    candidate.form === 'publication'
  const isPlural =
    (candidate.count ?? 1) > 1 ||
    (candidate.form === 'unnamed' && /(?:s|people)$/.test(candidate.noun ?? ''))
  if (pronoun.gender === 'n') return isThing
  // `A source was less kind. “Q,” they said.`: one person whose gender is not told.
  const isOneOfAny =
    candidate.form === 'unnamed' && !candidate.isDefinite && candidate.gender === 'any'
  if (pronoun.gender === 'p')
    return isPlural || isThing || (isOneOfAny && pronoun.name.toLowerCase() === 'they')
  if (isThing || isPlural) return false
  return (
    pronoun.gender === 'any' || candidate.gender === 'any' || candidate.gender === pronoun.gender
  )
}

/** `the deputy mayor` is not the mayor. */
const ranks =
  /^(deputy|vice|assistant|acting|former|ex|adjoint|ancien|ehemalige[rn]?|stellvertretende[rn]?)[\s-]/

/** `the official`, `the senator`: the last one described or titled so. */
function resolveDescription(speaker: Speaker, people: People, paragraph: number): Resolution {
  const noun = speaker.noun ?? ''
  const rank = ranks.exec(speaker.name.toLowerCase())?.[1] ?? ''
  for (let i = people.subjects.length - 1; i >= lowest(people); i--) {
    const mention = people.subjects[i] as Mention
    if (mention.paragraph < paragraph - 4) break
    const { speaker: known } = mention
    if (known.at >= speaker.at || (known.isDefinite && known.form === 'unnamed')) continue
    const role = `${known.role ?? ''} ${known.noun ?? ''}`.toLowerCase()
    if (role.includes(rank) && role.includes(noun) && role.split(/[^\p{L}-]+/u).includes(noun))
      return { speaker: merged({ ...known, at: speaker.at }, known), via: 'description' }
  }
  return { speaker, via: 'named' }
}

/** Remembers who spoke last: pronouns go to speakers before other subjects. */
export function rememberSpeaker(
  people: People,
  speaker: Speaker,
  paragraph: number,
  at: number,
): void {
  const mention: Mention = {
    speaker: speaker.at === at ? speaker : { ...speaker, at },
    paragraph,
    isSubject: true,
  }
  let place = people.subjects.length
  while (place > 0 && (people.subjects[place - 1] as Mention).speaker.at > at) place--
  people.subjects.splice(place, 0, mention)
}
