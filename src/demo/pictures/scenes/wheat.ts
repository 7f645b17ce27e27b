import type { Random } from '../random.ts'
import { below, circle, el, horizon, linear, path, radial, rect, stroke } from '../svg.ts'

/** A wheat field at the end of a hot day. */
export function wheat(random: Random): string {
  const sun = random.between(950, 1200)
  return [
    el(
      'defs',
      { id: 'd' },
      [
        linear('sky', [
          [0, '#5f9fbe'],
          [0.5, '#f5d7a1'],
          [1, '#fbb45f'],
        ]),
        radial('sun', sun, 400, 720, [
          [0, '#fffbe6', 1],
          [0.2, '#ffe9a8', 0.7],
          [1, '#ffd27a', 0],
        ]),
        linear('near', [
          [0, '#e0a43c'],
          [1, '#7a4a16'],
        ]),
        linear('shade', [
          [0, '#3a1e08', 0],
          [1, '#3a1e08', 0.5],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 620, 'url(#sky)'),
    ...clouds(random),
    rect(0, 0, 1600, 700, 'url(#sun)'),
    circle(sun, 400, 74, '#fffdf0'),
    path(below(horizon(random, { y: 455, height: 70, waves: 3 })), '#8aa08a'),
    path(below(horizon(random, { y: 495, height: 50, waves: 4 })), '#b8a45a'),
    ...rows(random),
    rect(0, 480, 1600, 520, 'url(#sun)', { opacity: 0.6 }),
    ...Array.from({ length: 34 }, (_, index) =>
      stalk(random, random.between(-20, 1620), 1080, random.between(0.55, 0.8) + index / 55),
    ),
    rect(0, 600, 1600, 400, 'url(#shade)'),
  ].join('')
}

function clouds(random: Random): string[] {
  return Array.from({ length: 9 }, () => {
    const [x, y] = [random.between(-100, 1400), random.between(60, 300)]
    return el('ellipse', {
      cx: x,
      cy: y,
      rx: random.between(120, 320),
      ry: random.between(6, 18),
      fill: '#fff4dc',
      opacity: random.between(0.2, 0.5),
    })
  })
}

/** Bands of standing corn, each closer band taller and browner. */
function rows(random: Random): string[] {
  const tones = ['#e9c768', '#dfb450', '#d19f3d', '#bf872d', '#a87023', '#8a571a']
  return tones.flatMap((tone, index) => {
    const y = 530 + Math.pow(index, 1.5) * 34
    const line = horizon(random, { y, height: 22 + index * 5, waves: 3 })
    const blades = Array.from({ length: 120 }, () => {
      const at = line[random.whole(0, 80)] ?? { x: 0, y }
      const height = (9 + index * 13) * random.between(0.6, 1.2)
      const x = at.x + random.between(-11, 11)
      return `M${x.toFixed(1)} ${(at.y + 12).toFixed(1)}q2 ${(-height * 0.7).toFixed(1)} ${random.between(2, 9).toFixed(1)} ${(-height).toFixed(1)}`
    })
    return [
      path(below(line), tone),
      stroke(blades.join(''), index < 3 ? '#fbe39a' : '#efc565', 1.2 + index * 0.6, {
        opacity: 0.75,
      }),
    ]
  })
}

/** A foreground ear: stem, paired grains, long awns. */
function stalk(random: Random, x: number, ground: number, scale: number): string {
  const tilt = Math.round(random.between(-12, 18))
  const tone = random.pick(['#f3c95f', '#e8b445', '#fbdc88', '#cf932f'])
  const grains = Array.from({ length: 10 }, (_, index) => {
    const y = -290 - index * 14
    const size = 1.1 - Math.abs(index - 4) * 0.09
    const grain = (side: number): string =>
      el('ellipse', {
        cx: side * 7 * size,
        cy: y,
        rx: 5.5 * size,
        ry: 13 * size,
        fill: index % 2 === 0 ? tone : '#b87d24',
        transform: `rotate(${side * 24} ${side * 8} ${y})`,
      }) + stroke(`M${side * 8} ${y - 8}L${side * 24} ${y - 92}`, tone, 1.3, { opacity: 0.7 })
    return grain(-1) + grain(1)
  })
  const body = stroke('M0 0Q-6 -150 0 -420', '#c08a2c', 4) + grains.join('')
  return el(
    'g',
    {
      transform: `translate(${Math.round(x)} ${ground}) scale(${scale.toFixed(2)}) rotate(${tilt})`,
    },
    body,
  )
}
