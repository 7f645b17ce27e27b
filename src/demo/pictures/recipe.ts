/**
 * A picture recipe: which scene to draw, from which seed, and the credit metadata its file carries.
 * The same recipe gives the same bytes every time.
 */

export const SCENE_NAMES = [
  'delta',
  'terraces',
  'harbour',
  'bridge',
  'river at dusk',
  'skyline',
  'columns',
  'hemicycle',
  'housing',
  'ledger',
  'platform',
  'wheat',
  'storm map',
  'theatre',
  'newsreel',
  'lanterns',
  'portrait',
] as const

export type SceneName = (typeof SCENE_NAMES)[number]

/** What the file itself says about its maker, its rights and what it shows (IPTC photo metadata). */
export type PictureCredit = {
  title: string
  alt: string
  caption: string | null
  creators: string[]
  /** The credit line as printed. */
  creditLine: string
  source: string
  copyrightNotice: string
  usageTerms: string
  /** Where the rights are explained: `xmpRights:WebStatement`. */
  webStatement: string
}

export type PictureRecipe = { scene: SceneName; seed: string; credit: PictureCredit }

export type PictureSize = { width: number; height: number }

/** News pictures are 1600 x 1000; portraits are 800 x 800. */
export function pictureSize(scene: SceneName): PictureSize {
  return scene === 'portrait' ? { width: 800, height: 800 } : { width: 1600, height: 1000 }
}
