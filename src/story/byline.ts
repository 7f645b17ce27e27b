/** The byline as printed. Editors may write another; this is what they get when they do not. */
import type { ContributionRole } from '#src/story/publishedStory.ts'

export type Contributor = { name: string; role: ContributionRole }

const ROLES: readonly (readonly [ContributionRole, string])[] = [
  ['by', 'by'],
  ['photos by', 'photos by'],
  ['additional reporting', 'additional reporting by'],
  ['editing', 'edited by'],
  ['translation', 'translated by'],
]

/**
 * One line for everyone who worked on the story: `By Ana Ruiz and Ben Okafor; photos by Cy Lee`.
 * Names keep their order within a role; a name given twice in one role is printed once.
 * @param authors in order of credit; an empty list gives an empty line
 */
export const formatByline = (authors: Contributor[]): string => {
  const parts = ROLES.flatMap(([role, words]) => {
    const inRole = authors.filter((author) => author.role === role && author.name.trim() !== '')
    const names = [...new Set(inRole.map(({ name }) => name.trim()))]
    return names.length === 0 ? [] : [`${words} ${joinNames(names)}`]
  })
  const line = parts.join('; ')
  return line.charAt(0).toUpperCase() + line.slice(1)
}

/** `A`, `A and B`, `A, B and C`. */
export const joinNames = (names: readonly string[]): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`
