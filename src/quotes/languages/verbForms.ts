/** Forms of regular verbs, so that a list names each verb once. */
import { words } from './language.ts'

type Forms = readonly (readonly [ending: RegExp, forms: readonly string[]])[]

/** What replaces the ending of the infinitive. A form that does not exist matches nothing. */
const endings: Readonly<Record<string, Forms>> = {
  en: [
    [/([^aeiou])y$/, ['$1y', '$1ies', '$1ied', '$1ying']],
    [/e$/, ['e', 'es', 'ed', 'ing']],
    [/(s|sh|ch|x)$/, ['$1', '$1es', '$1ed', '$1ing']],
    [/(regre|rebu|bra|fla|refe)([tgr])$/, ['$1$2', '$1$2s', '$1$2$2ed', '$1$2$2ing']],
    [/$/, ['', 's', 'ed', 'ing']],
  ],
  fr: [
    [
      /é([^aeiouy]+)er$/,
      ['è$1e', 'è$1ent', 'é$1er', 'é$1é', 'é$1ée', 'é$1és', 'é$1ées', 'é$1ait', 'é$1a'],
    ],
    [/er$/, ['er', 'e', 'ent', 'é', 'ée', 'és', 'ées', 'ait', 'aient', 'a', 'èrent', 'ant']],
  ],
  de: [
    [/ieren$/, ['ieren', 'iert', 'ierte', 'ierten']],
    [/([ntd])en$/, ['$1en', '$1et', '$1ete', '$1eten', '$1t', '$1te', '$1ten']],
    [/e?n$/, ['en', 'n', 't', 'te', 'ten']],
  ],
  es: [
    [/ar$/, ['ar', 'a', 'an', 'ó', 'aron', 'aba', 'aban', 'ado', 'ada', 'ados', 'adas', 'ando']],
    [/[ei]r$/, ['er', 'ir', 'e', 'en', 'ió', 'ieron', 'ía', 'ían', 'ido', 'ida', 'iendo']],
  ],
  it: [
    [/iare$/, ['iare', 'ia', 'iano', 'iò', 'iarono', 'iava', 'iato', 'iata', 'iati', 'iando']],
    [/are$/, ['are', 'a', 'ano', 'ò', 'arono', 'ava', 'avano', 'ato', 'ata', 'ati', 'ate', 'ando']],
    [/ere$/, ['ere', 'e', 'ono', 'ette', 'eva', 'evano', 'uto', 'uta', 'uti', 'endo']],
    [/ire$/, ['ire', 'isce', 'iscono', 'ì', 'iva', 'ito', 'ita', 'iti', 'endo']],
  ],
  pt: [
    [/ar$/, ['ar', 'a', 'am', 'ou', 'aram', 'ava', 'avam', 'ado', 'ada', 'ados', 'adas', 'ando']],
    [/[ei]r$/, ['er', 'ir', 'e', 'em', 'eu', 'iu', 'eram', 'iram', 'ia', 'iam', 'ido', 'ida']],
  ],
}

/** `gelobt`: German participles of verbs without an unstressed prefix. */
const participle = (verb: string): string[] =>
  /^(?:be|ver|er|ent|unter|wider)|ieren$/.test(verb)
    ? []
    : [`ge${verb.replace(/e?n$/, 't')}`, `ge${verb.replace(/e?n$/, 'et')}`]

/**
 * The forms of regular verbs, and others as they stand.
 * @param regular infinitives without a particle; @param others forms of irregular verbs.
 */
export function formsOf(code: string, regular: string, others: string): ReadonlySet<string> {
  const forms = new Set(words(others))
  for (const verb of words(regular)) {
    const found = endings[code]?.find(([ending]) => ending.test(verb))
    for (const form of found?.[1] ?? []) forms.add(verb.replace(found?.[0] as RegExp, form))
    if (code === 'de') for (const form of participle(verb)) forms.add(form)
  }
  return forms
}
