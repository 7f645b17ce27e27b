/** `npm run eval:quotes`: how well quotations are found and attributed on the labelled paragraphs, and how fast. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { evidenceChecker } from '#src/quotes/check/checkQuote.ts'
import type { extractQuotes as Extract } from '#src/quotes/extractQuotes.ts'
import {
  evaluate,
  type Evaluation,
  type LabelledParagraph,
  type Ratio,
  valueOf,
} from '#tests/unit/quotes/evaluate.ts'
import { blindSet, load, openSets } from '#tests/unit/quotes/labelledSets.ts'
import { cpuOf, hostileTexts, newsText } from '#tests/unit/quotes/longTexts.ts'

const shown = (ratio: Ratio): string => `${valueOf(ratio).toFixed(3)} (${ratio.right}/${ratio.of})`

function report(title: string, paragraphs: LabelledParagraph[], isOpen = true): void {
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
    ...(isOpen && found.misses.length > 0
      ? ['  misses:', ...found.misses.map((miss) => `    ${miss}`)]
      : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

/** The reader as users run it: the loader of the sources gives each inner function its name again at every call. */
async function asUsersRun(): Promise<typeof Extract> {
  const { href } = new URL('../src/cli/prepare/buildServer.mjs', import.meta.url)
  const { asProgram } = (await import(href)) as { asProgram: BuildOptions }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-eval-'))
  const outfile = path.join(folder, 'extractQuotes.mjs')
  await build({
    ...asProgram,
    absWorkingDir: path.resolve(import.meta.dirname, '..'),
    entryPoints: ['src/quotes/extractQuotes.ts'],
    splitting: false,
    sourcemap: false,
    outfile,
  })
  const program = (await import(outfile)) as { extractQuotes: typeof Extract }
  rmSync(folder, { recursive: true })
  return program.extractQuotes
}

/** Median of warm runs over 100 kB of news, and the dearest of the hostile texts. */
async function reportSpeed(): Promise<void> {
  const extractQuotes = await asUsersRun()
  const news = newsText(100_000)
  for (let run = 0; run < 10; run++) extractQuotes(news)
  const clock: number[] = []
  const cpu = Array.from({ length: 15 }, () => {
    const from = performance.now()
    const used = cpuOf(() => extractQuotes(news))
    clock.push(performance.now() - from)
    return used
  })
  const hostile = Object.entries(hostileTexts(100_000)).map(
    ([name, text]) => [name, cpuOf(() => extractQuotes(text))] as const,
  )
  const [name, dearest] = hostile.reduce((most, one) => (one[1] > most[1] ? one : most))
  process.stdout.write(
    [
      `Speed on 100 kB of news, warm: CPU ${median(cpu)} ms (least ${least(cpu)}), clock ${median(clock)} ms (least ${least(clock)})`,
      `Hostile texts of 100 kB, first run: at most ${dearest.toFixed(0)} ms CPU (${name})\n`,
    ].join('\n'),
  )
}

/** Median of ten checks against a megabyte of evidence, each of which makes the evidence ready anew. */
function reportChecks(): void {
  const words = 'We looked at every pump along the canal and none had been serviced since the flood'
  const news = newsText(1_000_000)
  const evidence = `${news.slice(0, 600_000)} ${words}. ${news.slice(600_000)}`
  const quotes = {
    exact: words,
    elided: 'We looked at every pump … none had been serviced since the flood',
    near: words.replace('every', 'each').replace('canal', 'river'),
    absent: 'Nobody in this town has ever eaten a purple turnip on the slow train to the border',
  }
  const lines = Object.entries(quotes).map(([tier, quote]) => {
    const times = Array.from({ length: 10 }, () => {
      const from = performance.now()
      const check = evidenceChecker(evidence)(quote)
      if (check.tier !== tier) throw new Error(`The check says ${check.tier}, not ${tier}.`)
      return performance.now() - from
    })
    return `${tier} ${median(times)} ms`
  })
  process.stdout.write(`A quote checked against 1 MB of evidence, clock: ${lines.join(', ')}\n`)
}

const sorted = (times: number[]): number[] => [...times].sort((a, b) => a - b)
const median = (times: number[]): string => (sorted(times)[times.length >> 1] ?? 0).toFixed(0)
const least = (times: number[]): string => (sorted(times)[0] ?? 0).toFixed(0)

for (const name of openSets) report(name, load(name))
report(`${blindSet}, whose mistakes nobody has read`, load(blindSet), false)
await reportSpeed()
reportChecks()
