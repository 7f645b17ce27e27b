/** What only looks like one English phrase: a name, its verb and the object, with no sign between them. */
import type { Token } from '#src/quotes/text/tokens.ts'

const looksLikeVerb =
  /(?:[^s]s|ed)$|^(?:met|saw|told|gave|took|left|held|led|sent|made|lost|won|found|paid|brought|kept|began|drove|fought|taught|caught|sold|bought|built|hit|put|wrote|sought)$/

/** `thing Ann Lee shows visitors`, `Spokeswoman Ann Lee met families`: a full name, a verb and plain words to the end. */
export function holdsClause(core: Token[]): boolean {
  const name = core.findIndex((token, i) => token.isCapital && core[i + 1]?.isCapital)
  if (name < 0) return false
  let verb = name + 2
  while (core[verb]?.isCapital) verb++
  return (
    core.length - verb >= 2 &&
    looksLikeVerb.test(core[verb]?.lower ?? '') &&
    !core[verb - 1]?.isPossessive &&
    core.every((token, i) => (i >= name && i < verb) || isPlain(token))
  )
}

const isPlain = ({ isCapital, isPossessive, kind }: Token): boolean =>
  kind === 'word' && !isCapital && !isPossessive
