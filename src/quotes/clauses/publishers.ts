/** Whoever issues a text speaks in it: `The Telegraph published an opinion that insisted`, `Ann Lee put out a statement saying`. */
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'

const publishing = new Set(
  'published carried ran issued released printed posted sent wrote circulated delivered emailed e-mailed tweeted'.split(
    ' ',
  ),
)
const outwards = new Set('put puts sent sends gave blasted handed'.split(' '))

/** The verb right before a phrase by which somebody makes it public, `put out` and the like among them, or `null`. */
export function publishingVerb({ tokens }: Reading, start: number): number | null {
  const before = tokens[start - 1]?.lower ?? ''
  if (publishing.has(before)) return start - 1
  return before === 'out' && outwards.has(tokens[start - 2]?.lower ?? '') ? start - 2 : null
}

/** What people and offices say in their own name. */
const ownWords = /^(?:statement|letter|email|memo|notice|advertisement)$/

/** The speaker of a document that somebody published; the document itself where it is not theirs. */
export function publisherOf(document: Speaker, owner: Speaker): Speaker {
  const { medium } = document
  if (owner.form === 'publication' || owner.form === 'organisation') {
    const kind = owner.role
    const role = kind && medium ? `${kind} (${medium})` : (medium ?? document.noun)
    return { ...document, form: owner.form, name: owner.name, role, at: owner.at }
  }
  const isTheirs = medium !== null && ownWords.test(medium)
  return isTheirs && /person|surname|unnamed|pronoun/.test(owner.form)
    ? { ...owner, medium }
    : document
}
