import type { Random } from '../random.ts'
import {
  below,
  circle,
  el,
  horizon,
  linear,
  path,
  radial,
  rect,
  smooth,
  stroke,
  type Point,
} from '../svg.ts'

/** Flooded rice terraces stepping down a hillside, each holding a piece of the sky. */
export function terraces(random: Random): string {
  const far = horizon(random, { y: 250, height: 130, waves: 3 })
  const near = horizon(random, { y: 300, height: 90, waves: 4 })
  return [
    el(
      'defs',
      { id: 'd' },
      [
        linear('sky', [
          [0, '#5a86b8'],
          [0.6, '#f3c9a5'],
          [1, '#fbe6c2'],
        ]),
        linear(
          'pool',
          [
            [0, '#fbe3bf'],
            [0.5, '#c7d3d6'],
            [1, '#6f9fc4'],
          ],
          'right',
        ),
        radial('sun', 420, 230, 620, [
          [0, '#fff6dd', 0.95],
          [0.35, '#ffd79a', 0.4],
          [1, '#ffd79a', 0],
        ]),
        linear('depth', [
          [0, '#0d2a22', 0],
          [1, '#0d2a22', 0.5],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 460, 'url(#sky)'),
    path(below(far, 520), '#8aa3b5'),
    path(below(near, 560), '#5d8580'),
    ...steps(random),
    rect(0, 0, 1600, 1000, 'url(#sun)'),
    rect(0, 500, 1600, 500, 'url(#depth)'),
  ].join('')
}

function steps(random: Random): string[] {
  const out: string[] = []
  const phase = random.between(0, 6)
  for (let row = 0; row < 15; row++) {
    const t = row / 14
    const y = 360 + Math.pow(t, 1.45) * 620
    const depth = 16 + t * 58
    const edge = wave(y, 26 + t * 70, phase + row * 0.42)
    const lip = edge.map(({ x, y: top }) => ({ x, y: top + depth * 0.38 }))
    out.push(path(below(edge), 'url(#pool)'))
    out.push(path(below(lip), row % 2 === 0 ? '#3f7a4c' : '#2f6844'))
    out.push(stroke(smooth(lip), '#a9cf6e', 2 + t * 5, { opacity: 0.85 }))
    out.push(...shoots(random, lip, t))
  }
  return out
}

function wave(y: number, size: number, phase: number): Point[] {
  return Array.from({ length: 33 }, (_, index) => {
    const x = index * 50
    return {
      x,
      y: y + Math.sin(x / 260 + phase) * size * 0.5 + Math.sin(x / 120 + phase * 2) * size * 0.16,
    }
  })
}

function shoots(random: Random, line: Point[], t: number): string[] {
  return Array.from({ length: 26 }, () => {
    const at = line[random.whole(0, line.length - 1)] ?? { x: 0, y: 0 }
    return circle(
      at.x + random.between(-25, 25),
      at.y + random.between(4, 14 + t * 20),
      1 + t * 3.4,
      '#c9e48a',
      {
        opacity: random.between(0.25, 0.7),
      },
    )
  })
}
