/** `npx tsx tests/eval-quotes.ts`: how well quotations are found and attributed, on the tuned and the held-out paragraphs. */
import { readFileSync } from 'node:fs'
import {
  evaluate,
  type Evaluation,
  type LabelledParagraph,
  type Ratio,
  valueOf,
} from '#tests/unit/quotes/evaluate.ts'

const load = (name: string): LabelledParagraph[] =>
  JSON.parse(
    readFileSync(new URL(`fixtures/quotes/${name}.json`, import.meta.url), 'utf8'),
  ) as LabelledParagraph[]

const shown = (ratio: Ratio): string => `${valueOf(ratio).toFixed(3)} (${ratio.right}/${ratio.of})`

function report(title: string, paragraphs: LabelledParagraph[]): void {
  const found: Evaluation = evaluate(paragraphs)
  const lines = [
    `${title}: ${paragraphs.length} paragraphs`,
    `  spans          precision ${shown(found.precision)}  recall ${shown(found.recall)}`,
    ...Object.entries(found.byKind).map(
      ([kind, { precision, recall }]) =>
        `    ${kind.padEnd(12)} precision ${shown(precision)}  recall ${shown(recall)}`,
    ),
    `  kind right     ${shown(found.kindRight)}`,
    `  not quotations ${shown(found.notQuotesRight)}`,
    `  relay right    ${shown(found.viaRight)}   unnamed right ${shown(found.anonymousRight)}`,
    `  attribution    certain ${shown(found.attribution.certain)}  likely ${shown(found.attribution.likely)}  unknown ${shown(found.attribution.unknown)}`,
    `  coverage       ${shown(found.attributed)} of the quotations with a speaker got one`,
    ...(found.misses.length > 0 ? ['  misses:', ...found.misses.map((miss) => `    ${miss}`)] : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

report('Tuning set', load('tuning'))
report('Held-out set', load('held-out'))
report('Second held-out set', load('held-out-2'))
report('Third held-out set', load('held-out-3'))
