import type { Random } from '../random.ts'
import { circle, el, linear, path, radial, rect } from '../svg.ts'

/** A bare stage before the performance: curtain, beams, the front rows waiting. */
export function theatre(random: Random): string {
  return [
    el(
      'defs',
      { id: 'd' },
      [
        linear(
          'fold',
          [
            [0, '#4a0714'],
            [0.3, '#b3202f'],
            [0.5, '#e2483f'],
            [0.7, '#98162a'],
            [1, '#3a0510'],
          ],
          'right',
        ),
        linear('back', [
          [0, '#1a1030'],
          [0.6, '#3d2150'],
          [1, '#6b3358'],
        ]),
        linear('boards', [
          [0, '#d79a58'],
          [0.3, '#8a4f30'],
          [1, '#2a1218'],
        ]),
        linear('ray', [
          [0, '#fff3cf', 0.62],
          [1, '#ffd98a', 0.03],
        ]),
        linear('gold', [
          [0, '#f7dc9a'],
          [0.5, '#b98234'],
          [1, '#6f4718'],
        ]),
        radial('pool', 800, 735, 340, [
          [0, '#fff4d2', 0.95],
          [0.4, '#ffdc96', 0.5],
          [1, '#ffdc96', 0],
        ]),
        radial('dark', 800, 560, 1050, [
          [0.4, '#08030a', 0],
          [1, '#08030a', 0.75],
        ]),
      ].join(''),
    ),
    rect(0, 0, 1600, 720, 'url(#back)'),
    path('M0 690L1600 690L1600 1000L0 1000Z', 'url(#boards)'),
    ...Array.from({ length: 21 }, (_, index) => {
      const x = (index - 10) * 190
      return path(
        `M${800 + x * 0.45} 690L${802 + x * 0.45} 690L${806 + x} 1000L${798 + x} 1000Z`,
        '#1d0a0c',
        { opacity: 0.4 },
      )
    }),
    ...[
      [500, 700],
      [800, 800],
      [1100, 900],
    ].map(([from = 0, to = 0]) =>
      path(`M${from - 14} 120L${from + 14} 120L${to + 190} 735L${to - 190} 735Z`, 'url(#ray)', {
        opacity: 0.75,
      }),
    ),
    el('g', { transform: 'translate(0 514) scale(1 .3)' }, circle(800, 735, 340, 'url(#pool)')),
    chair(),
    ...dust(random),
    ...curtain(random),
    ...seats(random),
    rect(0, 0, 1600, 1000, 'url(#dark)'),
  ].join('')
}

function chair(): string {
  const wood = '#1c0c14'
  return [
    rect(766, 612, 8, 138, wood),
    rect(828, 612, 8, 90, wood),
    rect(766, 612, 70, 8, wood),
    rect(766, 640, 70, 7, wood),
    rect(760, 684, 84, 11, wood),
    rect(836, 690, 8, 62, wood),
    rect(780, 690, 7, 46, wood),
    rect(818, 690, 7, 46, wood),
  ].join('')
}

function dust(random: Random): string[] {
  return Array.from({ length: 90 }, () =>
    circle(
      random.between(480, 1120),
      random.between(150, 700),
      random.between(0.8, 2.6),
      '#fff1c8',
      { opacity: random.between(0.15, 0.7) },
    ),
  )
}

/** Side drapes drawn back, a swagged pelmet above, gold fringe. */
function curtain(random: Random): string[] {
  const out: string[] = []
  for (let fold = 0; fold < 8; fold++) {
    const pull = fold * 9
    const x = fold * 48
    out.push(
      path(
        `M${x} 0L${x + 62} 0C${x + 62} 380 ${x + 40 - pull} 520 ${x + 30 - pull} 800L${x - 34 - pull} 800C${x - 20 - pull} 520 ${x} 380 ${x} 0Z`,
        'url(#fold)',
      ),
    )
    const r = 1600 - x
    out.push(
      path(
        `M${r} 0L${r - 62} 0C${r - 62} 380 ${r - 40 + pull} 520 ${r - 30 + pull} 800L${r + 34 + pull} 800C${r + 20 + pull} 520 ${r} 380 ${r} 0Z`,
        'url(#fold)',
      ),
    )
  }
  for (let swag = 0; swag < 6; swag++) {
    const x = swag * 267
    const drop = 150 + random.between(-8, 8)
    out.push(
      path(
        `M${x - 12} 0L${x + 279} 0Q${x + 270} ${drop} ${x + 133} ${drop + 16}Q${x - 4} ${drop} ${x - 12} 0Z`,
        'url(#fold)',
      ),
    )
    for (let line = 1; line < 5; line++) {
      out.push(
        path(
          `M${x} ${line * 18}Q${x + 133} ${drop * 0.5 + line * 34} ${x + 267} ${line * 18}Q${x + 133} ${drop * 0.5 + line * 34 + 9} ${x} ${line * 18}Z`,
          '#4a0714',
          { opacity: 0.5 },
        ),
      )
    }
    out.push(
      path(
        `M${x - 8} 30Q${x + 4} ${drop + 2} ${x + 133} ${drop + 16}Q${x + 262} ${drop + 2} ${x + 275} 30L${x + 275} 44Q${x + 262} ${drop + 18} ${x + 133} ${drop + 32}Q${x + 4} ${drop + 18} ${x - 8} 44Z`,
        'url(#gold)',
      ),
    )
  }
  return out
}

function seats(random: Random): string[] {
  return [0, 1].flatMap((line) =>
    Array.from({ length: 15 }, (_, index) => {
      const x = -60 + index * 118 + line * 59
      const y = 872 + line * 62 + random.between(-3, 3)
      return (
        rect(x, y, 104, 180, line === 0 ? '#3d0a18' : '#25060f', { rx: 30 }) +
        rect(x + 10, y + 7, 84, 14, '#f2a56a', { rx: 7, opacity: line === 0 ? 0.32 : 0.16 })
      )
    }),
  )
}
