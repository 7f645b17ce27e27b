import type { Random } from '../random.ts'
import { circle, el, linear, radial, rect } from '../svg.ts'

/** A harbour city after dark, its windows doubled in the water. */
export function skyline(random: Random): string {
  const city = [
    ...row(random, 520, 250, '#8a5f8c', '#ffe0ac', 0.12),
    ...row(random, 540, 240, '#4a3f72', '#ffd896', 0.22),
    ...row(random, 610, 150, '#1a1f45', '#ffe2a6', 0.4),
  ].join('')
  const stars = Array.from({ length: 110 }, () =>
    circle(random.between(0, 1600), random.between(0, 330), random.between(0.6, 1.8), '#fff', {
      opacity: random.between(0.2, 0.8),
    }),
  )
  return [
    el(
      'defs',
      { id: 'd' },
      [
        linear('sky', [
          [0, '#10194a'],
          [0.35, '#4a3f86'],
          [0.6, '#b5638c'],
          [0.8, '#f5a67d'],
          [1, '#ffd59a'],
        ]),
        linear('deep', [
          [0, '#2a2458', 0.1],
          [1, '#0a0e2c', 0.95],
        ]),
        radial('moon', 330, 190, 420, [
          [0, '#fff', 0.4],
          [1, '#fff', 0],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 700, 'url(#sky)'),
    ...stars,
    rect(0, 0, 1600, 700, 'url(#moon)'),
    circle(330, 190, 54, '#fdf3dd'),
    el('g', { id: 'city' }, city),
    rect(0, 700, 1600, 300, '#c9807f'),
    el('g', { transform: 'translate(0 1400) scale(1 -1)', opacity: 0.6 }, city),
    rect(0, 700, 1600, 300, 'url(#deep)'),
    ...Array.from({ length: 150 }, () => {
      const y = random.between(706, 1000)
      return rect(
        random.between(-40, 1600),
        y,
        random.between(20, 90),
        random.between(1, 3),
        random.pick(['#ffd896', '#f3a583', '#7f8fd0']),
        {
          rx: 1,
          opacity: random.between(0.08, 0.4),
        },
      )
    }),
    rect(0, 694, 1600, 8, '#0b1028'),
  ].join('')
}

function row(
  random: Random,
  top: number,
  spread: number,
  wall: string,
  lamp: string,
  lit: number,
): string[] {
  const out: string[] = []
  let x = -20
  while (x < 1600) {
    const width = random.between(54, 120)
    const middle = 1 - Math.abs(x - 860) / 1000
    const y = top - random.between(0, spread) * middle
    out.push(rect(x, y, width, 702 - y, wall))
    if (random.chance(0.25))
      out.push(
        rect(x + width / 2 - 2, y - 46, 4, 46, wall),
        circle(x + width / 2, y - 48, 3, '#ff7a6a'),
      )
    if (random.chance(0.3)) out.push(rect(x + width * 0.2, y - 18, width * 0.6, 20, wall))
    for (let wy = y + 14; wy < 680; wy += 24) {
      for (let wx = x + 9; wx < x + width - 12; wx += 18) {
        if (random.chance(lit))
          out.push(rect(wx, wy, 8, 11, lamp, { opacity: random.between(0.3, 1) }))
      }
    }
    x += width + random.between(-6, 10)
  }
  return out
}
