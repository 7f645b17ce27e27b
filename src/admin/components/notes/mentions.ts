/** Naming colleagues in a note: `@` and a name. Pure. */

export type Colleague = { id: string; name: string }

/** What is being typed after an `@`. */
export type Mentioning = { start: number; query: string }

const LONGEST_NAME = 40
const OFFERED = 6

/**
 * Whether somebody is just being named.
 *
 * @param caret where the caret stands in the text
 * @returns the place of the `@` and what follows it; `null` when nobody is
 */
export const mentioningAt = (text: string, caret: number): Mentioning | null => {
  const before = text.slice(0, caret)
  const start = before.lastIndexOf('@')
  if (start < 0 || !isBoundary(before[start - 1])) return null
  const query = before.slice(start + 1)
  return query.length > LONGEST_NAME || /[\n@]|^\s/u.test(query) ? null : { start, query }
}

/** Whose name, or a word of it, begins with what was typed. */
export const offersFor = (query: string, people: readonly Colleague[]): Colleague[] => {
  const wanted = folded(query)
  const begins = ({ name }: Colleague): boolean => folded(name).startsWith(wanted)
  const holds = ({ name }: Colleague): boolean =>
    folded(name)
      .split(/\s+/u)
      .some((word) => word.startsWith(wanted))
  return [
    ...people.filter(begins),
    ...people.filter((person) => !begins(person) && holds(person)),
  ].slice(0, OFFERED)
}

/** Writes the name where it was begun, with a space after it. */
export const withMention = (
  text: string,
  caret: number,
  { start }: Mentioning,
  name: string,
): { text: string; caret: number } => {
  const before = `${text.slice(0, start)}@${name} `
  return { text: before + text.slice(caret).replace(/^ /u, ''), caret: before.length }
}

export type Piece = { text: string; person: Colleague | null }

/** The text in pieces, those that name somebody apart. Of two names at one place, the longer one. */
export const piecesOf = (text: string, people: readonly Colleague[]): Piece[] => {
  const byLength = people.toSorted((one, other) => other.name.length - one.name.length)
  const pieces: Piece[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < from || !isBoundary(text[at - 1])) continue
    const rest = folded(text.slice(at + 1))
    const person = byLength.find(
      ({ name }) => rest.startsWith(folded(name)) && !isLetter(rest[folded(name).length]),
    )
    if (!person) continue
    if (at > from) pieces.push({ text: text.slice(from, at), person: null })
    const end = at + 1 + person.name.length
    pieces.push({ text: text.slice(at, end), person })
    from = end
  }
  return from < text.length ? [...pieces, { text: text.slice(from), person: null }] : pieces
}

/** Ids of everybody the text names. Two people of one name are both meant, unless one was picked from the list. */
export const mentionedIn = (
  text: string,
  people: readonly Colleague[],
  picked: readonly string[] = [],
): string[] => {
  const names = new Set(
    piecesOf(text, people).flatMap(({ person }) => (person ? [folded(person.name)] : [])),
  )
  return people
    .filter(({ id, name }) => {
      if (!names.has(folded(name))) return false
      const same = people.filter((other) => folded(other.name) === folded(name))
      return picked.includes(id) || !same.some((other) => picked.includes(other.id))
    })
    .map(({ id }) => id)
}

const folded = (text: string): string => text.toLowerCase()

const isLetter = (char: string | undefined): boolean =>
  char !== undefined && /[\p{L}\p{N}_]/u.test(char)

/** Not within a word: an address of mail names nobody. */
const isBoundary = (char: string | undefined): boolean => !isLetter(char)
