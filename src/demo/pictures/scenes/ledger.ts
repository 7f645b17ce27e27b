import type { Random } from '../random.ts'
import { circle, el, linear, path, radial, rect, smooth, stroke, type Point } from '../svg.ts'

const INKS = ['#c8452f', '#1f5f74', '#d99a2b'] as const

/** Sheets of accounts spread under a desk lamp: columns, bars and a line that falls. No words. */
export function ledger(random: Random): string {
  const spots: [number, number, number][] = [
    [210, 330, -14],
    [1380, 300, 11],
    [420, 760, 8],
    [1240, 770, -9],
    [840, 280, 4],
    [800, 620, -3],
  ]
  return [
    el(
      'defs',
      { id: 'd' },
      [
        linear('desk', [
          [0, '#12363a'],
          [1, '#0b2026'],
        ]),
        linear('paper', [
          [0, '#fffaf0'],
          [1, '#eadcc4'],
        ]),
        radial('lamp', 720, 380, 950, [
          [0, '#ffe9bd', 0.5],
          [0.5, '#ffcf8a', 0.1],
          [1, '#041014', 0.72],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 1000, 'url(#desk)'),
    ...spots.map(([x, y, turn], index) =>
      el(
        'g',
        { transform: `translate(${x} ${y}) rotate(${turn + Math.round(random.between(-3, 3))})` },
        sheet(random, index),
      ),
    ),
    pencil(),
    rect(0, 0, 1600, 1000, 'url(#lamp)'),
  ].join('')
}

function sheet(random: Random, index: number): string {
  const parts = [
    rect(-236, -304, 496, 636, '#03090c', { opacity: 0.4, rx: 4 }),
    rect(-250, -320, 500, 640, 'url(#paper)', { rx: 4 }),
  ]
  if (index % 3 === 2) parts.push(bars(random))
  else if (index % 3 === 1) parts.push(table(random))
  else parts.push(chart(random))
  return parts.join('')
}

function table(random: Random): string {
  const rows = Array.from({ length: 17 }, (_, row) => {
    const y = -270 + row * 33
    const cells = [-215, -60, 40, 140].map((x, column) =>
      rect(x, y, column === 0 ? random.between(70, 130) : random.between(30, 70), 9, '#5c6b70', {
        rx: 4,
        opacity: 0.55,
      }),
    )
    return (
      (row % 4 === 2 ? rect(-230, y - 12, 460, 32, '#d9c7a2', { opacity: 0.4 }) : '') +
      cells.join('')
    )
  })
  const ringY = -270 + random.whole(4, 12) * 33 + 4
  return (
    rows.join('') +
    el('ellipse', {
      cx: 165,
      cy: ringY,
      rx: 66,
      ry: 26,
      fill: 'none',
      stroke: INKS[0],
      'stroke-width': 5,
    })
  )
}

function bars(random: Random): string {
  const out = Array.from({ length: 9 }, (_, index) => {
    const height = 90 + index * 26 + random.between(-34, 40)
    return rect(-205 + index * 47, 180 - height, 32, height, INKS[index % 3] ?? INKS[0], {
      opacity: 0.88,
    })
  })
  const lines = [-260, -236, 224, 248, 272].map((y) =>
    rect(-205, y, random.between(240, 410), 9, '#5c6b70', { rx: 4, opacity: 0.5 }),
  )
  return out.join('') + rect(-215, 180, 430, 4, '#33464c') + lines.join('')
}

function chart(random: Random): string {
  const points: Point[] = Array.from({ length: 10 }, (_, index) => ({
    x: -200 + index * 44,
    y: -190 + index * 24 + random.between(-46, 46),
  }))
  const grid = [-200, -120, -40, 40, 120].map((y) =>
    rect(-210, y, 420, 2, '#9fb0ae', { opacity: 0.6 }),
  )
  return [
    ...grid,
    path(`${smooth(points)}L196 120L-200 120Z`, INKS[1], { opacity: 0.16 }),
    stroke(smooth(points), INKS[1], 6),
    ...points.map(({ x, y }) => circle(x, y, 8, INKS[0])),
    ...[170, 200, 230, 260].map((y) =>
      rect(-210, y, random.between(260, 420), 9, '#5c6b70', { rx: 4, opacity: 0.5 }),
    ),
  ].join('')
}

function pencil(): string {
  return el(
    'g',
    { transform: 'translate(1010 470) rotate(38)' },
    [
      rect(-206, 12, 440, 26, '#03090c', { opacity: 0.4, rx: 10 }),
      rect(-220, -13, 380, 26, '#d99a2b'),
      rect(-220, -13, 380, 8, '#f3c15e'),
      rect(-252, -13, 34, 26, '#c8452f', { rx: 8 }),
      path('M160 -13L226 0L160 13Z', '#f1dcb4'),
      path('M206 -4L226 0L206 4Z', '#22333a'),
    ].join(''),
  )
}
