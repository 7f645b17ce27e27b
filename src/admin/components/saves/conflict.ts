/** Two versions of a record, field by field: whose change is whose, and how each reads. Pure. */
import { diffWordsWithSpace } from 'diff'
import { canonicalJson } from '#src/story/canonicalJson.ts'
import { lexicalToStory } from '#src/story/lexicalToStory.ts'
import { plainText } from '#src/story/plainText.ts'

/** As the API tells it with a 409. */
export type FieldConflict = { field: string; base?: unknown; theirs?: unknown; yours?: unknown }

export type Choice = 'mine' | 'theirs'

/** Who changed the field since both opened it. */
export type ChangedBy = 'me' | 'them' | 'both'

export type Difference = FieldConflict & {
  changedBy: ChangedBy
  /** What the merge takes unless somebody decides otherwise: nobody's work is dropped without a look. */
  proposed: Choice
}

/**
 * Tells whose change each field is.
 *
 * @param base the record as this window last loaded or saved it
 * @param mine the form as it stands
 */
export const findDifferences = (
  conflicts: FieldConflict[],
  base: Record<string, unknown>,
  mine: Record<string, unknown>,
): Difference[] =>
  conflicts
    .map((conflict) => ({
      ...conflict,
      base: base[conflict.field] ?? conflict.base,
      yours: conflict.field in mine ? mine[conflict.field] : conflict.yours,
    }))
    .filter(({ theirs, yours }) => !isSame(theirs, yours))
    .map((conflict) => {
      const changedBy = whoChanged(conflict)
      return { ...conflict, changedBy, proposed: changedBy === 'them' ? 'theirs' : 'mine' }
    })

const whoChanged = ({ base, theirs, yours }: FieldConflict): ChangedBy =>
  isSame(yours, base) ? 'them' : isSame(theirs, base) ? 'me' : 'both'

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(emptied(one)) === canonicalJson(emptied(other))

/** A form says '' or [] where a record says null. */
const emptied = (value: unknown): unknown =>
  value === '' || value === undefined || (Array.isArray(value) && value.length === 0) ? null : value

export type Piece = { text: string; is: 'same' | 'mine' | 'theirs' }

/** Both values as one text with the words that only one of them has; `null` where there are no words to compare. */
export const compareWords = ({ theirs, yours }: FieldConflict): Piece[] | null => {
  const [one, other] = [wordsOf(theirs), wordsOf(yours)]
  if (one === null || other === null) return null
  return diffWordsWithSpace(one, other).map(({ added, removed, value }) => ({
    text: value,
    is: added ? 'mine' : removed ? 'theirs' : 'same',
  }))
}

const wordsOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || !('root' in value)) return null
  const { blocks } = lexicalToStory(value, {
    image: () => null,
    sourceName: () => null,
    articleUrl: () => null,
  })
  return plainText({ body: blocks, quotes: [] })
}

/** How many things a list or a group holds, for values that are no words. */
export const summaryOf = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'empty'
  if (Array.isArray(value)) return value.length === 1 ? '1 entry' : `${value.length} entries`
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  const filled = Object.entries(value).filter(([, one]) => one !== null && one !== '')
  return filled.map(([name, one]) => `${name}: ${String(one)}`).join(', ') || 'empty'
}

/** `bylineOverride` as people read it. */
export const fieldLabel = (name: string): string => {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase()
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
}
