/** The Courier's pictures: each record and the recipe its file is drawn from. */
import { ALGORITHMIC_MEDIA } from '#src/demo/pictures/xmp.ts'
import type { SceneName } from '#src/demo/pictures/recipe.ts'
import type { DemoImage, RightsCategory } from './types.ts'

const RIGHTS_PAGE = 'https://www.meridian-courier.example/picture-rights'
const TERMS = 'Free to reuse with the Courier’s demo newsroom. An illustration, not a photograph.'

type Fields = {
  key: string
  scene: SceneName
  seed?: string
  alt: string
  caption: string | null
  title: string
  creator?: string
  agency?: string | null
  category?: RightsCategory
  copyright?: string
  /** Who made the file, where that is not the person credited in print. */
  drawnBy?: string
  focalPoint?: { x: number; y: number }
}

function image(fields: Fields): DemoImage {
  const { key, scene, alt, caption, title } = fields
  const creator = fields.creator ?? 'Courier Graphics'
  const agency = fields.agency === undefined ? 'The Meridian Courier' : fields.agency
  const line = agency === null ? creator : `${creator} / ${agency}`
  const copyrightNotice = fields.copyright ?? '© The Meridian Courier'
  return {
    key,
    fileName: `${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.jpg`,
    alt,
    caption,
    credit: { creator, agency, line },
    rightsCategory: fields.category ?? 'generated',
    copyrightNotice,
    licence: { name: TERMS, url: RIGHTS_PAGE },
    digitalSourceType: ALGORITHMIC_MEDIA,
    focalPoint: fields.focalPoint ?? { x: 0.5, y: 0.5 },
    picture: {
      scene,
      seed: fields.seed ?? key,
      credit: {
        title,
        alt,
        caption,
        creators: [fields.drawnBy ?? creator],
        creditLine: line,
        source: fields.drawnBy ? 'The Meridian Courier' : (agency ?? creator),
        copyrightNotice,
        usageTerms: TERMS,
        webStatement: RIGHTS_PAGE,
      },
    },
  }
}

const portrait = (key: string, name: string, seed: string): DemoImage =>
  image({
    key,
    scene: 'portrait',
    seed,
    title: `Portrait of ${name}`,
    alt: `Illustrated portrait of ${name}, head and shoulders, without facial features`,
    caption: null,
    focalPoint: { x: 0.5, y: 0.4 },
  })

/** Key of the picture that stands in for the sample article's original. */
export const SAMPLE_ARTICLE_IMAGE = 'sampleArticle'

export const images: DemoImage[] = [
  image({
    key: 'harbourCranes',
    scene: 'harbour',
    title: 'Cranes at Port-Sauvage',
    alt: 'Gantry cranes stand over a loaded container ship at sunset, the low sun reflected in the harbour',
    caption: 'Loading resumed at Port-Sauvage this week after a 19-day stoppage. Illustration.',
    focalPoint: { x: 0.5, y: 0.6 },
  }),
  image({
    key: 'pontClairBridge',
    scene: 'bridge',
    title: 'The bridge at Pont-Clair',
    alt: 'Lorries cross a cable-stayed bridge above a misty river with blue hills behind',
    caption: 'The Pont-Clair bridge carries about 2,400 lorries a day. Illustration.',
  }),
  image({
    key: 'assemblyChamber',
    scene: 'hemicycle',
    title: 'The Assembly chamber',
    alt: 'A parliament chamber drawn from above: arcs of coloured seats around a lit rostrum, some seats empty',
    caption: 'The Assembly has 120 seats; one has been vacant since spring. Illustration.',
    focalPoint: { x: 0.5, y: 0.7 },
  }),
  image({
    key: 'assemblyPortico',
    scene: 'columns',
    title: 'The Assembly portico',
    alt: 'Six stone columns of a parliament building in evening light, warm lamps glowing behind them',
    caption: 'The portico of the Assembly in Meridian. Illustration.',
  }),
  image({
    key: 'auditSheets',
    scene: 'ledger',
    title: 'Sheets of accounts',
    alt: 'Sheets of charts and tables spread on a dark desk under a lamp, a pencil lying across them',
    caption: 'Auditors went through 1,312 invoices. Illustration.',
  }),
  image({
    key: 'terracedStreet',
    scene: 'housing',
    title: 'A street in Oldgate',
    alt: 'A row of narrow painted houses with trees in front and taller blocks of flats behind',
    caption: 'Rents in Oldgate rose faster than in any other district last year. Illustration.',
  }),
  image({
    key: 'metroPlatform',
    scene: 'platform',
    title: 'An empty metro platform',
    alt: 'An empty underground platform with red benches, the tracks running to a bright tunnel mouth',
    caption: 'A platform on Meridian’s Line 2. Illustration.',
    focalPoint: { x: 0.58, y: 0.45 },
  }),
  image({
    key: 'sellaDelta',
    scene: 'delta',
    title: 'The Sella delta at dusk',
    alt: 'A river delta at dusk: winding channels glow pink and gold between dark reed beds and meet the sea under a low sun',
    caption: 'Below Tarn Ferry the Sella parts into its channels. Illustration.',
    creator: 'Léonie Brandt',
    category: 'freelance',
    copyright: '© Léonie Brandt',
  }),
  image({
    key: 'upperPaddies',
    scene: 'terraces',
    title: 'Paddies above Tarn Ferry',
    alt: 'Flooded rice terraces curve across a green hillside and mirror a pale sky, hills behind',
    caption: 'Paddies above Tarn Ferry, where the water is still fresh all year. Illustration.',
    creator: 'Léonie Brandt',
    category: 'freelance',
    copyright: '© Léonie Brandt',
  }),
  image({
    key: 'stormOdile',
    scene: 'storm map',
    title: 'Forecast chart of Storm Odile',
    alt: 'A forecast chart: spiral bands of rain, red near the centre, with a dotted track towards a green coast',
    caption: 'The forecast track of Storm Odile as issued at noon. Graphic, not for navigation.',
    creator: 'Courier Graphics',
    agency: 'Orrin Weather Service',
    category: 'handout',
    copyright: '© The Meridian Courier; data Orrin Weather Service',
  }),
  image({
    key: 'wheatEvening',
    scene: 'wheat',
    title: 'Wheat at Harrow Plain',
    alt: 'A ripe wheat field under a low sun, tall ears in the foreground and blue hills on the horizon',
    caption: 'A field on Harrow Plain shortly before harvest. Illustration.',
    focalPoint: { x: 0.65, y: 0.5 },
  }),
  image({
    key: 'lanternStage',
    scene: 'theatre',
    title: 'The stage of the Lantern Theatre',
    alt: 'A single chair in a pool of light on a bare stage between red curtains, seen from behind the front rows',
    caption: 'The Lantern’s stage was rebuilt from salvaged oak. Illustration.',
    focalPoint: { x: 0.5, y: 0.65 },
  }),
  image({
    key: 'newsreelBeam',
    scene: 'newsreel',
    title: 'A projector and film',
    alt: 'A film projector with two reels throws a beam of light over a curling strip of sepia film',
    caption: 'Nitrate film must be copied within weeks of leaving cold storage. Illustration.',
  }),
  image({
    key: 'festivalSquare',
    scene: 'lanterns',
    title: 'Lanterns over Fountain Square',
    alt: 'Coloured paper lanterns hang in long strings above a dark crowd in an old town square at night',
    caption: 'Lantern Week draws about 90,000 visitors. Illustration.',
  }),
  image({
    key: 'meridianSkyline',
    scene: 'skyline',
    title: 'Meridian after dark',
    alt: 'A city skyline at dusk under a full moon, lit windows repeated in the water of the harbour',
    caption: 'Meridian from the south mole. Illustration.',
  }),
  image({
    key: SAMPLE_ARTICLE_IMAGE,
    scene: 'river at dusk',
    title: 'Stand-in for the sample article',
    alt: 'A wide river at sunset with date palms along its banks under a dusty orange sky',
    caption:
      'An illustration made for the demo newsroom; it stands in for the original picture, credited Top World News / YouTube.',
    creator: 'Top World News',
    agency: 'YouTube',
    category: 'screengrab',
    drawnBy: 'Courier Graphics',
    copyright: 'Illustration © The Meridian Courier; original picture: Top World News',
  }),
  portrait('portraitNadia', 'Nadia Ferreira', 'p11'),
  portrait('portraitJonas', 'Jonas Ekberg', 'p19'),
  portrait('portraitAmina', 'Amina Sayeed', 'p2'),
  portrait('portraitDavid', 'David Oyelaran', 'p22'),
  portrait('portraitLeonie', 'Léonie Brandt', 'p20'),
  portrait('portraitSamuel', 'Samuel Oduya', 'p6'),
  portrait('portraitMarisol', 'Marisol Vega', 'p5'),
]
