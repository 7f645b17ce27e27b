/** Long texts for the reader of quotations: news, and what nobody would write. */
import { load } from '#tests/unit/quotes/labelledSets.ts'

const repeated = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length)

/** English news prose of this length, made of the labelled paragraphs. */
export function newsText(length: number): string {
  const paragraphs = ['tuning', 'held-out', 'held-out-2', 'held-out-3'].flatMap(load)
  const english = paragraphs.filter(({ language }) => language === 'en').map(({ text }) => text)
  return repeated(`${english.join('\n\n')}\n\n`, length)
}

/** Texts that would take longest if any step looked again at what another has read. */
export const hostileTexts = (length: number): Record<string, string> => ({
  'straight marks': repeated('"', length),
  'opening marks': repeated('“', length),
  'closing marks': repeated('”', length),
  apostrophes: repeated('’', length),
  'marks inside marks': repeated('“‘', length),
  'one-letter quotations': repeated('“a” ', length),
  'verbs of speech': repeated('said ', length),
  'one word': repeated('a', length),
  'capital letters': repeated('A', length),
  'words with capitals': repeated('Abc ', length),
  dashes: repeated('—', length),
  'dashes and spaces': repeated('— ', length),
  'appositives without end': repeated('Smith, the ', length),
  'relative clauses': repeated('a man who said who ', length),
  'pronouns of one line': repeated('“No,” it said. Ann Lee left. ', length),
  'gerunds of one line': repeated('Saying no, Ann Lee left. ', length),
  'quotations never closed': repeated('“No, he said.\n\n', length),
  'turns of a transcript': repeated('SMITH: Why?\n\n', length),
  'lead-ins': repeated('a:\n\n', length),
  'a few words each': repeated('Lee fears “a” and ', length),
  brackets: repeated('[', length),
})

/** CPU time of a piece of work, in milliseconds. */
export function cpuOf(work: () => unknown): number {
  const from = process.cpuUsage()
  work()
  const used = process.cpuUsage(from)
  return (used.user + used.system) / 1000
}
