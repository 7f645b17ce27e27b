import type { Random } from '../random.ts'
import { circle, el, linear, path, radial, rect, smooth, stroke, type Point } from '../svg.ts'

/** A projector's beam, two reels and a ribbon of film with little landscapes for frames. */
export function newsreel(random: Random): string {
  return [
    el(
      'defs',
      { id: 'd' },
      [
        radial('room', 1160, 420, 1250, [
          [0, '#33507a'],
          [0.45, '#1a2747'],
          [1, '#080c1c'],
        ]),
        linear(
          'beam',
          [
            [0, '#fff6d8', 0.85],
            [0.5, '#ffe3a0', 0.3],
            [1, '#ffe3a0', 0.04],
          ],
          'right',
        ),
        radial('lens', 470, 420, 160, [
          [0, '#fffdf0', 1],
          [0.3, '#ffe7ad', 0.7],
          [1, '#ffe7ad', 0],
        ]),
        linear('steel', [
          [0, '#9aa7b8'],
          [0.5, '#4c586c'],
          [1, '#232b3d'],
        ]),
        radial('edge', 800, 480, 1050, [
          [0.5, '#04060f', 0],
          [1, '#04060f', 0.6],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 1000, 'url(#room)'),
    path('M470 400L1600 60L1600 760L470 440Z', 'url(#beam)'),
    path('M470 408L1600 190L1600 640L470 432Z', 'url(#beam)', { opacity: 0.6 }),
    ...Array.from({ length: 150 }, () => {
      const x = random.between(500, 1600)
      const reach = 20 + (x - 470) * 0.28
      return circle(x, 420 + random.between(-reach, reach), random.between(0.8, 3), '#fff3cd', {
        opacity: random.between(0.2, 0.9),
      })
    }),
    reel(random, 210, 210, 170),
    reel(random, 330, 640, 205),
    rect(150, 340, 250, 190, 'url(#steel)', { rx: 22 }),
    rect(398, 384, 60, 72, '#8995a8', { rx: 8 }),
    rect(0, 0, 1600, 1000, 'url(#lens)'),
    film(random),
    rect(0, 0, 1600, 1000, 'url(#edge)'),
  ].join('')
}

function reel(random: Random, x: number, y: number, r: number): string {
  const turn = random.between(0, 1)
  const holes = Array.from({ length: 6 }, (_, index) => {
    const angle = ((index + turn) / 6) * Math.PI * 2
    return circle(
      x + Math.cos(angle) * r * 0.58,
      y + Math.sin(angle) * r * 0.58,
      r * 0.2,
      '#141c33',
    )
  })
  return [
    circle(x, y, r, '#2a2230'),
    ...Array.from({ length: 5 }, (_, index) =>
      circle(x, y, r * (0.95 - index * 0.05), 'none', {
        stroke: '#6b5560',
        'stroke-width': 1.5,
        opacity: 0.7,
      }),
    ),
    circle(x, y, r * 0.86, 'url(#steel)'),
    ...holes,
    circle(x, y, r * 0.16, '#d7a44e'),
    circle(x, y, r * 0.06, '#141c33'),
  ].join('')
}

/** The ribbon is drawn as frames set along a curve. */
function film(random: Random): string {
  const at = (t: number): Point => ({
    x: 330 + t * 1340,
    y: 850 - Math.sin(t * 4.4 + 0.1) * 120 + t * 30,
  })
  const line = Array.from({ length: 60 }, (_, index) => at(index / 59))
  const frames = Array.from({ length: 17 }, (_, index) => {
    const t = (index + 0.5) / 17
    const [here, ahead] = [at(t), at(t + 0.01)]
    const angle = (Math.atan2(ahead.y - here.y, ahead.x - here.x) * 180) / Math.PI
    return el(
      'g',
      {
        transform: `translate(${here.x.toFixed(1)} ${here.y.toFixed(1)}) rotate(${angle.toFixed(1)})`,
      },
      frame(random),
    )
  })
  return (
    stroke(smooth(line), '#0b0a12', 150, { 'stroke-linecap': 'butt' }) +
    stroke(smooth(line), '#1d1820', 142, { 'stroke-linecap': 'butt' }) +
    frames.join('')
  )
}

function frame(random: Random): string {
  const perforations = [-32, -11, 10, 31].flatMap((x) =>
    [-64, 52].map((y) => rect(x, y, 10, 12, '#e9dcc0', { rx: 3, opacity: 0.85 })),
  )
  const hill = random.between(-4, 14)
  return [
    rect(-34, -44, 70, 88, '#d8b98a', { rx: 4 }),
    circle(random.between(-18, 20), random.between(-26, -12), 9, '#fff4d8'),
    path(
      `M-34 ${hill.toFixed(1)}Q-10 ${(hill - 22).toFixed(1)} 36 ${(hill + 6).toFixed(1)}L36 44L-34 44Z`,
      '#8a6a50',
    ),
    path(
      `M-34 ${(hill + 22).toFixed(1)}Q8 ${(hill + 2).toFixed(1)} 36 ${(hill + 20).toFixed(1)}L36 44L-34 44Z`,
      '#4d3a38',
    ),
    ...perforations,
  ].join('')
}
