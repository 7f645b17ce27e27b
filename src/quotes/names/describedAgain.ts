/** Descriptions that stand for somebody named before: `la chanteuse`, `der 47-Jährige`, `the 19-year-old`. At most likely. */
import type { Gender, Language } from '#src/quotes/languages/language.ts'
import { genderOfWords, isAge } from '#src/quotes/text/vocabulary.ts'
import type { People } from './people.ts'
import type { Speaker } from './speaker.ts'

/** What people are known for once they have been named: their art, their sport, their learning. Endings are left open. */
const callings = new RegExp(
  `^(?:${[
    // who writes
    'aut(?:eure?|rice|ore|or|ora|orin)|author|writer|novelist|poet|playwright|écrivaine?|escritora?|scrit(?:tore|trice)|schriftsteller(?:in)?|romanci.+|romanzier.|romancista|novelista|poète|poétesse|poet[ai]|poetessa|dichter(?:in)?|lyriker(?:in)?|dramatur.+|scénariste|sceneggiat.+|guionista|roteirista',
    // who films and plays
    'réalisat.+|cinéaste|cineasta|regista|regisseur(?:in)?|filmemacher(?:in)?|filmmaker|realizadora?|comédienn?e?|act(?:or|ress|eur|rice|riz)|at(?:tore|trice|or|riz)|schauspieler(?:in)?|humoriste|humorista|comedian|kabarettist(?:in)?|komiker(?:in)?',
    // who sings and makes music
    'chanteu.+|cantante|cantora?|cantaut.+|cantautora?|sänger(?:in)?|singer|songwriter|rapp?er[oaes]?|rapperin|rappeu.+|músic[oa]|musician|musicist.|musicienn?e?|musiker(?:in)?|composit.+|komponist(?:in)?|composer|pianist.?|pianistin|violinist.?|violoniste|geiger(?:in)?|guitarrista|gitarrist(?:in)?',
    // who paints, builds and dances
    'artist[aei]?|künstler(?:in)?|painter|peintre|pittore|pittrice|pintora?|maler(?:in)?|sculpt.+|scul(?:tore|trice)|escultora?|bildhauer(?:in)?|photograph(?:er|e)|fot[óo]graf[oa]?|fotografin|dessinat.+|illustrat.+|ilustradora?|zeichner(?:in)?|danseu.+|dancer|bailarín|bailarina|bailarino|ballerin[oa]|tänzer(?:in)?|styliste|[e]?stilista|designer(?:in)?|archite[ck]t.?|arquitet[oa]|arquitect[oa]|architett[oa]|architektin',
    // who plays and races
    'player|striker|midfielder|skater|skier|swimmer|cyclist|sprinter(?:in)?|boxer(?:in)?|golfer|champion(?:ne)?|joueu.+|jugadora?|giocat.+|jogadora?|spieler(?:in)?|tennis(?:woman|man|ta)|tenista|attaquante?|défenseure?|stürmer(?:in)?|torwart|torhüter(?:in)?|delanter[oa]|attaccante|difensore|centrocampista|atacante|zagueir[oa]|goleir[oa]|skieu.+|sciat.+|esquiadora?|skifahrer(?:in)?|nageu.+|nuotat.+|nadadora?|schwimmer(?:in)?|cycliste|ciclista|radprofi|läufer(?:in)?|athlète|atleta|athlet(?:in)?|sprinteu.+|campe(?:ón|ona|ão|ã)|campion(?:e|essa)|weltmeister(?:in)?|olympiasieger(?:in)?|alpinist[ea]|bergsteiger(?:in)?|boxeu.+|pugile|navigat.+',
    // who is young or has done it long
    'garot[oa]|menin[oa]|jovem|joven|vétérane?|veteran[oa]',
    // who finds out
    'historian|historienn?e?|storic[oa]|historiadora?|historiker(?:in)?|sociolog.+|philosophe|filosof[oa]|filósof[oa]|scienti(?:fique|ziat.)|wissenschaftler(?:in)?|studios[oa]|estudios[oa]|\\p{L}+(?:olog(?:ue|[oa]|in)|ólog[oa]|ologe)|cherch.+|ricerca(?:tore|trice)|pesquisadora?|forscher(?:in)?|arch[ée]olog.+|scienziat[oa]|científic[oa]|cientista',
  ].join('|')})$`,
  'u',
)

/** Articles; whoever is `his lawyer` is somebody else. */
const articles: Readonly<Record<string, Readonly<Record<string, Gender>>>> = {
  en: { the: 'any' },
  fr: { le: 'm', la: 'f', 'l’': 'any', ce: 'm', cette: 'f' },
  de: { der: 'm', die: 'f' },
  es: { el: 'm', la: 'f' },
  it: { il: 'm', lo: 'm', la: 'f', 'l’': 'any' },
  pt: { o: 'm', a: 'f' },
}

/** Gender that the article of one person shows; `null` where the words before a noun are no such article. */
export const genderOfArticle = ({ code }: Language, article: string): Gender | null =>
  articles[code]?.[article] ?? null

/** Words for one office that newsrooms exchange: whoever was called by the first may be called by another later. */
const offices: readonly RegExp[] = [
  /^(?:ju[ií]za?|juez|jueza|juge|magistrate?s?|magistrad[oa]|magistrato|giudice|gip|gup|richter(?:in)?)$/,
  /^(?:entraîneu(?:r|se)|technicienn?e?|coach|trainer(?:in)?|entrenadora?|técnic[oa]|preparadora?|treinadora?|sele[c]?cionadora?|sélectionneu(?:r|se)|allenat(?:ore|rice)|tecnico|mister|ct)$/,
  /^(?:avocate?|pénaliste|advogad[oa]|causídic[oa]|abogad[oa]|letrad[oa]|avvocat[oa]|legale|penalista|anwalt|anwältin|strafverteidiger(?:in)?)$/,
  /^(?:maire|édile|alcalde|alcaldesa|regidora?|edil|prefeit[oa]|autarca|sindac[oa]|bürgermeister(?:in)?|rathauschef(?:in)?)$/,
  /^(?:ministre|ministr[oa]|minister(?:in)?|governante|politiker(?:in)?)$/,
]

/** Whether a description may be a name’s other word: `la chanteuse`, never `la voisine`, `sa chanteuse` or `die Sängerinnen`. */
export const standsForName = (language: Language, article: string, noun: string): boolean =>
  genderOfArticle(language, article) !== null &&
  (isCalling(noun) || offices.some((words) => words.test(noun)))

/** Whether it is no office: then it is never sure who is meant. */
export const isCalling = (noun: string): boolean => isAge(noun) || callings.test(noun)

const reach = 2
const farthest = 80

/**
 * Finds the one person whom the paragraph, or the text so far, has named.
 * @returns `null` where two are named, or something speaks against the one: gender, a role of their own, another described person.
 */
export function personDescribed(
  description: Speaker,
  { subjects }: People,
  paragraph: number,
): Speaker | null {
  const before = subjects
    .slice(-farthest)
    .filter(({ speaker, paragraph: at }) => speaker.at < description.at && at <= paragraph)
  const people = before.filter(({ speaker }) => speaker.form === 'person')
  const noun = description.noun ?? ''
  if (!isCalling(noun))
    return holderOf(people, description, paragraph) ?? coachOf(before, description, paragraph)
  const here = people.filter(({ paragraph: at }) => at === paragraph)
  const meant = onlyOne(here) ?? (here.length === 0 ? onlyOne(people) : null)
  if (!meant || paragraph - meant.paragraph > reach) return null
  const { speaker } = meant
  const isOther = before.some(
    ({ speaker: other, isSubject }) =>
      isSubject && other.form === 'unnamed' && other.at > speaker.at && (other.count ?? 1) === 1,
  )
  const isOfAge = isAge(description.noun ?? '')
  const hasOwnRole = !isOfAge && speaker.role !== null && !callings.test(speaker.role.toLowerCase())
  return isOther || hasOwnRole || !agrees(description.gender, genderOf(speaker)) ? null : speaker
}

/** `a magistrada`, where one judge has been named: who holds the same office by another word. */
function holderOf(
  people: People['subjects'],
  { noun, gender }: Speaker,
  paragraph: number,
): Speaker | null {
  const words = offices.find((office) => office.test(noun ?? ''))
  const holders = people.filter(
    ({ speaker, paragraph: at }) =>
      paragraph - at <= reach &&
      agrees(gender, genderOf(speaker)) &&
      (speaker.role ?? '')
        .toLowerCase()
        .split(/[^\p{L}-]+/u)
        .some((word) => words?.test(word)),
  )
  return onlyOne(holders)?.speaker ?? null
}

/** `Sérgio Matias encolheu os ombros. “Q”, atirou o treinador`: a sport has one coach, and nobody else is named or described. */
function coachOf(
  before: People['subjects'],
  { noun, gender }: Speaker,
  paragraph: number,
): Speaker | null {
  if (!offices[1]?.test(noun ?? '')) return null
  const here = before.filter(({ paragraph: at }) => at === paragraph)
  const only = here.some(({ speaker }) => speaker.form === 'unnamed')
    ? null
    : onlyOne(here.filter(({ speaker }) => speaker.form === 'person'))
  const isOpen = only?.isSubject === true && only.speaker.role === null
  return isOpen && agrees(gender, genderOf(only.speaker)) ? only.speaker : null
}

function onlyOne(mentions: People['subjects']): People['subjects'][number] | null {
  const names = new Set(mentions.map(({ speaker }) => speaker.name))
  return names.size === 1 ? (mentions.at(-1) ?? null) : null
}

const agrees = (one: Gender, other: Gender): boolean =>
  one === 'any' || other === 'any' || one === other

/** Given names whose last letter tells another gender than most. */
const otherwise =
  /^(?:Luca|Andrea|Nicola|Mattia|Elia|Tobia|Sascha|Mischa|Sasha|Joshua|Ilya|Nikita|Consuelo|Rosario|Amparo|Margo|Juno)$/

/** What titles or the last letter of the given name tell. */
function genderOf({ gender, name, role }: Speaker): Gender {
  if (gender !== 'any') return gender
  const ofRole = genderOfWords((role ?? '').toLowerCase())
  if (ofRole !== 'any') return ofRole
  const given = name.split(/\s+/)[0] ?? ''
  if (otherwise.test(given)) return 'any'
  return /a$/.test(given) ? 'f' : /[^k]o$/.test(given) ? 'm' : 'any'
}

/** `the company`, `her client`: words for somebody whom a story names elsewhere: never certain. */
export const standsForSomebody = ({ form, name, noun }: Speaker): boolean =>
  (form === 'organisation' || form === 'unnamed') &&
  stand.test((form === 'unnamed' ? noun : name) ?? '')

const stand =
  /^(?:company|firm|group|club|operator|retailer|chain|brewery|brand|clients?|entreprise|société|groupe|firme|cliente?s?|empresa|compañía|firma|grupo|azienda|società|ditta|gruppo|assistit[oa]|companhia|clube|unternehmen|konzern|verein|klub|mandant(?:in)?)$/
