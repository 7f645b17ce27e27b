/** Small words right before a verb that are its objects, and no articles: `la patronal la considera`, `i medici lo dicono`. */
const clitics: Readonly<Record<string, RegExp>> = {
  es: /^(?:lo|la|los|las|les?)$/,
  fr: /^(?:le|la|les|l’|y|en|ne|n’)$/,
  it: /^(?:l’|lo|la|li|le|gli|ne|ci|vi)$/,
  pt: /^(?:o|a|os|as|lhes?)$/,
}

/** Whether a word in lower case may be such an object in the language. */
export const isClitic = (code: string, lower: string): boolean =>
  clitics[code]?.test(lower) ?? false
