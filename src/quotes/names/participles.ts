/** Participles that open a sentence with a capital, and are nobody’s name: `Interrogé sur`, `Gefragt nach`, `Preguntado por`. */
import type { Language } from '#src/quotes/languages/language.ts'
import type { FullFound, Reading } from '#src/quotes/text/reading.ts'

const participles: Readonly<Record<string, readonly [form: RegExp, before: RegExp]>> = {
  fr: [
    /..(?:ée?s?|[^aeou]ie?s?|ue?s?)$/,
    /^(?:sur|par|lors|quant|depuis|après|pour|face|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/,
  ],
  de: [
    /^(?:ge.+t|be.+t|an.*ge.+(?:t|en)|dar.*auf|.+iert|konfrontiert)$/,
    /^(?:nach|auf|zu|zum|zur|von|vom|ob|wie|warum|über|mit|angesprochen)$/,
  ],
  es: [/..[ai]d[oa]s?$/, /^(?:por|sobre|en|ante|acerca|si)$/],
  it: [
    /..(?:[aiu]t[oaie]|est[oaie])$/,
    /^(?:su|sul|sullo|sulla|sui|sulle|sull’|da|dal|dalla|dai|dall’|circa|se)$/,
  ],
  pt: [/..[ai]d[oa]s?$/, /^(?:por|pelo|pela|pelos|pelas|sobre|em|no|na|acerca|se)$/],
}

/** Given names that look the same. */
const givenNames =
  /^(?:andré|rené|josé|zoé|chloé|noé|rita|renato|donato|agata|margherita|conrado|amado)$/

/** Whether the first word of a sentence is a participle before the word that follows it. Both in lower case. */
export function opensAsParticiple({ code, stops }: Language, first: string, next: string): boolean {
  if (code === 'en') return /..(?:ing|ed)$/.test(first) && stops.has(next)
  const [form, before] = participles[code] ?? []
  return !!form?.test(first) && !!before?.test(next) && !givenNames.test(first)
}

/** `Detestaba los homenajes`, `Deuxième du général`: outside English a single capital before an article or a genitive is no name. */
export const opensAsVerb = (
  { tokens, language }: Reading,
  at: number,
  { speaker, next, isBare }: FullFound,
): boolean => {
  const after = tokens[next]
  return (
    language.code !== 'en' &&
    language.code !== 'de' &&
    speaker.form === 'surname' &&
    isBare &&
    next === at + 1 &&
    after?.isCapital === false &&
    (language.definite.has(after.lower) ||
      language.indefinite.has(after.lower) ||
      language.attachments.has(after.lower) ||
      (/\d|^cent/.test(after.lower) && after.kind === 'word'))
  )
}
