import type { Random } from '../random.ts'
import { circle, el, linear, path, radial, rect, stroke } from '../svg.ts'

const BOXES = ['#d9553f', '#e58f3c', '#2e7f86', '#27506e', '#c9b28a', '#8c3a4a', '#4f8f6a'] as const

/** Gantry cranes over a container ship, in the last light. */
export function harbour(random: Random): string {
  const sun = random.between(500, 1050)
  return [
    el(
      'defs',
      { id: 'd' },
      [
        linear('sky', [
          [0, '#22365f'],
          [0.4, '#7a5a86'],
          [0.72, '#e98a6c'],
          [1, '#ffd08a'],
        ]),
        linear('water', [
          [0, '#f0a070'],
          [0.25, '#8a5a7e'],
          [1, '#131f3c'],
        ]),
        radial('glow', sun, 600, 620, [
          [0, '#fff1c4', 0.95],
          [0.3, '#ffc583', 0.5],
          [1, '#ffc583', 0],
        ]),
        linear('hull', [
          [0, '#1b2740'],
          [0.75, '#141c30'],
          [0.76, '#a33f3a'],
          [1, '#6b2730'],
        ]),
        linear('mist', [
          [0, '#ffcf9a', 0],
          [1, '#ffcf9a', 0.5],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 720, 'url(#sky)'),
    rect(0, 0, 1600, 720, 'url(#glow)'),
    circle(sun, 596, 66, '#fff3cf'),
    ...[180, 620, 980, 1420].map((x) => crane(x + random.between(-40, 40), 700, 0.52, '#6f557c')),
    rect(0, 520, 1600, 190, 'url(#mist)'),
    ...[120, 800, 1330].map((x) => crane(x + random.between(-30, 30), 716, 1.02, '#1c2544')),
    ship(random, 330),
    rect(0, 716, 1600, 284, 'url(#water)'),
    ...glints(random, sun),
    rect(0, 700, 300, 40, '#10182c'),
    rect(1330, 700, 270, 40, '#10182c'),
  ].join('')
}

/** A ship-to-shore crane: legs, boom over the water, stays from the apex. */
function crane(x: number, ground: number, scale: number, colour: string): string {
  const line = (d: string, width: number): string => stroke(d, colour, width)
  const parts = [
    line('M-60 0L-60 -300M60 0L60 -300M-60 -110L60 -110M-60 -300L60 -110M60 -300L-60 -110', 9),
    line('M-170 -300L330 -300M-170 -282L330 -282', 7),
    line('M-10 -300L20 -440L50 -300M20 -440L320 -302M20 -440L-160 -302M20 -440L180 -302', 5),
    rect(-150, -330, 90, 44, colour),
    line('M210 -282L210 -190', 3),
    rect(190, -190, 40, 16, colour),
    rect(-80, -10, 40, 12, colour),
    rect(40, -10, 40, 12, colour),
  ]
  return el(
    'g',
    { transform: `translate(${Math.round(x)} ${ground}) scale(${scale})` },
    parts.join(''),
  )
}

function ship(random: Random, x: number): string {
  const boxes: string[] = []
  for (let column = 0; column < 15; column++) {
    const height = random.whole(2, 5)
    for (let level = 0; level < height; level++) {
      const left = x + 70 + column * 50
      const top = 604 - level * 24
      boxes.push(rect(left, top, 48, 22, random.pick(BOXES)))
      boxes.push(rect(left, top, 48, 7, '#fff', { opacity: 0.14 }))
    }
  }
  const bridgeX = x + 830
  return [
    ...boxes,
    rect(bridgeX, 478, 76, 150, '#e9dcc6'),
    rect(bridgeX - 12, 470, 100, 20, '#cbbba2'),
    ...[500, 530, 560, 590].map((y) => rect(bridgeX + 8, y, 60, 9, '#334466')),
    rect(bridgeX + 26, 430, 26, 42, '#a33f3a'),
    path(`M${x - 20} 622L${x + 960} 622L${x + 925} 732L${x + 40} 732Z`, 'url(#hull)'),
  ].join('')
}

function glints(random: Random, sun: number): string[] {
  return Array.from({ length: 210 }, () => {
    const y = random.between(724, 1000)
    const reach = 60 + (y - 716) * 1.5
    const isPath = random.chance(0.6)
    const x = isPath ? sun + random.between(-reach, reach) * 0.6 : random.between(0, 1600)
    const width = random.between(14, 40) + (y - 716) * 0.3
    return rect(x - width / 2, y, width, random.between(1.5, 4), isPath ? '#ffe3ae' : '#c98a8a', {
      rx: 2,
      opacity: random.between(0.12, isPath ? 0.75 : 0.3),
    })
  })
}
