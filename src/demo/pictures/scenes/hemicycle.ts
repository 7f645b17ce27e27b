import type { Random } from '../random.ts'
import { circle, el, linear, path, radial, rect } from '../svg.ts'

const BENCHES = ['#e4573d', '#f2a541', '#f4e3c1', '#3fa7a3', '#2b6cb0'] as const

/** A chamber seen from above: arcs of seats, some taken, some empty. */
export function hemicycle(random: Random): string {
  const seats: string[] = []
  for (let ring = 0; ring < 11; ring++) {
    const radius = 250 + ring * 56
    const count = Math.round((Math.PI * radius) / 46)
    for (let index = 0; index <= count; index++) {
      const t = index / count
      if (Math.abs(t - 0.26) < 0.013 || Math.abs(t - 0.5) < 0.011 || Math.abs(t - 0.74) < 0.013)
        continue
      seats.push(seat(random, t, radius))
    }
  }
  return [
    el(
      'defs',
      { id: 'd' },
      [
        radial('floor', 800, 930, 1150, [
          [0, '#7a5836'],
          [0.35, '#3b2a33'],
          [1, '#12121f'],
        ]),
        radial('light', 800, 900, 900, [
          [0, '#ffe6b8', 0.55],
          [0.5, '#ffe6b8', 0.1],
          [1, '#ffe6b8', 0],
        ]),
        linear('dais', [
          [0, '#d8a865'],
          [1, '#7e5330'],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 1000, 'url(#floor)'),
    ...Array.from({ length: 12 }, (_, ring) =>
      circle(800, 930, 222 + ring * 56, 'none', {
        stroke: '#f0d6a8',
        'stroke-width': 1.6,
        opacity: 0.16,
      }),
    ),
    ...seats,
    rect(0, 0, 1600, 1000, 'url(#light)'),
    path('M640 1000L640 930Q800 800 960 930L960 1000Z', 'url(#dais)'),
    path('M690 1000L690 950Q800 862 910 950L910 1000Z', '#3a2620'),
    circle(800, 946, 26, '#f6dca6'),
  ].join('')
}

function seat(random: Random, t: number, radius: number): string {
  const angle = Math.PI * (1 - t)
  const [x, y] = [800 + Math.cos(angle) * radius, 930 - Math.sin(angle) * radius]
  const wing = Math.min(
    BENCHES.length - 1,
    Math.max(0, Math.floor(t * 5 + random.between(-0.06, 0.06))),
  )
  const colour = BENCHES[wing] ?? BENCHES[2]
  if (random.chance(0.14)) {
    return circle(x, y, 14, 'none', { stroke: colour, 'stroke-width': 2.5, opacity: 0.55 })
  }
  return (
    circle(x + 4, y + 6, 17, '#07070f', { opacity: 0.4 }) +
    circle(x, y, 17, colour, { opacity: random.between(0.82, 1) }) +
    circle(x - 4, y - 5, 6, '#fff', { opacity: 0.25 })
  )
}
