/** Terms and works that the sentence itself introduces: `what doctors call a “silent stroke”`, `With “Low Water”, Ann Lee …`. */
import type { Reason } from '#src/quotes/spans/classification.ts'
import type { Language } from '#src/quotes/languages/language.ts'
import { findOutlet, readsLikeOutlet } from '#src/quotes/names/outlets.ts'

type Words = {
  /** People of a trade, who have terms; critics, neighbours and customers have opinions. */
  trades: string
  /** How they come to one: `what TRADES call a`, `TRADES call it`. Many call it so, and still do. */
  calls: (trades: string) => string
  /** What none of these, nor a nickname, goes without: asked first, for nearly all passages are introduced by neither. */
  hint: RegExp
  /** What opens a sentence before a work. */
  openers: RegExp
}

const forms: Record<string, Words> = {
  en: {
    trades:
      '\\p{L}+(?:ologists|graphers|nomists|nomers|archers|gineers|icists|hemists)|physicians|technicians|doctors|experts|scientists|specialists|lawyers|surgeons|sailors|pilots|traders|bankers|chefs|coders',
    calls: (trades) =>
      `\\bwhat\\sthe\\s(?:trade|industry|profession|military|business)\\scalls\\s(?:an?\\s|the\\s)?|\\bwhat\\s(?:[\\p{L}’-]+\\s)?(?:${trades})\\scall\\s(?:an?\\s|the\\s)?|(?:^|[.!?:;,]\\s)(?:[\\p{L}’-]+\\s)?(?:${trades})\\scall\\s(?:it|this|that|them|these)\\s(?:an?\\s)?`,
    hint: /\bcalls?\b|\bas\s$/,
    openers: /^(?:with|in)$/i,
  },
  fr: {
    trades:
      'médecins|spécialistes|experts|scientifiques|chercheurs|marins|techniciens|\\p{L}+ologues',
    calls: (trades) =>
      `\\bce\\sque\\sles\\s(?:${trades})\\s(?:appellent|nomment)\\s(?:une?\\s|l[ae]s?\\s)?|\\bles\\s(?:${trades})\\s(?:appellent|nomment)\\s(?:cela|ça)\\s(?:une?\\s)?`,
    hint: /appell?e|nomm|,\sdite?\s|alias/,
    openers: /^(?:avec|dans)$/i,
  },
  de: {
    trades:
      'Fachleute|Experten|Mediziner|Ärzte|Forscher|Wissenschaftler|Physiker|Techniker|\\p{L}+ologen',
    calls: (trades) =>
      `\\b(?:${trades})\\snennen\\s(?:das|dies|ihn|sie|es|(?:solche|diese)[rns]?\\s\\p{Lu}\\p{Ll}+)\\s(?:einen?\\s)?|\\b(?:Mediziner|Ärzte|\\p{L}+ologen)\\ssprechen\\s(?:hier\\s)?von\\s(?:eine[mr]\\s)?|\\bwas\\s(?:die\\s)?(?:${trades})\\s(?:einen?\\s|den\\s|das\\s|die\\s)?`,
    hint: /nenn|sprech|was\s/,
    openers: /^(?:mit|in)$/i,
  },
  es: {
    trades: 'médicos|expertos|especialistas|científicos|investigadores|\\p{L}+ólogos',
    calls: (trades) =>
      `\\blo\\sque\\slos\\s(?:${trades})\\s(?:llaman|denominan)\\s(?:una?\\s)?|\\blos\\s(?:${trades})\\slo\\s(?:llaman|denominan)\\s(?:una?\\s)?`,
    hint: /llam|denomin|apod|conocid|alias/,
    openers: /^(?:con|en)$/i,
  },
  it: {
    trades: 'medici|esperti|specialisti|scienziati|ricercatori|\\p{L}+ologi',
    calls: (trades) =>
      `\\bquell[oa]\\sche\\s(?:gli|i)\\s(?:${trades})\\s(?:chiamano|definiscono)\\s(?:una?\\s)?|\\b(?:gli|i)\\s(?:${trades})\\sl[ao]\\s(?:chiamano|definiscono)\\s(?:una?\\s)?`,
    hint: /chiam|defin|sopran|dett|alias/,
    openers: /^(?:con|in)$/i,
  },
  pt: {
    trades: 'médicos|especialistas|cientistas|pesquisadores|investigadores|\\p{L}+ólogos',
    calls: (trades) =>
      `\\bo\\sque\\sos\\s(?:${trades})\\s(?:chamam|denominam)\\s(?:de\\s|uma?\\s)?|\\bos\\s(?:${trades})\\s(?:chamam\\sisso|chamam-lhe|o\\schamam)\\s(?:de\\s)?`,
    hint: /cham|denomin|conhecid|vulgo|alcunh/,
    openers: /^(?:com|em)$/i,
  },
}

const called = new Map(
  Object.entries(forms).map(([code, { trades, calls }]) => [
    code,
    new RegExp(`(?:${calls(trades)})$`, 'iu'),
  ]),
)

/** `a mess` is what they think of it. */
const opinion = /^(?:an?|une?|una|uma?|eine?[mnr]?)\s/i

/** `S’intitola “…”`, `titled “…”`. */
const named =
  /(?:^|\s)(?:(?:en)?titled|(?:s[’'])?intitul(?:e|é|ée)|(?:s[’']|si\s)?intitola(?:t[oa])?|(?:se\s)?titula(?:d[oa])?|intitula(?:d[oa])?|betitelt)\s$/iu
/** `autora de “El patio de las higueras”`, `prêmio com “Casa de barro”`: who made it stands before. */
const author =
  /(?:^|\s)(?:auteure?\sde|autrice\s(?:de|di)|autor[ae]?\sde|autore\sdi|autor(?:in)?\svon|prix\s\S+\s(?:pour|avec)|prêmio\s\S+\s(?:com|por)|premio\s\S+\s(?:con|per|por))\s$/iu
/** `“…”, by Ann Lee`: whoever made it follows. */
const made = /^\s?,?\s(?:by|von)\s\p{Lu}/u
const isTitled = (words: string, { code }: Language): boolean =>
  code !== 'en' || words.split(/\s+/).every((word) => /^\P{Ll}/u.test(word) || minor.test(word))
const minor = /^(?:a|an|the|of|and|or|in|on|at|to|for|from|by|with|as|is)$/

const longestTerm = 5
const longestTitle = 9

/**
 * Tells a term or a work from what somebody says by how the sentence comes to it.
 *
 * @param words within the marks, `count` of them
 * @param before at least 60 letters before the marks
 * @param after at least 40 letters behind them
 */
export function introduced(
  { words, count, before, after }: { words: string; count: number; before: string; after: string },
  language: Language,
): Reason | null {
  const form = forms[language.code]
  if (!form || count > longestTitle || /[!?…]$/.test(words)) return null
  const near = before.slice(-namingLength)
  if (form.hint.test(near)) {
    if (count <= longestTerm && !opinion.test(words) && called.get(language.code)?.test(before))
      return { reason: 'term', ruleId: 'term-word' }
    if (isNickname(words, before, count, language))
      return { reason: 'nickname', ruleId: 'nickname' }
  }
  const isCharge = /^\p{Ll}/u.test(words) && (charges[language.code]?.test(before) ?? false)
  if (isCharge || isScheme(words, before, after, count, language) || isBrand(words, before))
    return { reason: 'term', ruleId: 'term-word' }
  if (!/^[\p{Lu}\d]/u.test(words) || words.endsWith('.')) return null
  const isWork =
    isOpening(before, words, after, form, language) ||
    isReleased(words, after, language) ||
    opensAsWork(words, before, after, language) ||
    author.test(near) ||
    named.test(near) ||
    (made.test(after) && isTitled(words, language))
  return isWork || isHearer(words, before, count, language) || isPaper(words, after, language)
    ? { reason: 'title', ruleId: 'title-word' }
    : null
}

/** `enquête pour « mise en danger »`: what somebody is charged with is a term of the law. */
const charges: Readonly<Record<string, RegExp>> = {
  fr: /(?:enquête|judiciaire|plainte|examen|poursuivie?s?|condamnée?s?|jugée?s?|écrouée?s?)\s(?:[\p{L}’]+\s){0,3}pour\s$/u,
  es: /(?:delitos?\sde|imputad[oa]s?\spor|investigad[oa]s?\spor)\s$/u,
  it: /(?:reat[oi]\sdi|indagat[oaie]\sper)\s$/u,
  pt: /(?:crimes?\sde|indiciad[oa]s?\spor)\s$/u,
}

const namingLength = 30

const schemes =
  /^\s(?:scheme|programme|program|initiative|campaign|project|fund|festival|trial|app)s?\b/

/** `the “green corridor” scheme`: two words or more, or a capital, before what a thing of that name is. */
const isScheme = (
  words: string,
  before: string,
  after: string,
  count: number,
  { code }: Language,
): boolean =>
  code === 'en' &&
  schemes.test(after) &&
  (count > 1 || /^\p{Lu}/u.test(words)) &&
  !/[.,!?…]$/.test(words) &&
  /(?:\b(?:the|its|their|his|her|a)|[’']s)\s$/i.test(before)

/** `, branded ‘RailLink Plus’`: what something is sold as. */
const isBrand = (words: string, before: string): boolean =>
  /^\p{Lu}/u.test(words) && /,\s(?:branded|marketed\sas|sold\sas)\s$/.test(before)

/** `With “…,” Ann Lee`: a preposition opens the sentence. */
const isOpening = (
  before: string,
  words: string,
  after: string,
  { openers }: Words,
  { code }: Language,
): boolean => {
  // `Mit „Die Stille nach dem Pfiff“ legt X ein Debüt vor`: the German verb follows at once.
  const isClosed = /^\s?,/.test(after) || (code === 'de' && /^\s\p{Ll}/u.test(after))
  if (!words.endsWith(',') && !isClosed) return false
  const from = before.lastIndexOf(' ', before.length - 2) + 1
  return (
    openers.test(before.slice(from).trim()) &&
    /(?:^|[.!?…][”"’»“]?\s+|\n\s*)$/.test(before.slice(0, from))
  )
}

const releases: Readonly<Record<string, RegExp>> = {
  fr: /^\s?,\s(?:qui|dont)\s(?:sort|paraît|paraîtra|sortira|est\s(?:sorti|paru)|raconte|retrace)/u,
  de: /^\s?,\s(?:das|der|die)\s(?:am|im|nächste|heute|jetzt|gerade|\p{L}+\s){0,4}(?:erscheint|startet|anläuft|herauskommt|erschienen)/u,
  es: /^\s?,\s(?:que|cuy[oa])\s(?:se\s(?:estrena|publica)|llega|sale|narra|reúne|aparece)/u,
  it: /^\s?,\s(?:che|in)\s(?:esce|uscirà|arriva|arriverà|libreria|sala|onda|racconta|debutta)/u,
  pt: /^\s?,\s(?:que|cuj[oa])\s(?:chega|estreia|estreou|sai|narra|reúne|conta|é\slançad[oa])/u,
}

/** `“O Livro dos Afogados”, que chega às livrarias`: what comes out is a work. */
const isReleased = (words: string, after: string, { code }: Language): boolean =>
  !/[.,!?]$/.test(words) && (releases[code]?.test(after) ?? false)

const appearing: Readonly<Record<string, RegExp>> = {
  fr: /^\s(?:revient|sort|paraît|sera\s(?:présenté|projeté|joué)|est\s(?:à\sl|présenté|projeté)|réunit|remporte|suit)/u,
  de: /^\s(?:erzählt|handelt|läuft|feiert|erscheint|startet|kommt|gewann|gewinnt|spielt|hatte\sPremiere|heißt)/u,
  es: /^\s(?:vuelve|regresa|llega|se\s(?:estrena|estrenó|publica|proyecta|representa)|narra|reúne|ganó|gana|obtuvo|inaugura)/u,
  it: /^\s(?:torna|arriva|esce|debutta|vince|ha\svinto|sarà\s(?:proiettato|in)|va\sin\sscena|racconta|apre)/u,
  pt: /^\s(?:volta|chega|estreia|estreou|reúne|narra|venceu|ganhou|sobe\sa|abre|será\sexibid[oa])/u,
}

/** `«La casa sin espejos» vuelve al teatro`: words with a capital that open a clause and do what works do. */
const opensAsWork = (words: string, before: string, after: string, { code }: Language): boolean =>
  !/[.,!?]$/.test(words) &&
  /(?:^|[.!?,;:…]\s|\n\s*)$/.test(before) &&
  (appearing[code]?.test(after) ?? false)

/** `un rapport que « Le Courrier de Valmy » a pu consulter`: the name of a paper in marks. */
const isPaper = (words: string, after: string, { code }: Language): boolean =>
  code !== 'en' &&
  / \p{Lu}/u.test(words) &&
  !/[.,!?]$/.test(words) &&
  !/^\s?,\s\p{Ll}+\s\p{Lu}/u.test(after) &&
  (findOutlet(words) !== null || (readsLikeOutlet(words) && isNameLike(words)))

const isNameLike = (words: string): boolean =>
  words.split(' ').every((word) => /^\p{Lu}/u.test(word) || joints.test(word))
const joints =
  /^(?:de|du|des|la|le|del|della|delle|dei|di|do|da|dos|das|der|y|et|e|l’\p{L}+|d’\p{L}+)$/u

/** What many call somebody, as a name: `manche nennen ihn den „Käfermann“`, `que a torcida chama de “Foguete”`. */
const nicknames: Readonly<Record<string, RegExp>> = {
  en: /\s(?:whom|who|which)\s(?:[\p{L}’'-]+\s){1,3}calls?\s$|\s(?:knew|know|knows)\s(?:him|her|them)\s(?:\p{L}+\s)?as\s$/iu,
  fr: /\s(?:l[’']|les?\s|la\s)(?:appellent|surnomment)\s(?:l[ae]\s|l[’'])?$|\sque\sl[’']on\s(?:appelle|surnomme)\s(?:ici\s)?(?:l[ae]s?\s|l[’'])?$|,\s(?:dite?|alias)\s$/iu,
  de: /\snennen\s(?:ihn|sie|es|das)\s(?:den|die|das)\s$/iu,
  es: /\sl[aoe]s?\s(?:llaman|apodan)\s$|,\s(?:alias|apodad[oa]|conocid[oa]\scomo)\s$/iu,
  it: /\sl[aoie]\s(?:chiamano|soprannominano)\s$|,\s(?:dett[oa]|alias)\s$/iu,
  pt: /\schamam?\sde\s$|,\s(?:conhecid[oa]\s(?:como|por)|vulgo|alcunhad[oa])\s$/iu,
}

const isNickname = (words: string, before: string, count: number, { code }: Language): boolean =>
  count <= 4 &&
  (code === 'fr' || /^(?:(?:the|il|lo|la|l[’']|el|o|a)\s?)?\p{Lu}/u.test(words)) &&
  !/[.!?…]$/.test(words) &&
  (nicknames[code]?.test(before) ?? false)

/** `sagte sie dem „Talboten“`: a German paper in marks, to whom something was said. */
const isHearer = (words: string, before: string, count: number, language: Language): boolean => {
  if (language.code !== 'de' || count > 3 || !/^\p{Lu}[^.!?,]*$/u.test(words)) return false
  const told = /(\p{Ll}+)\s(?:[\p{L}-]+\s){1,3}(?:dem|der)\s$/u.exec(before)?.[1]
  return told !== undefined && language.cues.has(told)
}
