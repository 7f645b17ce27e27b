import type { Random } from '../random.ts'
import { below, circle, el, horizon, linear, path, radial, rect, stroke } from '../svg.ts'

/** A cable-stayed bridge in morning mist between layered hills. */
export function bridge(random: Random): string {
  const layers = ['#a9c3cf', '#86a9ba', '#5f8aa0', '#3d6a82'].map((colour, index) =>
    path(
      below(horizon(random, { y: 400 + index * 66, height: 170 - index * 24, waves: 3 + index })),
      colour,
    ),
  )
  const deck = 640
  return [
    el(
      'defs',
      { id: 'd' },
      [
        linear('sky', [
          [0, '#cfe3e8'],
          [0.45, '#f6e6d2'],
          [1, '#f9cfae'],
        ]),
        linear('river', [
          [0, '#d7e2e2'],
          [0.4, '#7fa6b4'],
          [1, '#24505f'],
        ]),
        linear('mist', [
          [0, '#f4efe6', 0],
          [0.5, '#f4efe6', 0.85],
          [1, '#f4efe6', 0],
        ]),
        radial('sun', 1180, 250, 480, [
          [0, '#fffaf0', 0.95],
          [0.3, '#ffe7c2', 0.5],
          [1, '#ffe7c2', 0],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 1000, 'url(#sky)'),
    rect(0, 0, 1600, 800, 'url(#sun)'),
    circle(1180, 250, 56, '#fff8e8'),
    ...layers,
    rect(0, 470, 1600, 240, 'url(#mist)'),
    rect(0, 720, 1600, 280, 'url(#river)'),
    tower(470, deck, 470),
    tower(1110, deck, 470),
    rect(0, deck, 1600, 15, '#20343f'),
    rect(0, deck - 6, 1600, 4, '#39525e'),
    ...lorries(random, deck),
    ...ripples(random),
    rect(0, 640, 1600, 190, 'url(#mist)', { opacity: 0.75 }),
    path(below(horizon(random, { y: 940, height: 60, waves: 5 })), '#14303a'),
    ...reeds(random),
  ].join('')
}

function tower(x: number, deck: number, height: number): string {
  const top = deck - height
  const cables: string[] = []
  for (let i = 1; i <= 14; i++) {
    const y = top + 24 + i * 11
    cables.push(
      stroke(`M${x} ${y}L${x - i * 21} ${deck}M${x} ${y}L${x + i * 21} ${deck}`, '#2b4552', 1.7),
    )
  }
  return [
    ...cables,
    path(
      `M${x - 8} ${top}L${x + 8} ${top}L${x + 30} 800L${x + 12} 800L${x} ${top + 150}L${x - 12} 800L${x - 30} 800Z`,
      '#20343f',
    ),
    rect(x - 26, deck + 24, 52, 12, '#20343f'),
  ].join('')
}

function lorries(random: Random, deck: number): string[] {
  return [150, 330, 700, 840, 960, 1290, 1460].map((x) => {
    const left = x + random.between(-40, 40)
    const colour = random.pick(['#b8523d', '#e7dcc6', '#2d6674', '#d79a45'])
    return rect(left, deck - 30, 52, 24, colour) + rect(left + 55, deck - 22, 15, 16, '#20343f')
  })
}

function ripples(random: Random): string[] {
  return Array.from({ length: 120 }, () => {
    const y = random.between(730, 960)
    return rect(
      random.between(0, 1600),
      y,
      random.between(20, 60) + (y - 720) * 0.4,
      2,
      '#f7efe2',
      {
        rx: 1,
        opacity: random.between(0.1, 0.45),
      },
    )
  })
}

function reeds(random: Random): string[] {
  return Array.from({ length: 90 }, () => {
    const x = random.chance(0.5) ? random.between(-10, 420) : random.between(1200, 1610)
    const lean = random.between(-20, 20)
    const top = random.between(830, 930)
    return stroke(
      `M${Math.round(x)} 1000Q${Math.round(x)} ${Math.round(top + 60)} ${Math.round(x + lean)} ${Math.round(top)}`,
      '#0f2630',
      random.between(1.5, 3.6),
    )
  })
}
