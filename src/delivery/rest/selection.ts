/** `fields=` and `include=`: how much of a resource an answer holds. */
import { z } from 'zod'

type Shape = Record<string, z.ZodType>

const MOST_NAMES = 60

/**
 * The parameter `fields`: names of members, dotted for what is inside, as `headline,authors.name`.
 * @param schema the resource with everything that can be asked for.
 */
export const fieldsOf = (schema: z.ZodObject) =>
  namesIn({
    isKnown: (path) => hasPath(schema, path.split('.')),
    known: Object.keys(schema.shape),
    what: 'field',
    hint: 'Dots lead inside, as in authors.name.',
  }).meta({
    description:
      'Give the names of the members you want, with commas; dots lead inside: headline,authors.name.',
    examples: [Object.keys(schema.shape).slice(0, 2).join(',')],
  })

/** The parameter `include`: what to add to what the answer holds anyway. */
export const includeOf = (names: readonly string[]) =>
  namesIn({
    isKnown: (name) => names.includes(name),
    known: names,
    what: 'member to include',
    hint: '',
  }).meta({
    description: `Give what to add, with commas: ${names.join(', ')}.`,
    examples: [names.slice(0, 2).join(',')],
  })

/** What to make: the usual members and the included ones, or those that `fields` names. */
export const membersOf = (options: {
  usual: readonly string[]
  fields?: string[] | undefined
  include?: string[] | undefined
}): Set<string> => {
  const { usual, fields, include = [] } = options
  const named = fields?.map((path) => path.split('.', 1)[0] ?? '')
  return new Set([...(named ?? usual), ...include])
}

/**
 * The part of a value that `fields` and `include` ask for; all of it without `fields`. Lists are kept,
 * each entry cut down; a name that leads into nothing (`null`) gives `null`.
 */
export const selected = (
  value: Record<string, unknown>,
  { fields, include = [] }: { fields?: string[] | undefined; include?: string[] | undefined },
): Record<string, unknown> => {
  if (!fields) return value
  // Whoever names parts of what is included wants those parts.
  const whole = include.filter((name) => !fields.some((path) => path.startsWith(`${name}.`)))
  return cut(value, treeOf([...fields, ...whole])) as Record<string, unknown>
}

/** `true` for all that is inside. */
type Tree = Map<string, Tree | true>

const treeOf = (paths: string[]): Tree => {
  const tree: Tree = new Map()
  for (const path of paths) {
    let at = tree
    const names = path.split('.')
    for (const [index, name] of names.entries()) {
      const below = at.get(name)
      if (below === true) break
      if (index === names.length - 1) at.set(name, true)
      else {
        const next: Tree = below ?? new Map<string, Tree | true>()
        at.set(name, next)
        at = next
      }
    }
  }
  return tree
}

const cut = (value: unknown, tree: Tree): unknown => {
  if (Array.isArray(value)) return value.map((one) => cut(one, tree))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).flatMap(([name, member]) => {
    const below = tree.get(name)
    if (below === undefined) return []
    return [[name, below === true ? member : cut(member, below)]]
  })
  return Object.fromEntries(kept)
}

const namesIn = (options: {
  isKnown: (name: string) => boolean
  known: readonly string[]
  what: string
  hint: string
}) =>
  z
    .string()
    .max(2000)
    .transform((value) => [...new Set(value.split(',').map((name) => name.trim()))].sort())
    .superRefine((names, context) => {
      const unknown = names.filter((name) => !options.isKnown(name))
      if (unknown.length === 0 && names.length <= MOST_NAMES) return
      const message =
        unknown.length > 0
          ? `There is no ${options.what} of this name: ${unknown.join(', ').slice(0, 200) || '(nothing)'}.`
          : `There are more than ${MOST_NAMES} names.`
      const fix = [`Use any of: ${options.known.join(', ')}.`, options.hint].join(' ').trim()
      context.addIssue({ code: 'custom', message, params: { fix } })
    })
    .optional()

const hasPath = (schema: z.ZodType, [name, ...rest]: string[]): boolean => {
  const shape = shapeOf(schema)
  if (name === undefined) return true
  if (!shape || !Object.hasOwn(shape, name)) return false
  const inside = shape[name]
  return rest.length === 0 || (inside !== undefined && hasPath(inside, rest))
}

/** What is inside, through lists and what may be absent; the tree of a body has no names to follow. */
const shapeOf = (schema: z.ZodType): Shape | null => {
  if (schema instanceof z.ZodObject) return schema.shape
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return shapeOf(schema.unwrap() as z.ZodType)
  }
  return schema instanceof z.ZodArray ? shapeOf(schema.element as z.ZodType) : null
}
