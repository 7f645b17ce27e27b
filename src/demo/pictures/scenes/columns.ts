import type { Random } from '../random.ts'
import { el, linear, path, radial, rect } from '../svg.ts'

/** The portico of a parliament in low evening light. */
export function columns(random: Random): string {
  const lean = random.between(60, 140)
  const shafts = [190, 410, 630, 850, 1070, 1290]
  return [
    el(
      'defs',
      { id: 'd' },
      [
        linear('sky', [
          [0, '#1f3a5f'],
          [0.6, '#6a86a6'],
          [1, '#f2c9a0'],
        ]),
        linear(
          'stone',
          [
            [0, '#8d7a6c'],
            [0.18, '#e9d3b4'],
            [0.42, '#fff0d6'],
            [0.7, '#c4a68a'],
            [1, '#5b4b4c'],
          ],
          'right',
        ),
        linear('beam', [
          [0, '#f8e6c8'],
          [1, '#c9ab8b'],
        ]),
        linear('hall', [
          [0, '#2a2534'],
          [1, '#5a4038'],
        ]),
        linear('step', [
          [0, '#f4dfbf'],
          [1, '#a68b78'],
        ]),
        radial('lamp', 740, 560, 420, [
          [0, '#ffd08a', 0.75],
          [1, '#ffd08a', 0],
        ]),
        radial('edge', 760, 480, 1050, [
          [0.45, '#0b1224', 0],
          [1, '#0b1224', 0.62],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 1000, 'url(#sky)'),
    path('M40 210L800 30L1560 210Z', '#d9bf9e'),
    path('M150 196L800 62L1450 196Z', '#a58a76'),
    path('M230 188L800 84L1370 188Z', '#8a7064', { opacity: 0.8 }),
    rect(40, 210, 1520, 34, 'url(#beam)'),
    rect(70, 244, 1460, 48, '#cdb192'),
    ...Array.from({ length: 36 }, (_, index) => rect(86 + index * 40, 250, 20, 34, '#a98d74')),
    rect(90, 292, 1420, 530, 'url(#hall)'),
    rect(90, 292, 1420, 530, 'url(#lamp)'),
    ...[520, 740, 960].map((x) => door(x)),
    ...shafts.map((x) => shadow(x, lean)),
    ...shafts.map((x) => shaft(x)),
    ...Array.from(
      { length: 6 },
      (_, index) =>
        rect(60 - index * 26, 822 + index * 30, 1480 + index * 52, 30, 'url(#step)') +
        rect(60 - index * 26, 846 + index * 30, 1480 + index * 52, 6, '#6f5b55', { opacity: 0.55 }),
    ),
    ...shafts.map((x) =>
      path(
        `M${x + 40} 822L${x + 120} 822L${x + 330 + lean} 1000L${x + 190 + lean} 1000Z`,
        '#40323c',
        { opacity: 0.28 },
      ),
    ),
    rect(0, 0, 1600, 1000, 'url(#edge)'),
  ].join('')
}

function door(x: number): string {
  return path(`M${x} 822L${x} 500Q${x + 60} 430 ${x + 120} 500L${x + 120} 822Z`, '#ffcf8f', {
    opacity: 0.5,
  })
}

function shadow(x: number, lean: number): string {
  return path(
    `M${x + 120} 330L${x + 150 + lean * 0.5} 330L${x + 170 + lean * 0.5} 822L${x + 130} 822Z`,
    '#120f1c',
    { opacity: 0.45 },
  )
}

function shaft(x: number): string {
  const flutes = Array.from({ length: 7 }, (_, index) =>
    rect(x + 14 + index * 15, 330, 3, 452, '#4d3d3a', { opacity: 0.22 }),
  )
  return [
    path(`M${x + 8} 330L${x + 112} 330L${x + 120} 786L${x} 786Z`, 'url(#stone)'),
    ...flutes,
    rect(x - 14, 292, 148, 18, 'url(#beam)'),
    rect(x - 2, 310, 124, 20, 'url(#stone)'),
    rect(x - 8, 782, 136, 18, 'url(#stone)'),
    rect(x - 18, 798, 156, 26, 'url(#beam)'),
  ].join('')
}
