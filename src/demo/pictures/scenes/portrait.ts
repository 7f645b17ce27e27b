import type { Random } from '../random.ts'
import { circle, el, linear, path, radial, rect } from '../svg.ts'

type Palette = {
  back: [string, string]
  shape: string
  coat: [string, string]
  skin: string
  hair: string
  light: string
}

const PALETTES: [Palette, ...Palette[]] = [
  {
    back: ['#f3d2ae', '#d98c66'],
    shape: '#f9e7cf',
    coat: ['#1f4a58', '#12303c'],
    skin: '#9a5a44',
    hair: '#2c1a22',
    light: '#ffe6c2',
  },
  {
    back: ['#bcd8d4', '#5d9aa0'],
    shape: '#e3f0ea',
    coat: ['#b24a38', '#7c2c2a'],
    skin: '#d9a07c',
    hair: '#5a3222',
    light: '#fff2de',
  },
  {
    back: ['#d7cfe8', '#7f74b0'],
    shape: '#efe9f8',
    coat: ['#d9a441', '#a06f1f'],
    skin: '#6f4334',
    hair: '#1d1420',
    light: '#ffe9b8',
  },
  {
    back: ['#e9dfc8', '#b59a6a'],
    shape: '#f8f1e0',
    coat: ['#3f5f45', '#243a2d'],
    skin: '#e2b08c',
    hair: '#b9a79a',
    light: '#fff6e2',
  },
  {
    back: ['#f2c7c2', '#b9637a'],
    shape: '#fbe4dd',
    coat: ['#2d3561', '#1a1f3f'],
    skin: '#b87a58',
    hair: '#38202a',
    light: '#ffe4d0',
  },
  {
    back: ['#c9dcef', '#5b83b5'],
    shape: '#e8f1fa',
    coat: ['#5b3d5e', '#36223c'],
    skin: '#7f4f3c',
    hair: '#241a1e',
    light: '#ffeccf',
  },
]

/** A bust without a face: a person, and nobody in particular. */
export function portrait(random: Random): string {
  const palette = random.pick(PALETTES)
  const side = random.chance(0.5) ? 1 : -1
  const body = [head(random, palette), coat(random, palette)].join('')
  return [
    el(
      'defs',
      { id: 'd' },
      [
        linear('back', [
          [0, palette.back[0]],
          [1, palette.back[1]],
        ]),
        linear('coat', [
          [0, palette.coat[0]],
          [1, palette.coat[1]],
        ]),
        radial('rim', 250, 200, 520, [
          [0, palette.light, 0.6],
          [0.6, palette.light, 0.06],
          [1, '#1a0f1a', 0.3],
        ]),
      ].join(''),
    ),
    rect(0, 0, 800, 800, 'url(#back)'),
    ...backdrop(random, palette),
    el('g', { transform: side === 1 ? 'translate(0 0)' : 'translate(800 0) scale(-1 1)' }, body),
    rect(0, 0, 800, 800, 'url(#rim)'),
  ].join('')
}

function backdrop(random: Random, { shape, back }: Palette): string[] {
  const x = random.between(300, 500)
  return [
    circle(x, 340, random.between(250, 300), shape, { opacity: 0.75 }),
    circle(
      800 - x + random.between(-120, 120),
      random.between(560, 700),
      random.between(120, 190),
      back[1],
      { opacity: 0.45 },
    ),
    ...Array.from({ length: 5 }, (_, index) =>
      circle(x, 340, 320 + index * 46, 'none', {
        stroke: shape,
        'stroke-width': 3,
        opacity: 0.4 - index * 0.06,
      }),
    ),
  ]
}

const STYLES = ['crop', 'beard', 'bob', 'bun', 'curls', 'long', 'beret'] as const

const LONG =
  'M262 330C240 160 340 110 408 112C500 112 566 190 552 340C548 430 580 500 590 590L230 590C236 500 268 440 262 330Z'
const BOB =
  'M266 320C250 170 340 118 404 118C492 118 560 180 548 320C546 400 560 430 552 470L500 480L310 480L258 470C254 430 270 400 266 320Z'
const CROWN =
  'M282 318C262 190 340 128 406 128C486 128 544 186 526 316C516 262 484 234 430 226C370 222 308 240 282 318Z'
const CROP =
  'M284 300C266 196 334 134 410 132C486 132 540 186 524 300L512 262C500 226 476 206 448 210C400 222 344 206 306 234L294 262Z'
const BEARD =
  'M290 330C292 360 300 352 322 372C350 398 372 380 404 380C436 380 458 398 486 372C508 352 516 360 518 330C524 410 490 488 404 490C318 488 284 410 290 330Z'
const BERET =
  'M262 262C240 170 350 96 446 118C540 130 580 190 548 240C520 268 470 232 404 232C340 232 300 262 262 262Z'

function head(random: Random, { skin, hair, coat: [tone] }: Palette): string {
  const style = random.pick(STYLES)
  const behind = { long: path(LONG, hair), bob: path(BOB, hair), beret: path(BOB, hair) }
  const top = {
    crop: path(CROP, hair),
    beard: path(BEARD, hair, { opacity: 0.92 }) + path(CROP, hair),
    bun: path(CROWN, hair) + circle(424, 122, 62, hair),
    curls: curls(random, hair),
    beret: path(CROWN, hair) + path(BERET, tone) + circle(430, 112, 8, tone),
    bob: path(CROWN, hair),
    long: path(CROWN, hair),
  }
  return [
    style === 'long' || style === 'bob' || style === 'beret' ? behind[style] : '',
    path('M348 430L462 430L474 590L336 590Z', skin),
    path('M348 470Q404 520 462 462L466 500Q404 560 344 506Z', '#1a0c12', { opacity: 0.25 }),
    el('ellipse', { cx: 404, cy: 322, rx: 116, ry: 150, fill: skin }),
    path(
      'M404 172A116 150 0 0 1 404 472C470 440 500 390 500 322C500 250 470 196 404 172Z',
      '#1a0c12',
      { opacity: 0.16 },
    ),
    top[style],
  ].join('')
}

function curls(random: Random, hair: string): string {
  return Array.from({ length: 34 }, (_, index) => {
    const angle = Math.PI * (1.06 - (index % 17) * 0.07)
    const reach = index < 17 ? 128 : 96
    const [x, y] = [404 + Math.cos(angle) * reach, 286 - Math.sin(angle) * (reach + 22)]
    return circle(x, y, random.between(30, 40), hair)
  }).join('')
}

function coat(random: Random, { light, coat: [tone] }: Palette): string {
  const collar = random.pick(['lapels', 'roll', 'scarf'])
  const shoulders = path(
    'M60 800C70 650 190 596 330 566Q404 640 478 566C620 596 730 650 744 800Z',
    'url(#coat)',
  )
  if (collar === 'lapels') {
    return (
      shoulders +
      path('M330 566L404 720L478 566L452 556L404 622L354 556Z', light) +
      path('M330 566L300 640L392 800L404 720Z', tone, { opacity: 0.85 }) +
      path('M478 566L510 640L416 800L404 720Z', '#000', { opacity: 0.22 })
    )
  }
  if (collar === 'roll') {
    return (
      shoulders +
      path('M330 540Q404 600 478 540L490 610Q404 670 318 610Z', tone) +
      path('M330 560Q404 620 480 560', 'none', { stroke: '#000', 'stroke-width': 5, opacity: 0.2 })
    )
  }
  return (
    shoulders +
    path('M312 536Q404 600 496 536L516 620Q404 690 296 620Z', light) +
    path('M452 640L520 620L548 800L476 800Z', light) +
    path('M452 640L520 620L548 800L530 800Z', '#000', { opacity: 0.1 })
  )
}
