import type { Random } from '../random.ts'
import { circle, el, linear, path, radial, rect } from '../svg.ts'

const WALLS = ['#d96c4f', '#e9b872', '#f1dcc0', '#7fa8a3', '#b5c7b0', '#c98a8f'] as const

/** A street of narrow houses and the flats rising behind them. */
export function housing(random: Random): string {
  const houses: string[] = []
  for (let x = -30; x < 1600;) {
    const width = random.between(130, 190)
    houses.push(house(random, x, width))
    x += width
  }
  return [
    el(
      'defs',
      { id: 'd' },
      [
        linear('sky', [
          [0, '#8fc3d6'],
          [0.7, '#f5e3cd'],
          [1, '#f9d2b0'],
        ]),
        linear('slope', [
          [0, '#000', 0],
          [1, '#1c1420', 0.28],
        ]),
        radial('sun', 300, 180, 700, [
          [0, '#fffbe8', 0.9],
          [0.3, '#fff0cc', 0.4],
          [1, '#fff0cc', 0],
        ]),
        linear('road', [
          [0, '#6b6672'],
          [1, '#3c3a48'],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 1000, 'url(#sky)'),
    rect(0, 0, 1600, 1000, 'url(#sun)'),
    ...[80, 330, 700, 980, 1300].map((x) => flats(random, x + random.between(-30, 30))),
    ...houses,
    rect(0, 420, 1600, 480, 'url(#slope)'),
    rect(0, 880, 1600, 120, 'url(#road)'),
    rect(0, 872, 1600, 14, '#d9cdbd'),
    ...Array.from({ length: 9 }, (_, index) =>
      rect(40 + index * 190, 944, 90, 7, '#efe2c8', { opacity: 0.7 }),
    ),
    ...[210, 760, 1240].map((x) => tree(random, x + random.between(-50, 50))),
  ].join('')
}

function flats(random: Random, x: number): string {
  const top = random.between(150, 300)
  const windows: string[] = []
  for (let y = top + 26; y < 640; y += 42) {
    for (let column = 0; column < 5; column++) {
      windows.push(
        rect(x + 18 + column * 36, y, 22, 26, random.chance(0.2) ? '#ffe3a3' : '#9dbccb', {
          opacity: 0.8,
        }),
      )
    }
  }
  return (
    rect(x, top, 200, 600, '#c3cfd2') +
    rect(x + 150, top, 50, 600, '#a9b9c0', { opacity: 0.6 }) +
    windows.join('')
  )
}

function house(random: Random, x: number, width: number): string {
  const wall = random.pick(WALLS)
  const top = random.between(440, 540)
  const roof = random.between(70, 130)
  const frames = ['#fff7e8', '#2f3a4d'] as const
  const out = [
    rect(x, top, width, 890 - top, wall),
    path(
      `M${x - 6} ${top}L${x + width / 2} ${top - roof}L${x + width + 6} ${top}Z`,
      random.pick(['#6b3b3a', '#4b4a5e', '#8b4a3a']),
    ),
    rect(x + width * 0.68, top - roof * 0.8, 18, 50, '#7a4b40'),
  ]
  const frame = random.pick(frames)
  for (let y = top + 28; y < 720; y += 92) {
    for (const share of [0.16, 0.6]) {
      const left = x + width * share
      out.push(rect(left - 4, y - 4, width * 0.24 + 8, 62, frame))
      out.push(rect(left, y, width * 0.24, 54, random.chance(0.3) ? '#ffd98e' : '#4f6f86'))
      out.push(rect(left + width * 0.12 - 1.5, y, 3, 54, frame))
    }
  }
  out.push(
    rect(
      x + width * 0.38,
      770,
      width * 0.28,
      110,
      random.pick(['#244b5a', '#8a2f38', '#2f5d46', '#3b3350']),
    ),
  )
  out.push(circle(x + width * 0.61, 828, 3.5, '#f6dca6'))
  out.push(rect(x + width - 3, top, 3, 890 - top, '#000', { opacity: 0.18 }))
  return out.join('')
}

function tree(random: Random, x: number): string {
  const leaves = Array.from({ length: 26 }, () =>
    circle(
      x + random.between(-62, 62),
      690 + random.between(-70, 60),
      random.between(18, 40),
      random.pick(['#3f7a55', '#5b9a5f', '#2e6349', '#86b56b']),
      { opacity: 0.9 },
    ),
  )
  return rect(x - 7, 730, 14, 150, '#4b3530') + leaves.join('')
}
