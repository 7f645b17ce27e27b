import { introduce, type CommandRoom, type CommonOptions } from '#src/cli/command.ts'
import { readInput } from '#src/cli/readInput.ts'
import type { ExtractedQuote } from '#src/quotes/extractedQuote.ts'

/** `quotes extract`: who says what in a text. Needs no database. */
export const addQuotes = ({ program, run }: CommandRoom): void => {
  const quotes = program.command('quotes').description('Quotes in a text.')
  introduce({
    parent: quotes,
    name: 'extract',
    description:
      'List the quotes of a text with their speakers, and what an editor should look at.',
    example: 'verbatim quotes extract story.txt\nverbatim quotes extract - --json < story.txt',
  })
    .argument('<file>', 'a text file, or - for the standard input')
    .action((file: string, options: CommonOptions) =>
      run(options, async () => {
        const { extractQuotes } = await import('#src/quotes/extractQuotes.ts')
        const extraction = extractQuotes(await readInput(file))
        const doubts = extraction.doubts.map(({ message, fix }) => `  - ${message} ${fix}`)
        const lines = [
          ...extraction.quotes.map(describeQuote),
          ...(doubts.length > 0 ? ['To look at:', ...doubts] : []),
        ]
        return { text: lines.join('\n') || 'No quotes found.', data: extraction }
      }),
    )
}

const describeQuote = ({ text, speaker, via, confidence }: ExtractedQuote): string => {
  const relay = via ? `, relayed by ${via}` : ''
  return `“${text}”\n  ${speaker ?? 'nobody named'}${relay} (${confidence})`
}
