import type { Random } from '../random.ts'
import { circle, el, horizon, path, radial, rect, smooth, stroke, type Point } from '../svg.ts'

const BANDS = ['#1f6f8b', '#2fa39a', '#9ccf6a', '#f4d35e', '#ee8a3c', '#e0483e'] as const

/** A storm on a forecaster's chart: spiral rain bands, isobars, a coast in its way. */
export function stormMap(random: Random): string {
  const eye = { x: random.between(640, 760), y: random.between(440, 520) }
  return [
    el(
      'defs',
      { id: 'd' },
      [
        radial('sea', eye.x, eye.y, 1150, [
          [0, '#1f4f72'],
          [0.5, '#123253'],
          [1, '#091830'],
        ]),
        radial('core', eye.x, eye.y, 260, [
          [0, '#fff', 0.35],
          [1, '#fff', 0],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 1000, 'url(#sea)'),
    ...graticule(),
    coast(random),
    ...Array.from({ length: 13 }, (_, index) => isobar(random, eye, 90 + index * 68)),
    ...bands(random, eye),
    rect(0, 0, 1600, 1000, 'url(#core)'),
    circle(eye.x, eye.y, 34, '#0c2340'),
    circle(eye.x, eye.y, 34, 'none', { stroke: '#fff', 'stroke-width': 5 }),
    ...track(random, eye),
  ].join('')
}

function graticule(): string[] {
  const lines: string[] = []
  for (let x = 100; x < 1600; x += 200)
    lines.push(rect(x, 0, 1.4, 1000, '#8fc1dd', { opacity: 0.14 }))
  for (let y = 100; y < 1000; y += 200)
    lines.push(rect(0, y, 1600, 1.4, '#8fc1dd', { opacity: 0.14 }))
  return lines
}

/** The coast runs down the right side; contour tints inland. */
function coast(random: Random): string {
  const edge = horizon(random, { y: 0, height: 110, waves: 2.2, width: 1000 })
  const tints = ['#2b4a4a', '#3a5f55', '#4c7560', '#64896a']
  return tints
    .map((tint, step) => {
      const line = edge.map(({ x, y }) => ({ x: 1230 + step * 85 + y * (1 - step * 0.14), y: x }))
      return (
        path(`${smooth(line)}L1600 1000L1600 0Z`, tint) +
        stroke(smooth(line), '#d9efe2', step === 0 ? 3.5 : 1, { opacity: step === 0 ? 0.8 : 0.3 })
      )
    })
    .join('')
}

function isobar(random: Random, eye: Point, radius: number): string {
  const wobble = random.between(0, 6)
  const points = Array.from({ length: 61 }, (_, index) => {
    const angle = (index / 60) * Math.PI * 2
    const r =
      radius * (1 + 0.07 * Math.sin(angle * 2 + wobble) + 0.035 * Math.sin(angle * 3 - wobble))
    return { x: eye.x + Math.cos(angle) * r * 1.22, y: eye.y + Math.sin(angle) * r * 0.92 }
  })
  return stroke(smooth(points), '#cfe6f5', 2, { opacity: 0.34 })
}

/** Rain cells strewn along logarithmic spirals, warmer towards the eye. */
function bands(random: Random, eye: Point): string[] {
  const cells: { heat: number; mark: string }[] = []
  for (let arm = 0; arm < 4; arm++) {
    const start = (arm / 4) * Math.PI * 2 + random.between(-0.2, 0.2)
    for (let step = 0; step < 150; step++) {
      const t = step / 150
      const radius = 46 + Math.pow(t, 1.25) * 560
      const angle = start - t * 4.6
      const drift = random.between(-1, 1) * (14 + t * 62)
      const heat = Math.max(0, 5.4 - t * 6 - Math.abs(drift) / 26 + random.between(-0.6, 0.6))
      const colour = BANDS[Math.min(5, Math.floor(heat))] ?? BANDS[0]
      const [x, y] = [
        eye.x + Math.cos(angle) * (radius + drift) * 1.15,
        eye.y + Math.sin(angle) * (radius + drift) * 0.92,
      ]
      cells.push({
        heat,
        mark: circle(x, y, random.between(10, 30) * (0.6 + t * 0.7), colour, {
          opacity: 0.36 + heat * 0.06,
        }),
      })
    }
  }
  return cells.sort((a, b) => a.heat - b.heat).map(({ mark }) => mark)
}

function track(random: Random, eye: Point): string[] {
  const stops = Array.from({ length: 5 }, (_, index) => ({
    x: eye.x + 60 + index * 165,
    y: eye.y - 20 - index * 52 + random.between(-22, 22),
  }))
  return [
    stroke(smooth([eye, ...stops]), '#fff', 4, { 'stroke-dasharray': '2 14' }),
    ...stops
      .slice(1)
      .map(({ x, y }) => circle(x, y, 11, '#0c2340', { stroke: '#fff', 'stroke-width': 4 })),
  ]
}
