/** Documents that speak: `The State Department’s 2014 report`, `a study by Oxford University`. */
import { capitalRun, passedOn } from './attachments.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Speaker } from './speaker.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

/** What stands between a document and whoever issued it. */
export const authored =
  /^(?:by|from|of|de|du|d’|von|der|des|di|del|dell’|della|dello|dei|da|do|das|dos)$/

type DocumentPlace = { medium: string; after: number; next: number }

/** A document speaks for whoever issued it: `The State Department’s 2014 report`, `a study by Oxford University`. */
export function asDocument(
  base: Speaker,
  before: Token[],
  reading: Reading,
  place: DocumentPlace,
): Speaker {
  const { tokens, text } = reading
  const owner = before.findIndex((token) => token.isPossessive)
  const isAuthored = authored.test(tokens[place.after]?.lower ?? '')
  const afterwards = isAuthored ? tokens.slice(place.after + 1, place.next) : []
  const ownerTokens = owner >= 0 ? before.slice(0, owner + 1) : capitalRun(before)
  const named = ownerTokens.length > 0 ? ownerTokens : capitalRun(afterwards)
  if (named.length === 0) {
    // `an internal memo obtained by the Post`: who obtained it is a relay, not part of the name.
    const noun = tokens[place.after - 1] as Token
    const isPassedOn = passedOn.has(tokens[place.after]?.lower ?? '')
    const name = isPassedOn ? text.slice((before[0] ?? noun).start, noun.end) : base.name
    return { ...base, name, form: 'document', medium: place.medium }
  }
  const first = named[0] as Token
  const last = named.at(-1) as Token
  const name = withoutGenitive(
    text.slice(first.start, last.end).replace(/[’']s?$/, ''),
    reading,
    place,
  )
  const rest =
    owner >= 0 ? before.slice(owner + 1) : before.filter((token) => token.start > last.end)
  const from = rest[0]?.start ?? reading.tokens[place.after - 1]?.start ?? first.start
  const role = text.slice(from, (tokens[place.after - 1] as Token).end)
  return { ...base, form: 'document', name, role, medium: place.medium }
}

/** `der Bericht des Rechnungshofs` speaks for the Rechnungshof. */
const withoutGenitive = (name: string, { tokens, language }: Reading, { after }: DocumentPlace) =>
  language.code === 'de' && tokens[after]?.lower === 'des'
    ? name.replace(/(?<=\p{Ll}{4})s$/u, '')
    : name
