/** Finds a secret word in bytes, however it was written there. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What a text is searched for: the word itself and what encodings make of it. */
const formsOf = (word: string): Map<string, Buffer> => {
  const bytes = Buffer.from(word, 'utf8')
  const forms = new Map<string, Buffer>([
    ['plain', bytes],
    ['upper case', Buffer.from(word.toUpperCase())],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['HEX', Buffer.from(bytes.toString('hex').toUpperCase())],
    ['UTF-16', Buffer.from(word, 'utf16le')],
    ['backwards', Buffer.from([...word].reverse().join(''))],
    ['URL', Buffer.from([...bytes].map((byte) => `%${byte.toString(16)}`).join(''))],
    ['JSON', Buffer.from([...word].map((letter) => `\\u${hex4(letter.charCodeAt(0))}`).join(''))],
  ])
  // In base64 a word has three faces, by where in its group of three bytes it begins.
  for (const shift of [0, 1, 2]) {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    const face = whole.slice(shift === 0 ? 0 : shift + 1).replace(/.{0,3}=*$/, '')
    forms.set(`base64 +${shift}`, Buffer.from(face))
    forms.set(`base64url +${shift}`, Buffer.from(face.replaceAll('+', '-').replaceAll('/', '_')))
  }
  return forms
}

const hex4 = (code: number): string => code.toString(16).padStart(4, '0')

export type Corpus = { name: string; bytes: Buffer }

/** Every place a word stands in: `verbatim.db: hex`. */
export const tracesOf = (word: string, corpora: Corpus[]): string[] => {
  const forms = [...formsOf(word)]
  return corpora.flatMap(({ name, bytes }) =>
    forms.filter(([, form]) => bytes.includes(form)).map(([form]) => `${name}: ${form}`),
  )
}

/** Every file below a folder. */
export const filesBelow = (folder: string): Corpus[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(folder, file), bytes: readFileSync(file) }))
