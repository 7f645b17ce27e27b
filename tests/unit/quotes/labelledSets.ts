/** The labelled paragraphs of `tests/fixtures/quotes`. */
import { readFileSync } from 'node:fs'
import type { LabelledParagraph } from './evaluate.ts'

export const load = (name: string): LabelledParagraph[] =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/quotes/${name}.json`, import.meta.url), 'utf8'),
  ) as LabelledParagraph[]

/** Sets whose mistakes have been read, and that must read well since. */
export const openSets: readonly string[] = [
  'tuning',
  'held-out',
  ...Array.from({ length: 15 }, (_, i) => `held-out-${i + 2}`),
]

/** Measured, and its mistakes left unread. */
export const blindSet = 'held-out-17'
