/**
 * Photo credit lines, read by a pipeline of small cleaners. Each cleaner takes one thing off the line and
 * passes the rest on. What the line does not say stays `null` with a doubt: a credit is never guessed.
 * Follows the vocabulary of IPTC photo metadata (Creator, Credit Line, Copyright Notice).
 */
import {
  agencies,
  isAgency,
  isVideoPlatform,
  socialPlatforms,
  videoPlatforms,
} from '#src/rights/creditNames.ts'

export type CreditCategory = 'photo' | 'video still' | 'graphic' | 'unknown'

export type CreditDoubt = { code: string; message: string; fix: string }

export type ParsedCredit = {
  /** The line exactly as found. */
  raw: string
  creator: string | null
  /** Agency, platform or archive; several are joined by ` / `. */
  platform: string | null
  copyrightYear: number | null
  copyrightHolder: string | null
  /** Set for `Courtesy of …` and `Handout`: permission was given, for limited use. */
  basis: 'courtesy' | 'handout' | null
  category: CreditCategory
  doubts: CreditDoubt[]
}

type Draft = ParsedCredit & { rest: string; label: string | null }
type Cleaner = (draft: Draft) => Draft

/**
 * Reads one credit line: `[Photo: Top World News / YouTube]`, `Jane Doe/AFP via Getty Images`, `© 2020 Foo`.
 * @param line the line as found, with or without brackets; any text is accepted, nothing is thrown.
 */
export function parseCredit(line: string): ParsedCredit {
  const start: Draft = {
    raw: line,
    rest: line.slice(0, 500),
    label: null,
    creator: null,
    platform: null,
    copyrightYear: null,
    copyrightHolder: null,
    basis: null,
    category: 'unknown',
    doubts: [],
  }
  const { raw, creator, platform, copyrightYear, copyrightHolder, basis, category, doubts } =
    cleaners.reduce((draft, clean) => clean(draft), start)
  return { raw, creator, platform, copyrightYear, copyrightHolder, basis, category, doubts }
}

/** Whether a line standing alone is a credit line rather than prose. */
export function isCreditLine(line: string): boolean {
  const bare = line.trim()
  if (bare.length === 0 || bare.length > 200 || bare.includes('\n')) return false
  if (/^\[[^\]]*\]$|^\([^)]*\)$/.test(bare) && labelled.test(bare.slice(1))) return true
  return labelled.test(bare) || /^(?:©|\(c\)|copyright)\s*(?:©\s*)?\d{4}\b/i.test(bare)
}

const labelled =
  /^\s*(photos?|photograph|image|picture|pic|foto|bild|video|screenshot|screen ?grab|still|graphic|illustration|map|chart|infographic|(?:photo |image |picture )?credits?)(?:\s+(?:credit|by|from)\s*:?|\s*:)\s*/i

const withoutBrackets: Cleaner = (draft) => {
  const bare = draft.rest.trim()
  // `(c) 2020` is a copyright sign, not a bracket.
  if (/^\(c\)/i.test(bare)) return { ...draft, rest: bare }
  return { ...draft, rest: bare.replace(/^[\s[(]+/, '').replace(/[\s\])]+$/, '') }
}

const withoutLabel: Cleaner = (draft) => {
  const found = labelled.exec(draft.rest)
  if (!found) return draft
  return {
    ...draft,
    label: (found[1] ?? '').toLowerCase(),
    rest: draft.rest.slice(found[0].length),
  }
}

const categoryOfLabel: Cleaner = (draft) => {
  const label = draft.label ?? ''
  if (/^(video|screen|still)/.test(label)) return { ...draft, category: 'video still' }
  if (/^(graphic|illustration|map|chart|infographic)/.test(label))
    return { ...draft, category: 'graphic' }
  if (/^(photo|image|picture|pic|foto|bild)/.test(label)) return { ...draft, category: 'photo' }
  return draft
}

const withoutByWord: Cleaner = (draft) => {
  const found = /^(photos?|photography|picture|image|graphic|illustration)?\s*by\s+/i.exec(
    draft.rest,
  )
  if (!found) return draft
  const isDrawn = /^(graphic|illustration)/i.test(found[0])
  const category = draft.category === 'unknown' ? (isDrawn ? 'graphic' : 'photo') : draft.category
  return { ...draft, category, rest: draft.rest.slice(found[0].length) }
}

const copyrightMark: Cleaner = (draft) => {
  const found =
    /^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:by\s+)?(\d{4})?(?:\s*[-–]\s*\d{4})?[,\s]*(?:by\s+)?/i.exec(
      draft.rest,
    )
  if (!found || found[0].length === 0) return draft
  const rest = draft.rest
    .slice(found[0].length)
    .replace(/[,.]?\s*all rights reserved\.?$/i, '')
    .trim()
  return {
    ...draft,
    rest,
    copyrightYear: found[1] ? Number(found[1]) : null,
    copyrightHolder: rest === '' ? null : rest,
    doubts: [...draft.doubts, doubtOf.holderIsNotCreator],
  }
}

const courtesy: Cleaner = (draft) => {
  const found = /^(?:photos?\s+)?courtesy(?:\s+of)?[\s:]+/i.exec(draft.rest)
  if (!found) return draft
  const giver = draft.rest.slice(found[0].length).trim()
  return {
    ...draft,
    basis: 'courtesy',
    platform: giver === '' ? null : giver,
    rest: '',
    doubts: [...draft.doubts, doubtOf.courtesy],
  }
}

const handout: Cleaner = (draft) => {
  if (!/\bhandout\b/i.test(draft.rest)) return draft
  const rest = draft.rest.replace(/[\s/,(-]*\bhandout\b(?:\s+(?:via|from|by)\s+|[\s/):-]*)/i, ' / ')
  return {
    ...draft,
    basis: 'handout',
    rest: trimmedSeparators(rest),
    doubts: [...draft.doubts, doubtOf.handout],
  }
}

const namesAndPlatforms: Cleaner = (draft) => {
  const parts = partsOf(draft.rest)
  const platforms = parts.filter(isKnownPlatform)
  const names = parts.filter((part) => !isKnownPlatform(part))
  const merged = {
    ...draft,
    platform: platforms.length > 0 ? platforms.join(' / ') : draft.platform,
  }
  if (draft.copyrightHolder !== null) return merged
  if (names.length === 1) return { ...merged, creator: names[0] ?? null }
  if (names.length === 0) return merged
  // "Jane Doe / Unknown Agency": the last part may be a second photographer or an agency we do not know.
  return { ...merged, creator: null, doubts: [...draft.doubts, doubtOf.severalNames(names)] }
}

const stillsFromVideo: Cleaner = (draft) => {
  const platform = (draft.platform ?? '').split(' / ').find(isVideoPlatform)
  if (!platform) return draft
  return {
    ...draft,
    category: 'video still',
    doubts: [...draft.doubts, doubtOf.videoPlatform(platform)],
  }
}

const photoWhenByAgency: Cleaner = (draft) =>
  draft.category === 'unknown' && (draft.platform ?? '').split(' / ').some(isAgency)
    ? { ...draft, category: 'photo' }
    : draft

const socialPost: Cleaner = (draft) => {
  const platform = (draft.platform ?? '')
    .split(' / ')
    .find((name) => socialPlatforms.has(name.toLowerCase()))
  return platform
    ? { ...draft, doubts: [...draft.doubts, doubtOf.socialPlatform(platform)] }
    : draft
}

const nothingRead: Cleaner = (draft) =>
  draft.creator === null &&
  draft.platform === null &&
  draft.copyrightHolder === null &&
  draft.doubts.length === 0
    ? { ...draft, doubts: [doubtOf.nobodyNamed] }
    : draft

const cleaners: Cleaner[] = [
  withoutBrackets,
  withoutLabel,
  categoryOfLabel,
  withoutByWord,
  copyrightMark,
  courtesy,
  handout,
  namesAndPlatforms,
  stillsFromVideo,
  photoWhenByAgency,
  socialPost,
  nothingRead,
]

const isKnownPlatform = (part: string): boolean => {
  const name = part.toLowerCase()
  return agencies.has(name) || videoPlatforms.has(name) || socialPlatforms.has(name)
}

const trimmedSeparators = (text: string): string =>
  text.replace(/^[\s/,|:-]+/, '').replace(/[\s/,|:-]+$/, '')

const partsOf = (text: string): string[] =>
  text
    .split(/\s*[/|]\s*|\s+via\s+|\s+[–—-]\s+|\s*;\s*/i)
    .map((part) => part.trim().replace(/[.,]$/, ''))
    .filter((part) => part !== '')

const doubtOf = {
  holderIsNotCreator: {
    code: 'credit-holder-not-creator',
    message: 'The line names who holds the copyright, not who made the picture.',
    fix: 'Enter the creator, or confirm that the holder may be credited alone.',
  },
  courtesy: {
    code: 'credit-courtesy',
    message: '“Courtesy of” says who handed the picture over, not who made it or for what use.',
    fix: 'Ask for the creator and note what use was permitted.',
  },
  handout: {
    code: 'credit-handout',
    message: 'A handout may be used for the story it was handed out for only.',
    fix: 'Note who handed it out and until when it may be used.',
  },
  nobodyNamed: {
    code: 'credit-nobody-named',
    message: 'The credit line names nobody.',
    fix: 'Enter the creator and the agency, or remove the picture.',
  },
  severalNames: (names: string[]): CreditDoubt => ({
    code: 'credit-ambiguous',
    message: `The credit names ${names.length} parties (${names.slice(0, 4).join(', ')}); who made the picture is not clear.`,
    fix: 'Choose the creator and the agency.',
  }),
  videoPlatform: (platform: string): CreditDoubt => ({
    code: 'credit-video-platform',
    message: `${platform} carries videos, so the picture is taken to be a frame of one; the uploader may not hold the rights.`,
    fix: 'Link the video, confirm who filmed it, and clear the rights or replace the picture.',
  }),
  socialPlatform: (platform: string): CreditDoubt => ({
    code: 'credit-social-platform',
    message: `${platform} is where the picture was found; an account that posts a picture may not have made it.`,
    fix: 'Confirm who made the picture and that it may be used.',
  }),
}
