import type { CardRecord } from '#src/admin/components/blocks/records.ts'
import { textIn } from '#src/admin/components/blocks/useRecord.ts'

/** Who said a quote, as it is shown beside the words: name, role and affiliation at the time. */
export const speakerOf = (quote: CardRecord | null): string => {
  const speaker = quote?.['speaker']
  if (!isRecord(speaker)) return ''
  const name = textIn(speaker, 'publicDescription') || textIn(speaker, 'name')
  return [textIn(quote, 'role'), textIn(quote, 'affiliation')].reduce(
    (said, part) => (part === '' || said.includes(part) ? said : `${said}, ${part}`),
    name,
  )
}

const isRecord = (value: unknown): value is CardRecord =>
  typeof value === 'object' && value !== null && 'id' in value
