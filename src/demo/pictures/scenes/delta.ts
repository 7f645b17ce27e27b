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

const SKYLINE = 370

/** A river delta at dusk: channels wind through the marsh to the sea and carry the light of the sky. */
export function delta(random: Random): string {
  const sun = random.between(760, 1040)
  const courses: [number, number][] = [
    [-420, 560],
    [330, 780],
    [940, 940],
    [1580, 1090],
    [2300, 1240],
  ]
  const shapes = courses.map(([from, to]) =>
    channel(random, from + random.between(-120, 120), to + random.between(-40, 40)),
  )
  const banks = shapes.map((shape) =>
    path(shape, '#0e2526', { stroke: '#0e2526', 'stroke-width': 7, opacity: 0.5 }),
  )
  return [
    el(
      'defs',
      { id: 'd' },
      [
        linear('sky', [
          [0, '#2b3566'],
          [0.45, '#96608a'],
          [0.78, '#f08f6e'],
          [1, '#ffd79a'],
        ]),
        linear('marsh', [
          [0, '#b9805a'],
          [0.12, '#6d7452'],
          [0.45, '#2f5a4c'],
          [1, '#12302f'],
        ]),
        el(
          'linearGradient',
          { id: 'water', gradientUnits: 'userSpaceOnUse', x1: 0, y1: SKYLINE, x2: 0, y2: 1000 },
          '<stop offset="0" stop-color="#fff0c4"/><stop offset=".25" stop-color="#fbb98a"/><stop offset=".6" stop-color="#cf7d8c"/><stop offset="1" stop-color="#6a5590"/>',
        ),
        radial('glow', sun, SKYLINE - 16, 680, [
          [0, '#fff3c8', 0.95],
          [0.25, '#ffd295', 0.5],
          [1, '#ffd295', 0],
        ]),
        radial('edge', 800, 480, 1080, [
          [0.5, '#0a1424', 0],
          [1, '#0a1424', 0.55],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, SKYLINE + 20, 'url(#sky)'),
    ...clouds(random),
    rect(0, 0, 1600, 760, 'url(#glow)'),
    circle(sun, SKYLINE - 26, 46, '#fff6d8'),
    rect(0, SKYLINE, 1600, 60, '#ffe2ae'),
    path(below(horizon(random, { y: SKYLINE + 24, height: 10, waves: 9 })), 'url(#marsh)'),
    ...strips(random),
    ...banks,
    ...shapes.map((shape) => path(shape, 'url(#water)')),
    ...tufts(random),
    ...birds(random),
    rect(0, SKYLINE, 1600, 630, 'url(#glow)', { opacity: 0.5 }),
    rect(0, 0, 1600, 1000, 'url(#edge)'),
  ].join('')
}

/** One channel from the foreground to the sea: its width and its bends shrink with distance. */
function channel(random: Random, from: number, to: number): string {
  const phase = random.between(0, Math.PI * 2)
  const [bends, reach, breadth] = [
    random.between(3.2, 4.6),
    random.between(210, 320),
    random.between(120, 210),
  ]
  const left: Point[] = []
  const right: Point[] = []
  for (let step = 0; step <= 60; step++) {
    const t = step / 60
    const near = Math.pow(1 - t, 2)
    const y = SKYLINE + 27 + near * 690
    const x =
      from +
      (to - from) * (1 - Math.pow(1 - t, 1.7)) +
      Math.sin(phase + t * Math.PI * bends) * reach * Math.pow(1 - t, 1.15)
    const half = 2 + breadth * near
    left.push({ x: x - half, y })
    right.unshift({ x: x + half, y })
  }
  return `${smooth(left)}L${smooth(right).slice(1)}Z`
}

/** Fields and reed beds, flattened by distance. */
function strips(random: Random): string[] {
  const tones = ['#d99a5f', '#8f8a4e', '#4c7a58', '#1f4a42', '#c77f62'] as const
  return Array.from({ length: 240 }, () => {
    const near = Math.pow(random.between(0.04, 1), 2)
    return el('ellipse', {
      cx: random.between(-100, 1700),
      cy: SKYLINE + 24 + near * 610,
      rx: 40 + near * random.between(120, 320),
      ry: 2 + near * random.between(8, 26),
      fill: random.pick(tones),
      opacity: random.between(0.1, 0.32),
    })
  })
}

function tufts(random: Random): string[] {
  return Array.from({ length: 70 }, () => {
    const x = random.chance(0.5) ? random.between(-20, 520) : random.between(1080, 1620)
    const height = random.between(60, 150)
    const lean = random.between(-26, 26)
    const base = 1010
    const tip = { x: x + lean, y: base - height }
    const line = smooth([{ x, y: base }, { x: x + lean * 0.3, y: base - height * 0.6 }, tip])
    return (
      stroke(line, '#0c2026', random.between(2, 4)) +
      el('ellipse', { cx: tip.x, cy: tip.y + 8, rx: 4.5, ry: 17, fill: '#0c2026' })
    )
  })
}

function clouds(random: Random): string[] {
  return Array.from({ length: 16 }, () =>
    el('ellipse', {
      cx: random.between(-100, 1700),
      cy: random.between(40, 300),
      rx: random.between(120, 380),
      ry: random.between(5, 16),
      fill: random.pick(['#f7a583', '#ffd3a0', '#5b4a80', '#d97f85']),
      opacity: random.between(0.15, 0.5),
    }),
  )
}

function birds(random: Random): string[] {
  const [x, y] = [random.between(300, 560), random.between(130, 210)]
  return Array.from({ length: 9 }, (_, index) => {
    const side = index % 2 === 0 ? 1 : -1
    const rank = Math.ceil(index / 2)
    const [bx, by] = [Math.round(x + side * rank * 34 + rank * 12), Math.round(y + rank * 17)]
    return stroke(
      `M${bx - 13} ${by - 5}Q${bx - 5} ${by - 8} ${bx} ${by}Q${bx + 5} ${by - 8} ${bx + 13} ${by - 5}`,
      '#221c3c',
      3,
    )
  })
}
