/** What an editor should know after pasting. */
import { textOf, type PastedBlock } from '#src/imports/pastedBlocks.ts'
import type { Losses } from '#src/imports/pastedWalk.ts'
import type { Doubt } from '#src/imports/proposal.ts'

/** The doubts of a paste, the gravest first: what bears on quotations, then what was left behind. */
export const listPasteDoubts = (blocks: readonly PastedBlock[], losses: Losses): Doubt[] => {
  const quotations = countQuotations(blocks)
  return [
    ...about(quotations.length, {
      code: 'paste-quotation',
      message: `${many(quotations.length, 'quotation')} came in as plain text, without speaker or evidence.`,
      fix: 'Make a quote record of each and set it as a block quote.',
      excerpt: quotations[0] ?? null,
    }),
    ...about(losses.deletions, {
      code: 'paste-tracked-changes',
      message: `The text had tracked changes: ${many(losses.deletions, 'deletion')} left out, insertions kept.`,
      fix: 'Compare with the original before you go on.',
      excerpt: null,
    }),
    ...about(losses.pictures, {
      code: 'paste-picture',
      message: `${many(losses.pictures, 'picture')} left behind: pictures need a credit and a licence.`,
      fix: 'Upload each one under Images and set it as an image block.',
      excerpt: null,
    }),
    ...about(losses.embeds, {
      code: 'paste-embed',
      message: `${many(losses.embeds, 'embedded player')} left behind.`,
      fix: 'Add an embed block with the address of the post or video.',
      excerpt: null,
    }),
    ...about(losses.tables, {
      code: 'paste-table',
      message: `${many(losses.tables, 'table')} turned into paragraphs, one for each row.`,
      fix: 'Read the rows through, or make a picture or a list of them.',
      excerpt: null,
    }),
    ...about(losses.comments, {
      code: 'paste-comment',
      message: `${many(losses.comments, 'comment')} left behind.`,
      fix: 'Copy what matters into the notes of the story.',
      excerpt: null,
    }),
    ...about(losses.links.length, {
      code: 'paste-link',
      message: `${many(losses.links.length, 'link')} dropped: the address is unsafe or incomplete.`,
      fix: 'Set the link anew with its whole address.',
      excerpt: losses.links[0] ?? null,
    }),
  ]
}

const about = (count: number, doubt: Doubt): Doubt[] => (count > 0 ? [doubt] : [])

/** The first words of each quotation; the paragraphs of one count once. */
const countQuotations = (blocks: readonly PastedBlock[]): string[] =>
  blocks.flatMap((block, index) => {
    const group = groupOf(block)
    return group !== null && group !== groupOf(blocks[index - 1]) ? [excerpt(textOf(block))] : []
  })

const groupOf = (block: PastedBlock | undefined): string | null =>
  block && block.shape !== 'divider' && block.shape.type === 'blockquote' ? block.shape.group : null

const many = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`

const excerpt = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text)
