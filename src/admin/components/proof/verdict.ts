/** What a check found, in the words of the newsroom. */
import type { CheckFlag, CheckTier } from '#src/quotes/check/checkQuote.ts'
import type { Verdict } from '#src/quotes/check/verdict.ts'

/**
 * The verdict in a sentence or two: how the words stand in the evidence, and what to do when they do not.
 *
 * @param tier how they were found; `null` where nothing was checked
 * @param hasPlace whether a passage to compare a paraphrase with was found
 */
export const sayVerdict = (status: Verdict, tier: CheckTier | null, hasPlace = true): string => {
  if (status === 'no-evidence') {
    return 'Nothing proves these words yet. Choose the evidence above, or make it: paste the page, the transcript or the document they come from.'
  }
  if (status === 'by-eye') {
    return hasPlace
      ? 'A paraphrase has words of its own, so nothing is checked letter by letter. Read it beside the passage below, the nearest in the evidence, and see that it says the same.'
      : 'A paraphrase has words of its own, so nothing is checked letter by letter. No passage of the evidence is near it, so read the evidence and see that it says the same.'
  }
  if (status === 'not-found') {
    return 'These words do not stand in the evidence, nor any that are like them. Correct the words, or choose other evidence.'
  }
  if (status === 'differs') {
    if (tier !== 'near') return 'The words stand in the evidence, but not as they are quoted.'
    return 'The evidence has nearly these words, but not these. Correct them, or mark what was cut with … and what was put in with [brackets].'
  }
  return tier ? found[tier] : 'The words stand in the evidence.'
}

const found: Record<CheckTier, string> = {
  exact: 'The words stand in the evidence, letter by letter.',
  normalised:
    'The words stand in the evidence; only quotation marks, dashes or spaces are set otherwise.',
  edge: 'The words stand in the evidence, but for the case of the first letter or the marks at the ends.',
  elided: 'The words stand in the evidence, in order, around edits that are marked.',
  near: 'The evidence has nearly these words.',
  absent: 'The words do not stand in the evidence.',
}

/** What each thing noticed means, and what to do about it. A flag that is not known says nothing. */
export const sayFlags = (flags: readonly string[]): string[] =>
  flags.flatMap((flag) => meanings[flag as CheckFlag] ?? [])

const meanings: Record<CheckFlag, string> = {
  splice:
    'The parts do not belong together: they lie far apart in the evidence, or different people said them. Make each a quote of its own.',
  reordered:
    'The parts stand in the evidence in another order. Quote them in the order in which they were said.',
  'negation-cut':
    'A marked edit takes out or puts in a “not” or a word like it, which turns the sense round. Quote the whole sentence.',
  'figure-changed': 'A marked edit changes a figure. Quote the figure as it was said.',
  'after-negation':
    'Right before these words the evidence says “not”, or a word like it. Without it they may say the opposite: read the whole sentence.',
  ambiguous:
    'These words stand in the evidence more than once. The first place is shown: see that it is the one you mean.',
}
