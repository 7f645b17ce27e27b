/** The words of a text as numbers, so that a megabyte of them can be searched in milliseconds. */

export type TextWords = {
  /** A hash of each word in lower case. Equal words have equal hashes; the reverse is likely, not certain. */
  hashes: Int32Array
  /** UTF-16 offsets in the text. */
  starts: Uint32Array
  ends: Uint32Array
  count: number
}

/** 0 unknown, 1 part of a word, 2 joins a word from inside (`can't`), 3 neither. */
const roles = new Uint8Array(0x10000)

const role = (code: number): number => {
  const known = roles[code] ?? 0
  if (known !== 0) return known
  const char = String.fromCharCode(code)
  const isPart = /[\p{L}\p{N}\p{M}]/u.test(char) || (code >= 0xd800 && code <= 0xdfff)
  const found = isPart ? 1 : code === 0x27 ? 2 : 3
  roles[code] = found
  return found
}

/** Whether a code unit is a letter, a digit or a mark on one. */
export const isWordUnit = (code: number): boolean => role(code) === 1

/**
 * Finds the words of a text that was brought to its normal form. `can't` is one word, `well-known` two.
 *
 * @param text as `normalText` gives it
 */
export const wordsIn = (text: string): TextWords => {
  const lower = text.toLowerCase()
  // A few letters change their length with their case; then the case stays.
  const read = lower.length === text.length ? lower : text
  const room = Math.ceil(read.length / 2) + 1
  const words = {
    hashes: new Int32Array(room),
    starts: new Uint32Array(room),
    ends: new Uint32Array(room),
    count: 0,
  }
  const length = read.length
  for (let at = 0; at < length;) {
    if (role(read.charCodeAt(at)) !== 1) {
      at += 1
      continue
    }
    const start = at
    let hash = 0x811c9dc5
    while (at < length) {
      const code = read.charCodeAt(at)
      const is = role(code)
      const isInside = is === 2 && at + 1 < length && role(read.charCodeAt(at + 1)) === 1
      if (is !== 1 && !isInside) break
      hash = Math.imul(hash ^ code, 0x01000193)
      at += 1
    }
    words.hashes[words.count] = hash
    words.starts[words.count] = start
    words.ends[words.count] = at
    words.count += 1
  }
  return words
}

/** How many words a text has. */
export const countWords = (text: string): number => wordsIn(text).count
