import type { Random } from '../random.ts'
import { below, circle, el, horizon, linear, path, radial, rect, stroke } from '../svg.ts'

/** A wide river under a dusty sky, date palms along the bank: a place, not an event. */
export function riverAtDusk(random: Random): string {
  return [
    el(
      'defs',
      { id: 'd' },
      [
        linear('sky', [
          [0, '#3c3a5c'],
          [0.35, '#a4566a'],
          [0.7, '#ee9a58'],
          [1, '#fbd58d'],
        ]),
        linear('river', [
          [0, '#f6b869'],
          [0.35, '#b5646a'],
          [1, '#272544'],
        ]),
        radial('glow', 1040, 500, 700, [
          [0, '#fff3cc', 1],
          [0.25, '#ffd68c', 0.6],
          [1, '#ffd68c', 0],
        ]),
        linear('dust', [
          [0, '#f8c98c', 0],
          [0.6, '#f8c98c', 0.55],
          [1, '#f8c98c', 0],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 620, 'url(#sky)'),
    ...haze(random),
    rect(0, 0, 1600, 640, 'url(#glow)'),
    circle(1040, 500, 84, '#fff4d6'),
    path(below(horizon(random, { y: 575, height: 34, waves: 5 }), 640), '#b06a5c'),
    rect(0, 460, 1600, 190, 'url(#dust)'),
    path(below(horizon(random, { y: 606, height: 16, waves: 8 }), 650), '#5e3a4c'),
    ...[60, 170, 250, 520, 590, 1290, 1380, 1500].map((x) =>
      palm(random, x + random.between(-25, 25), 616, random.between(0.34, 0.5), '#4b2f45'),
    ),
    rect(0, 622, 1600, 378, 'url(#river)'),
    ...glints(random),
    path('M0 1000L0 770C160 790 260 850 420 880C620 915 760 950 860 1000Z', '#1c1930'),
    palm(random, 150, 840, 1.5, '#16142a'),
    palm(random, 320, 890, 1.1, '#16142a'),
  ].join('')
}

function palm(random: Random, x: number, ground: number, scale: number, colour: string): string {
  const lean = random.between(-30, 30)
  const fronds = Array.from({ length: 13 }, (_, index) => {
    const angle = (-200 + index * 18.5 + random.between(-7, 7)) * (Math.PI / 180)
    const reach = random.between(96, 130)
    const [tipX, tipY] = [Math.cos(angle) * reach, Math.sin(angle) * reach * 0.72 + 40]
    const bend = `${Math.round(lean + tipX * 0.55)} ${Math.round(-262 + tipY * 0.5 - 52)}`
    const tip = `${Math.round(lean + tipX)} ${Math.round(-262 + tipY)}`
    return path(
      `M${Math.round(lean)} -262Q${bend} ${tip}Q${bend.replace(/-?\d+$/, (y) => String(Number(y) + 22))} ${Math.round(lean)} -252Z`,
      colour,
    )
  })
  const trunk = path(
    `M-9 0Q${Math.round(lean * 0.2)} -140 ${Math.round(lean - 6)} -262L${Math.round(lean + 6)} -262Q${Math.round(lean * 0.2 + 14)} -140 11 0Z`,
    colour,
  )
  return el(
    'g',
    { transform: `translate(${Math.round(x)} ${ground}) scale(${scale.toFixed(2)})` },
    trunk + fronds.join(''),
  )
}

function haze(random: Random): string[] {
  return Array.from({ length: 14 }, () => {
    const y = random.between(60, 430)
    const x = random.between(-200, 1300)
    return stroke(
      `M${Math.round(x)} ${Math.round(y)}q${Math.round(random.between(120, 260))} -18 ${Math.round(random.between(320, 640))} 0`,
      random.pick(['#f3b07a', '#7a4a6a', '#ffd9a0']),
      random.between(6, 20),
      {
        opacity: random.between(0.08, 0.24),
      },
    )
  })
}

function glints(random: Random): string[] {
  return Array.from({ length: 170 }, () => {
    const y = random.between(628, 990)
    const isPath = random.chance(0.6)
    const x = isPath
      ? 1040 + random.between(-1, 1) * (70 + (y - 622) * 0.5)
      : random.between(0, 1600)
    const width = random.between(20, 60) + (y - 622) * 0.22
    return rect(x - width / 2, y, width, random.between(1.5, 4.5), isPath ? '#fff0c4' : '#f2a977', {
      rx: 2,
      opacity: random.between(0.1, isPath ? 0.75 : 0.3),
    })
  })
}
