/** Names of programmes in quotation marks: `on CNN’s “New Day”`, `told “Face the Nation”`. Nobody says them. */
import type { Language } from '#src/quotes/languages/language.ts'
import { findOutlet, readsLikeOutlet } from '#src/quotes/names/outlets.ts'

const stations =
  /^(?:HBO|AMC|TBS|TLC|MTV|ESPN|VH1|C-SPAN|CW|BET|Showtime|Netflix|Hulu|Amazon|Univision|Telemundo|SiriusXM|Fox|Comedy Central|Fox Business|Fox News Channel|[WK]\p{Lu}{2,3}(?:-(?:TV|FM|AM))?)$/u

const owner =
  /((?:\p{Lu}[\p{L}\p{N}&.-]*)(?:\s(?:\p{Lu}|\d)[\p{L}\p{N}&.-]*){0,4}?)(?:\s(?:channel|radio|television|network))?[’']s\s$/u
const day = /(?:day|night|morning|evening|weekend|week)[’']s\s$/i
const places =
  /(?:^|\s)(?:on|told|interview with|(?:broadcast|episode|edition|hosts?|co-hosts?|anchor|taping|authors?|revival|stars?|cast|creators?|directors?) of|hosts?|hosted|watch|watches|watched|watching)\s$/
const works = /(?:^|\s)(?:in|for|by|from)\s$/
const minor = /^(?:a|an|the|of|and|or|in|on|at|to|for|from|by|with|&)$/

/** Whether words set like a title stand where a programme is named: after its station, a day, or `on` and `told`. */
export function isProgramme(words: string, before: string, language: Language): boolean {
  if (language.code !== 'en' || /[!?…]$/.test(words) || words.length > 60) return false
  const major = words
    .replace(/[,.]$/, '')
    .split(/\s+/)
    .filter((word) => !minor.test(word))
  if (major.length === 0 || !/^[\p{Lu}\d]/u.test(words)) return false
  if (!major.every((word) => /^[\p{Lu}\d&]/u.test(word))) return false
  const station = owner.exec(before.slice(-60))?.[1]
  if (station !== undefined && isStation(station)) return true
  if (major.length < 2) return false
  return day.test(before) || places.test(before) || (works.test(before) && /^The\s/.test(words))
}

const isStation = (name: string): boolean =>
  stations.test(name) ||
  stations.test(name.split(' ').at(-1) as string) ||
  findOutlet(name) !== null ||
  readsLikeOutlet(name)
