/** What somebody at a story is told of the others who are there. Pure. */
import type { PersonHere, WhoIsHere } from '#src/workflow/presence.ts'

export type Told = {
  /** `lost`: the lock was taken from you; `waiting`: somebody else writes; `calm`: nobody is in anybody's way. */
  tone: 'lost' | 'waiting' | 'calm'
  /** What counts most. */
  main: string
  /** Who else is there. */
  rest: string
  /** What the button says that takes the lock; `null` where there is nothing to take. */
  offer: 'Take over' | 'Take back' | null
}

/**
 * Puts who is here into words.
 *
 * @param here what the last heartbeat was answered
 * @param isModified the form holds words that are not saved yet
 * @param timeOf writes a time as the reader's clock shows it
 * @returns `null` when nobody else is there
 */
export const tellWhoIsHere = (
  { people, takenOverBy, takenOverAt }: WhoIsHere,
  isModified: boolean,
  timeOf: (at: string) => string,
): Told | null => {
  const others = people.filter(({ isYou }) => !isYou)
  if (others.length === 0) return null
  const writer = others.find(({ isWriting }) => isWriting)
  const rest = others.filter((person) => person !== writer)
  if (takenOverBy) {
    const at = takenOverAt ? ` at ${timeOf(takenOverAt)}` : ''
    const saved = isModified
      ? 'Your last words are in this window and not saved yet.'
      : 'Your text is saved.'
    return {
      tone: 'lost',
      main: `${takenOverBy} took over${at}. ${saved}`,
      rest: hereIn(rest, timeOf),
      offer: 'Take back',
    }
  }
  if (writer) {
    const since = writer.writingSince ? `, since ${timeOf(writer.writingSince)}` : ''
    return {
      tone: 'waiting',
      main: `${writer.name} is writing${since}.`,
      rest: hereIn(rest, timeOf),
      offer: 'Take over',
    }
  }
  const you = people.find(({ isYou }) => isYou)
  if (you?.isWriting) {
    const since = you.writingSince ? `, since ${timeOf(you.writingSince)}` : ''
    return {
      tone: 'calm',
      main: `You are writing${since}.`,
      rest: hereIn(rest, timeOf),
      offer: null,
    }
  }
  return {
    tone: 'calm',
    main: hereIn(rest, timeOf),
    rest: 'Nobody is writing: whoever types first has the story.',
    offer: null,
  }
}

const hereIn = (people: PersonHere[], timeOf: (at: string) => string): string =>
  people
    .map(({ name, typedAt }) =>
      typedAt ? `${name} is here and last wrote at ${timeOf(typedAt)}.` : `${name} is here.`,
    )
    .join(' ')

/** Two letters to know somebody by. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/u)
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase()
}
