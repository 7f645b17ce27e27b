import type { Payload } from 'payload'
import { introduce, type CommandRoom, type CommonOptions, type Outcome } from '#src/cli/command.ts'
import { describeError } from '#src/cli/describeError.ts'
import { readInput } from '#src/cli/readInput.ts'
import { withPayload } from '#src/cli/withPayload.ts'
import type { Doubt, ProposedDraft } from '#src/imports/proposal.ts'

type ImportOptions = CommonOptions & { dryRun?: boolean }

type FileReport = { file: string } & (
  | { status: 'saved'; articleId: string; slug: string; doubts: Doubt[] }
  | { status: 'understood'; proposal: ProposedDraft; doubts: Doubt[] }
  | { status: 'failed'; error: Record<string, unknown> }
)

/** `import`: outside text becomes drafts, each with the list of what an editor should look at. */
export const addImport = ({ program, run }: CommandRoom): void => {
  introduce({
    parent: program,
    name: 'import',
    description: 'Make drafts from plain text. Nothing is published; doubts are listed.',
    example: 'verbatim import story.txt\nverbatim import --dry-run --json story.txt',
  })
    .argument('<files...>', 'text files, or - for the standard input')
    .option('--dry-run', 'show what was understood and save nothing')
    .action((files: string[], options: ImportOptions) =>
      run(options, async () =>
        options.dryRun
          ? summarise(await reportEach(files, null))
          : withPayload(async (payload) => summarise(await reportEach(files, payload))),
      ),
    )
}

/** One file that cannot be read must not keep the others out. */
const reportEach = async (files: string[], payload: Payload | null): Promise<FileReport[]> => {
  const reports: FileReport[] = []
  for (const file of files) {
    try {
      reports.push(await importFile(file, payload))
    } catch (error) {
      reports.push({ file, status: 'failed', error: describeError(error).data })
    }
  }
  return reports
}

const importFile = async (file: string, payload: Payload | null): Promise<FileReport> => {
  const { proposeDraft } = await import('#src/imports/plainTextArticle.ts')
  const proposal = proposeDraft(await readInput(file), {})
  if (!payload) return { file, status: 'understood', proposal, doubts: proposal.doubts }
  const { importDraft } = await import('#src/editorial/stories/importDraft.ts')
  return { file, status: 'saved', ...(await importDraft({ payload, proposal, actor: null })) }
}

const summarise = (files: FileReport[]): Outcome => ({
  text: files.map(describeReport).join('\n'),
  data: { files },
  exitCode: files.some((report) => report.status === 'failed') ? 1 : 0,
})

const describeReport = (report: FileReport): string => {
  if (report.status === 'failed')
    return `${report.file}: failed. ${String(report.error['message'])}`
  const what =
    report.status === 'saved' ? `saved as the draft "${report.slug}"` : 'understood, not saved'
  const count = report.doubts.length === 1 ? '1 doubt' : `${report.doubts.length} doubts`
  const lines = report.doubts.map(({ message, fix }) => `  - ${message} ${fix}`)
  return [`${report.file}: ${what}, ${count}`, ...lines].join('\n')
}
