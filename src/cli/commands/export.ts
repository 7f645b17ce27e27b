import { Option } from 'commander'
import { introduce, type CommandRoom, type CommonOptions } from '#src/cli/command.ts'
import { withLedger } from '#src/cli/withPayload.ts'
import { getConfig } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import type { PublicationContext } from '#src/formats/context.ts'
import type { PayloadLedger } from '#src/ledger/payloadStore.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'

type Render = (story: PublishedStory, context: PublicationContext) => string

/** Each format is loaded when it is asked for. */
const formats = {
  json: async () => (story) => JSON.stringify(story, null, 2),
  html: async () => (await import('#src/formats/html/renderArticlePage.ts')).renderArticlePage,
  markdown: async () => (await import('#src/formats/markdown.ts')).renderMarkdown,
  text: async () => (await import('#src/formats/text.ts')).renderText,
} satisfies Record<string, () => Promise<Render>>

type ExportOptions = CommonOptions & { format: keyof typeof formats }

/** `export`: a published story as it stands in the ledger, never a draft. */
export const addExport = ({ program, run }: CommandRoom): void => {
  introduce({
    parent: program,
    name: 'export',
    description: 'Print a published story.',
    example: 'verbatim export harbour-budget --format markdown > harbour-budget.md',
  })
    .argument('<slug>', 'the last part of its address; an earlier one will do')
    .addOption(
      new Option('--format <format>', 'what to print')
        .choices(Object.keys(formats))
        .default('json'),
    )
    .action((slug: string, options: ExportOptions) =>
      run(options, async () => {
        const story = await withLedger((ledger) => findLive(ledger, slug))
        const config = getConfig()
        const { publisher } = await import('#src/editorial/publishing/publisher.ts')
        const render: Render = await formats[options.format]()
        const context = { publicUrl: config.publicUrl, publisher: publisher(config) }
        const text = render(story, context)
        const data = options.format === 'json' ? story : { format: options.format, content: text }
        return { text: text.trimEnd(), data }
      }),
    )
}

const findLive = async (ledger: PayloadLedger, slug: string): Promise<PublishedStory> => {
  const moved = await ledger.redirectFor(slug)
  const current = await ledger.get('story', { slug: moved ?? slug })
  if (!current) {
    throw new AppError('not-found', `Nothing was ever published as "${slug}".`)
  }
  if (current.state === 'live') return current.story
  const why = current.reason ? `: ${current.reason}` : '.'
  throw new AppError('gone', `"${slug}" is ${current.state}${why}`)
}
