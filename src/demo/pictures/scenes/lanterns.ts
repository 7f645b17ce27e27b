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

const PAPER = ['#ff8a5b', '#ffc45e', '#f2617a', '#fff0c2', '#7fd1c0'] as const

/** Paper lanterns strung over a square on a festival night. */
export function lanterns(random: Random): string {
  return [
    el(
      'defs',
      { id: 'd' },
      [
        linear('sky', [
          [0, '#0e1238'],
          [0.6, '#3a2a6a'],
          [1, '#b3577c'],
        ]),
        radial('warm', 800, 900, 900, [
          [0, '#ffb066', 0.65],
          [1, '#ffb066', 0],
        ]),
        el(
          'radialGradient',
          { id: 'halo' },
          '<stop offset="0" stop-color="#ffd98a" stop-opacity=".6"/><stop offset="1" stop-color="#ffd98a" stop-opacity="0"/>',
        ),
        el(
          'radialGradient',
          { id: 'shine', cx: 0.5, cy: 0.6 },
          '<stop offset="0" stop-color="#fffbe0" stop-opacity=".95"/><stop offset="1" stop-color="#fffbe0" stop-opacity="0"/>',
        ),
      ].join(''),
    ),
    rect(0, 0, 1600, 1000, 'url(#sky)'),
    ...Array.from({ length: 90 }, () =>
      circle(random.between(0, 1600), random.between(0, 500), random.between(0.6, 1.8), '#fff', {
        opacity: random.between(0.2, 0.8),
      }),
    ),
    ...roofs(random),
    rect(0, 0, 1600, 1000, 'url(#warm)'),
    ...[
      { y: 130, sag: 90, size: 24, count: 11 },
      { y: 60, sag: 210, size: 36, count: 9 },
      { y: -20, sag: 430, size: 58, count: 7 },
    ].map((string) => garland(random, string)),
    path(below(horizon(random, { y: 930, height: 14, waves: 6 })), '#170d2a'),
    ...crowd(random),
  ].join('')
}

function roofs(random: Random): string[] {
  const out: string[] = []
  for (let x = -40; x < 1600;) {
    const width = random.between(110, 190)
    const top = random.between(560, 700)
    const tone = random.pick(['#2a1f55', '#33265f', '#241a48'])
    out.push(
      rect(x, top, width, 400, tone),
      path(
        `M${x - 8} ${top}L${x + width / 2} ${top - random.between(50, 110)}L${x + width + 8} ${top}Z`,
        '#1b1440',
      ),
    )
    for (let y = top + 30; y < 880; y += 58) {
      for (const share of [0.18, 0.58])
        if (random.chance(0.55))
          out.push(
            rect(x + width * share, y, width * 0.2, 32, '#ffcf7a', {
              opacity: random.between(0.4, 0.95),
              rx: 3,
            }),
          )
    }
    x += width
  }
  return out
}

function garland(
  random: Random,
  { y, sag, size, count }: { y: number; sag: number; size: number; count: number },
): string {
  const shift = random.between(-0.04, 0.04)
  const at = (t: number): Point => ({
    x: -60 + t * 1720,
    y: y + Math.sin(t * Math.PI) * sag + t * 70,
  })
  const rope = stroke(
    smooth(Array.from({ length: 21 }, (_, index) => at(index / 20))),
    '#0a0920',
    2 + size / 20,
  )
  const lamps = Array.from({ length: count }, (_, index) =>
    lantern(random, at((index + 0.5) / count + shift), size * random.between(0.85, 1.15)),
  )
  return rope + lamps.join('')
}

function lantern(random: Random, { x, y }: Point, r: number): string {
  const paper = random.pick(PAPER)
  const middle = y + r * 1.5
  const ribs = [0.35, 0.7].map((share) =>
    el('ellipse', {
      cx: x,
      cy: middle,
      rx: r * share,
      ry: r * 1.12,
      fill: 'none',
      stroke: '#7a2a3a',
      'stroke-width': r / 26,
      opacity: 0.45,
    }),
  )
  return [
    circle(x, middle, r * 3, 'url(#halo)'),
    stroke(
      `M${x.toFixed(1)} ${y.toFixed(1)}L${x.toFixed(1)} ${(middle - r).toFixed(1)}`,
      '#0a0920',
      r / 14,
    ),
    el('ellipse', { cx: x, cy: middle, rx: r, ry: r * 1.12, fill: paper }),
    el('ellipse', { cx: x, cy: middle, rx: r, ry: r * 1.12, fill: 'url(#shine)' }),
    ...ribs,
    rect(x - r * 0.36, middle - r * 1.2, r * 0.72, r * 0.18, '#3a1530'),
    rect(x - r * 0.36, middle + r * 1.04, r * 0.72, r * 0.18, '#3a1530'),
    rect(x - r * 0.04, middle + r * 1.2, r * 0.08, r * 0.6, paper),
  ].join('')
}

function crowd(random: Random): string[] {
  return Array.from({ length: 74 }, () => {
    const x = random.between(-20, 1620)
    const scale = random.between(0.8, 1.25)
    const y = 985 + random.between(-20, 30)
    return (
      circle(x, y - 66 * scale, 13 * scale, '#12091f') +
      rect(x - 19 * scale, y - 52 * scale, 38 * scale, 120, '#12091f', { rx: 17 * scale })
    )
  })
}
