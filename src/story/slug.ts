/** Addresses of stories, authors, sources: made from a name once, then kept. */

const MAX_LENGTH = 80
const LATIN_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
}

/**
 * The slug of a headline or a name: lower case, words joined by hyphens, at most 80 characters, cut at a
 * word. Latin letters lose their accents; other scripts stay as they are, which browsers show readably.
 * @param headline any text
 * @param fallback what to use when nothing of the text can stand in an address
 */
export const slugify = (headline: string, fallback = 'story'): string => {
  const words = headline
    // Compatibility forms first: a mathematical 𝐴 has no lower case, the A it stands for has.
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/\p{Script=Latin}/gu, (letter) => LATIN_LETTERS[letter] ?? letter)
    .replace(/(?<=\p{L})['’‘ʼ](?=\p{L})/gu, '')
    // U.S. is `us`, not `u-s`.
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll('.', ''))
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
  return joinWithin(words, MAX_LENGTH) || fallback
}

/**
 * The forms a slug can take when others have it already: itself, then `-2`, `-3`…, without end, never longer
 * than 80 characters.
 * @param slug as wanted
 */
export function* slugForms(slug: string): Generator<string, never> {
  yield slug
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`
    yield `${joinWithin(slug.split('-'), MAX_LENGTH - ending.length)}${ending}`
  }
}

const joinWithin = (words: string[], length: number): string => {
  const [first = ''] = words
  // A single word longer than the limit is cut between characters, never inside one.
  if (first.length > length) return first.slice(0, length).replace(/\p{Surrogate}$/u, '')
  let joined = ''
  for (const word of words) {
    const longer = joined === '' ? word : `${joined}-${word}`
    if (longer.length > length) break
    joined = longer
  }
  return joined
}
