/** Words that turn a statement round. Leaving one out, or adding one, is never a harmless edit. */

const NEGATIONS = [
  ...['no', 'not', 'never', 'nor', 'neither', 'none', 'nobody', 'nothing', 'nowhere', 'cannot'],
  ...['without', 'hardly', 'barely', 'scarcely', 'unless', 'except', 'refuse', 'refused', 'deny'],
  ...['nicht', 'kein', 'keine', 'keinen', 'keinem', 'keiner', 'keines', 'nie', 'niemals', 'nichts'],
  ...['niemand', 'ohne', 'weder', 'kaum', 'ne', 'pas', 'jamais', 'rien', 'aucun', 'aucune', 'sans'],
  ...['non', 'nulla', 'nessuno', 'nessuna', 'senza', 'nunca', 'jamás'],
  ...['nadie', 'ningún', 'ninguno', 'ninguna', 'não', 'nem', 'ninguém', 'nenhum', 'nenhuma'],
  ...['sem'],
]

const NEGATION = new RegExp(
  [
    `(?<![\\p{L}\\p{M}])(?:${NEGATIONS.join('|')})(?![\\p{L}\\p{M}])`,
    `n't(?![\\p{L}\\p{M}])`,
    // French: n'est pas.
    `(?<![\\p{L}\\p{M}'])n'(?=\\p{L}{2})`,
  ].join('|'),
  'giu',
)

/** How many negations a text in normal form holds. */
export const countNegations = (text: string): number => text.match(NEGATION)?.length ?? 0

/** Whether the words right before a find turn it round: “not”, or “not really”, in the same sentence. */
export const followsNegation = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 40), at)
  const last = /(?:[^\s.!?]+\s+){1,2}$/.exec(before)?.[0] ?? ''
  return countNegations(last) > 0
}

/** The figures of a text: digits with what stands inside a number. */
export const figuresIn = (text: string): string[] => text.match(/\d+(?:[.,:/]\d+)*/g) ?? []
