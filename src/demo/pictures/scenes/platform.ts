import type { Random } from '../random.ts'
import { circle, el, linear, path, radial, rect, stroke } from '../svg.ts'

/** An empty underground platform, lines running to a lit vanishing point. */
export function platform(random: Random): string {
  const [vx, vy] = [930, 450]
  const to = (x: number, y: number, t: number): [number, number] => [
    x + (vx - x) * t,
    y + (vy - y) * t,
  ]
  const arches = Array.from({ length: 15 }, (_, index) => {
    const t = 1 - Math.pow(0.76, index)
    const [left, base] = to(-220, 980, t)
    const [right] = to(1820, 980, t)
    const [, top] = to(0, -260, t)
    return stroke(
      `M${left.toFixed(1)} ${base.toFixed(1)}C${left.toFixed(1)} ${top.toFixed(1)} ${right.toFixed(1)} ${top.toFixed(1)} ${right.toFixed(1)} ${base.toFixed(1)}`,
      index % 2 === 0 ? '#f4c27a' : '#3f8f95',
      26 * (1 - t) + 1,
      { opacity: 0.25 + t * 0.5 },
    )
  })
  const quad = (ax: number, ay: number, bx: number, by: number): string =>
    `M${ax} ${ay}L${bx} ${by}L${vx} ${vy}Z`
  return [
    el(
      'defs',
      { id: 'd' },
      [
        radial('far', vx, vy, 1100, [
          [0, '#fff3d0'],
          [0.08, '#ffd58f'],
          [0.25, '#2f6d78'],
          [0.6, '#173846'],
          [1, '#0a1722'],
        ]),
        linear('floor', [
          [0, '#f2c98c'],
          [0.3, '#8a7f78'],
          [1, '#3c4652'],
        ]),
        radial('halo', vx, vy, 360, [
          [0, '#fff6dc', 1],
          [0.3, '#ffe0a3', 0.55],
          [1, '#ffe0a3', 0],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 1000, 'url(#far)'),
    ...arches,
    path(quad(-900, 1000, 760, 1000), 'url(#floor)'),
    path(quad(760, 1000, 2500, 1000), '#0b151d'),
    path(quad(690, 1000, 760, 1000), '#f6d44f'),
    ...[
      [880, 900],
      [1180, 1210],
      [1480, 1520],
    ].map(([a = 0, b = 0]) => path(quad(a, 1000, b, 1000), '#e8b978', { opacity: 0.85 })),
    ...tiles(to),
    ...benches(random, to),
    ...lamps(to),
    rect(0, 0, 1600, 1000, 'url(#halo)'),
  ].join('')
}

type Toward = (x: number, y: number, t: number) => [number, number]

function tiles(to: Toward): string[] {
  return Array.from({ length: 12 }, (_, index) => {
    const t = 1 - Math.pow(0.78, index + 0.5)
    const [left, y] = to(-900, 1000, t)
    const [right] = to(680, 1000, t)
    return rect(left, y, right - left, 3.5 * (1 - t), '#20303a', { opacity: 0.5 })
  })
}

function benches(random: Random, to: Toward): string[] {
  return [0.16, 0.42, 0.6].map((t) => {
    const [x, y] = to(40 + random.between(-20, 20), 900, t)
    const size = 1 - t
    return el(
      'g',
      { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size.toFixed(3)})` },
      [
        rect(0, -70, 300, 18, '#c8452f', { rx: 8 }),
        rect(0, -150, 300, 60, '#a33626', { rx: 10 }),
        rect(24, -54, 14, 70, '#14222b'),
        rect(262, -54, 14, 70, '#14222b'),
      ].join(''),
    )
  })
}

function lamps(to: Toward): string[] {
  return Array.from({ length: 9 }, (_, index) => {
    const t = 1 - Math.pow(0.72, index)
    const [x, y] = to(700, -60, t)
    const size = 1 - t
    return (
      circle(x, y, 60 * size, '#ffe6b0', { opacity: 0.25 }) +
      rect(x - 130 * size, y - 9 * size, 260 * size, 18 * size, '#fff6dc', { rx: 9 * size })
    )
  })
}
