/** What stands after a name between commas: `, R-S.C.,`, `, the mayor of Lyon,`, `, 43,`, `, who spoke on condition of anonymity,`. */
import { affiliationIn } from './attachments.ts'
import { isParticiple, partyState, readSegment } from './appositiveSegments.ts'
import { nameGiven } from './namesGiven.ts'
import { readSpeaker } from './nounPhrases.ts'
import type { Found, FullFound, Reading } from '#src/quotes/text/reading.ts'
import { titleOf } from './longTitles.ts'
import { blankSpeaker, type Speaker } from './speaker.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { genderOfWords, isAge, isInstitutionWord } from '#src/quotes/text/vocabulary.ts'

type Appositives = {
  roles: string[]
  party: string | null
  affiliation: string | null
  condition: string | null
  next: number
}

/**
 * Reads the appositives from token `at`. With `mustClose` each one has to end in a comma, as it does before a verb.
 * @returns what they say and the token after them (`at` when there are none).
 */
function readAppositives(reading: Reading, at: number, mustClose: boolean): Appositives {
  const found: Appositives = {
    roles: [],
    party: null,
    affiliation: null,
    condition: null,
    next: at,
  }
  for (let turn = 0; turn < 5; turn++) {
    const segment =
      readSegment(reading, found.next, mustClose) ??
      (turn > 0 ? readRegion(reading, found.next) : null)
    if (!segment) break
    found.next = segment.next
    absorb(found, segment.tokens, reading)
  }
  return found
}

/** `, then stationed in Cairns, Queensland,`, `, editor of the town’s newspaper, Harrow Today,`: the name that closes an appositive. */
function readRegion(
  { tokens, language }: Reading,
  at: number,
): { tokens: Token[]; next: number } | null {
  const before = tokens[at - 1]
  const isPlaced =
    before?.isCapital || (before !== undefined && isInstitutionWord(before, language))
  if (tokens[at]?.text !== ',' || !isPlaced) return null
  let end = at + 1
  while (end < at + 4 && tokens[end]?.isCapital) end++
  return end > at + 1 && tokens[end]?.text === ',' ? { tokens: [], next: end } : null
}

/**
 * Reads a speaker with everything that stands beside the name, also where the name stands beside the office:
 * `the mediator, Ingrid Holm,`. @returns `null` when no speaker starts at `at`.
 */
export function readFullSpeaker(
  reading: Reading,
  at: number,
  mustClose: boolean,
): FullFound | null {
  const key = at * 2 + (mustClose ? 1 : 0)
  const known = reading.speakers[key]
  if (known !== undefined) return known
  const found = readBeside(reading, at, mustClose)
  reading.speakers[key] = found
  // Where nothing is set off beside the name, nothing has to close.
  if (
    found?.isBare &&
    !/^[,(]/.test(reading.tokens[found.next]?.text ?? '') &&
    (readTrade(reading, at)?.next ?? 0) <= found.next
  ) {
    reading.speakers[at * 2] = found
    reading.speakers[at * 2 + 1] = found
  }
  return found
}

function readBeside(reading: Reading, at: number, mustClose: boolean): FullFound | null {
  const trade = readTrade(reading, at)
  const known = readSpeaker(reading, at)
  // `the park’s chief ranger, Sally Birch`: a noun no list knows, with a name beside it, wins over the part that is known.
  const longer =
    trade && known && trade.next > known.next ? nameBeside(reading, trade, mustClose, at) : null
  if (longer) return { ...longer, isBare: false }
  const found: (Found & { isTrade?: true }) | null = known ?? trade
  if (!found) return null
  const named = nameGiven(reading, found) ?? nameBeside(reading, found, mustClose, at)
  if (named) return { ...named, isBare: false }
  if (found.isTrade) return null
  const appositives = readAppositives(reading, found.next, mustClose)
  const isUntouched = appositives.next === found.next && !found.speaker.role?.includes('.')
  return {
    speaker: isUntouched ? found.speaker : withAppositives(found.speaker, appositives),
    next: appositives.next,
    isBare: appositives.next === found.next,
  }
}

/** `the mediator`, where no list knows the noun: a speaker only when a name stands beside it. */
function readTrade(
  { tokens, text, language }: Reading,
  at: number,
): (Found & { isTrade: true }) | null {
  const first = tokens[at]
  const isOwned =
    first?.isCapital === true &&
    first.kind === 'word' &&
    (first.isPossessive || (tokens[at + 1]?.isCapital === true && tokens[at + 1]?.isPossessive))
  const isOpened =
    first !== undefined &&
    (isOwned || language.definite.has(first.lower) || language.indefinite.has(first.lower))
  if (!isOpened) return null
  let end = at + 1
  while (
    end < at + 8 &&
    tokens[end]?.kind === 'word' &&
    !language.cues.has(tokens[end]?.lower ?? '') &&
    !language.quotingVerbs.has(tokens[end]?.lower ?? '')
  )
    end++
  if (end === at + 1 || tokens[end]?.text !== ',') return null
  const role = text.slice(
    (tokens[isOwned ? at : at + 1] as Token).start,
    (tokens[end - 1] as Token).end,
  )
  return {
    speaker: { ...blankSpeaker('unnamed', role, first.start), role },
    next: end,
    isTrade: true,
  }
}

function nameBeside(
  reading: Reading,
  { speaker, next }: Found,
  mustClose: boolean,
  at: number,
): Found | null {
  const { tokens } = reading
  if (
    !(speaker.form === 'unnamed' || isOfPlace(speaker)) ||
    (speaker.count ?? 1) > 1 ||
    tokens[next]?.text !== ','
  )
    return null
  const from = isAge(tokens[next + 1]?.lower ?? '') ? next + 2 : next + 1
  const name = readSpeaker(reading, from)
  if (!name || (name.speaker.role !== null && name.speaker.form !== 'person')) return null
  const isKin =
    possessives.has(tokens[at]?.lower ?? '') ||
    (kin.has(speaker.noun ?? '') && tokens.slice(at, next).some((token) => token.isPossessive))
  const isGiven = name.speaker.form === 'surname' && isKin
  if (name.speaker.form !== 'person' && !isGiven) return null
  const end = afterParty(reading, afterPlace(reading, name.next))
  const closer = tokens[end]?.text
  // `Relator do caso, o ministro X votou`: without an article it is said of the name that follows.
  const opensSentence = isBareOpening(reading, at) && name.speaker.form === 'person'
  if (
    closer !== ',' &&
    !opensSentence &&
    (mustClose || !(closer === undefined || /^[.;:–—]$/.test(closer)))
  )
    return null
  return {
    speaker: {
      ...name.speaker,
      form: 'person',
      role: opensSentence
        ? name.speaker.role
        : isOfPlace(speaker)
          ? `${speaker.role} ${speaker.name}`
          : speaker.role,
      affiliation: speaker.affiliation,
      gender:
        name.speaker.gender === 'any'
          ? genderOfWords(speaker.name.toLowerCase())
          : name.speaker.gender,
    },
    next: end,
  }
}

const isBareOpening = ({ tokens, language }: Reading, at: number): boolean =>
  /^(?:fr|es|it|pt)$/.test(language.code) &&
  (at === 0 || tokens[at - 1]?.text === '.') &&
  !language.definite.has(tokens[at]?.lower ?? '') &&
  !language.indefinite.has(tokens[at]?.lower ?? '')

/** `o relator, senador Danilo Brito (PTU),`: the token after a short bracket. */
function afterParty({ tokens, language }: Reading, at: number): number {
  if (language.code === 'en' || tokens[at]?.text !== '(') return at
  for (let i = at + 1; i < at + 6; i++) if (tokens[i]?.text === ')') return i + 1
  return at
}

const longestPlace = 7

/** `its author, Ann Lee of Harrow University, warned`: the token after where somebody belongs, when a comma closes it. */
function afterPlace({ tokens, language }: Reading, at: number): number {
  if (language.code !== 'en' || !/^(?:of|from|at)$/.test(tokens[at]?.lower ?? '')) return at
  let end = at + 1
  while (
    end < at + longestPlace &&
    (tokens[end]?.isCapital || /^(?:of|the|and|for)$/.test(tokens[end]?.lower ?? ''))
  )
    end++
  return end > at + 1 && tokens[end]?.text === ',' ? end : at
}

/** `die Bürgermeisterin von Altmark`: with a name beside it, the place belongs to the office and is no surname. */
const isOfPlace = ({ form, role, name }: Speaker): boolean =>
  /surname|person/.test(form) && role !== null && /^(?:von|de|du|di|da|do|del) \S+$/.test(name)

/** `Tom Hurley’s wife, Deirdre,`. */
const kin = new Set(
  'wife husband widow widower partner mother father brother sister son daughter cousin aunt uncle grandmother grandfather neighbour neighbor friend'.split(
    ' ',
  ),
)

/** `His wife, Pilar,`: beside somebody’s relative a given name is enough. */
const possessives = new Set(
  'his her their its my our sa son ses leur su sus sein seine ihr ihre suo sua suoi seu'.split(' '),
)

/** The speaker with what the appositives add. */
function withAppositives(speaker: Speaker, found: Appositives): Speaker {
  const title = titleOf(speaker.role, found.party)
  const roles = [title, ...found.roles].filter((role) => role !== null && role !== '')
  return {
    ...speaker,
    role: roles.length > 0 && speaker.form !== 'publication' ? roles.join('; ') : speaker.role,
    affiliation: found.party ?? speaker.affiliation ?? found.affiliation,
    condition: speaker.condition ?? found.condition,
  }
}

function absorb(found: Appositives, tokens: Token[], reading: Reading): void {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (!first || !last) return
  const { text, language } = reading
  const words = text.slice(first.start, last.end)
  if (partyState.test(first.text)) {
    found.party = words
    return
  }
  if (/^(?:\d+|jr\.|sr\.|age|aged|himself|herself)$/.test(first.lower)) return
  const lower = words.toLowerCase()
  const condition = language.conditions.find((phrase) => lower.includes(phrase))
  if (condition) {
    found.condition = words.replace(/^(?:who|qui|che|que)\s+/i, '')
    return
  }
  if (/^(?:all|both)$/.test(first.lower)) return
  if (/^(?:who|whose|speaking|qui|der|che)$/.test(first.lower) && first.lower !== 'der') return
  if (isParticiple(first, language.code)) return
  // `Dana Reid, of the Harbour Trust,`: where somebody belongs.
  if (/^(?:of|from)$/.test(first.lower)) {
    found.affiliation ??= affiliationIn(tokens, text)
    return
  }
  let from = 0
  while (
    from < tokens.length - 1 &&
    /^(?:also|then|now|formerly)$/.test((tokens[from] as Token).lower)
  )
    from++
  while (
    from < tokens.length - 1 &&
    (language.definite.has((tokens[from] as Token).lower) ||
      language.indefinite.has((tokens[from] as Token).lower))
  )
    from++
  // `now 81 and retired`: an age and what comes with it.
  if (/^\d+$/.test((tokens[from] as Token).text)) return
  found.roles.push(text.slice((tokens[from] as Token).start, last.end))
  const joint = tokens.findIndex((token) => language.attachments.has(token.lower))
  if (joint >= 0) found.affiliation ??= affiliationIn(tokens.slice(joint), text)
}
