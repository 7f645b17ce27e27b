/** The few SVG building blocks the scenes share. Numbers are rounded, so the bytes stay small. */
import type { Random } from './random.ts'

export type Point = { x: number; y: number }
type Stop = [offset: number, colour: string, opacity?: number]
type Attributes = Record<string, string | number>

/**
 * One element; attributes in the order given. `opacity` of a single shape is written as fill and stroke
 * opacity: the same look, and the renderer needs no layer of its own for it.
 */
export function el(name: string, attributes: Attributes, children = ''): string {
  const pairs = Object.entries(attributes).map(([key, value]) => {
    const text = typeof value === 'number' ? round(value) : value
    return key === 'opacity' && name !== 'g'
      ? `fill-opacity="${text}" stroke-opacity="${text}"`
      : `${key}="${text}"`
  })
  const open = `<${name} ${pairs.join(' ')}`
  return children === '' ? `${open}/>` : `${open}>${children}</${name}>`
}

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Attributes = {},
): string {
  return el('rect', { x, y, width, height, fill, ...more })
}

export function circle(
  cx: number,
  cy: number,
  r: number,
  fill: string,
  more: Attributes = {},
): string {
  return el('circle', { cx, cy, r, fill, ...more })
}

export function path(d: string, fill: string, more: Attributes = {}): string {
  return el('path', { d, fill, ...more })
}

/** An unfilled line with round ends. */
export function stroke(d: string, colour: string, width: number, more: Attributes = {}): string {
  return el('path', {
    d,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  })
}

/** A linear gradient from top to bottom, or from left to right. */
export function linear(id: string, stops: Stop[], direction: 'down' | 'right' = 'down'): string {
  const end = direction === 'down' ? { x2: 0, y2: 1 } : { x2: 1, y2: 0 }
  return el('linearGradient', { id, x1: 0, y1: 0, ...end }, stops.map(stop).join(''))
}

/** A radial gradient in picture coordinates. */
export function radial(id: string, cx: number, cy: number, r: number, stops: Stop[]): string {
  return el(
    'radialGradient',
    { id, cx, cy, r, gradientUnits: 'userSpaceOnUse' },
    stops.map(stop).join(''),
  )
}

/** A smooth curve through the points (Catmull-Rom). */
export function smooth(points: Point[]): string {
  const at = (index: number): Point =>
    points[Math.min(Math.max(index, 0), points.length - 1)] ?? { x: 0, y: 0 }
  let d = `M${xy(at(0))}`
  for (let i = 0; i < points.length - 1; i++) {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    const c1 = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 }
    const c2 = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 }
    d += `C${xy(c1)} ${xy(c2)} ${xy(to)}`
  }
  return d
}

/** A rolling horizon across the picture: a sum of a few waves. */
export function horizon(
  random: Random,
  {
    y,
    height,
    waves = 4,
    width = 1600,
  }: { y: number; height: number; waves?: number; width?: number },
): Point[] {
  const parts = Array.from({ length: 4 }, (_, index) => ({
    size: height / (index + 1.2),
    cycles: random.between(0.6, 1.4) * waves * (index + 1) * 0.6,
    phase: random.between(0, Math.PI * 2),
  }))
  return Array.from({ length: 81 }, (_, index) => {
    const t = index / 80
    const lift = parts.reduce(
      (sum, p) => sum + p.size * Math.sin(t * Math.PI * p.cycles + p.phase),
      0,
    )
    return { x: t * width, y: y + lift * 0.5 }
  })
}

/** The area below a horizon. */
export function below(points: Point[], bottom = 1000): string {
  return `${smooth(points)}L${points.at(-1)?.x ?? 1600} ${bottom}L0 ${bottom}Z`
}

function stop([offset, colour, opacity = 1]: Stop): string {
  return `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`
}

function xy(point: Point): string {
  return `${round(point.x)} ${round(point.y)}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
