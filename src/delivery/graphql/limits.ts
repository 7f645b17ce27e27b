/** How much one query may ask for. Every limit is said in the error, with the number it was over. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
  visit,
} from 'graphql'

import { LONGEST_PAGE } from './connection.ts'

export const LIMITS = { tokens: 2000, depth: 10, aliases: 30, cost: 10_000 } as const

/** A list without `first` (a story's authors, a picture's sizes) counts as this many. */
const HELD_LIST = 3

/** Checked before validation, which is itself costly for documents that repeat themselves. */
export const aliasErrors = (document: DocumentNode): GraphQLError[] => {
  let aliases = 0
  visit(document, { Field: (node) => void (aliases += node.alias ? 1 : 0) })
  return aliases > LIMITS.aliases ? [tooMuch('aliases', aliases)] : []
}

/**
 * Depth of an operation, and its cost: how many objects the answer may hold, by the sizes of its lists.
 * The document must be valid: fragments exist and do not go in circles.
 * @param options.variables as the client sent them.
 */
export const operationErrors = (options: {
  schema: GraphQLSchema
  document: DocumentNode
  operation: OperationDefinitionNode
  variables: Record<string, unknown>
}): GraphQLError[] => {
  const { schema, document, operation, variables } = options
  const root = schema.getQueryType()
  if (!root) return []
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
  const measure = measureWith({
    schema,
    fragments: new Map(fragments.map((node) => [node.name.value, node])),
    variables: withDefaults(operation, variables),
  })
  const { depth, cost } = measure(operation.selectionSet, root)
  return [
    ...(depth > LIMITS.depth ? [tooMuch('depth', depth)] : []),
    ...(cost > LIMITS.cost ? [tooMuch('cost', cost)] : []),
  ]
}

type Measure = { depth: number; cost: number }
type Given = {
  schema: GraphQLSchema
  fragments: Map<string, FragmentDefinitionNode>
  variables: Record<string, unknown>
}

const measureWith = (given: Given) => {
  // A fragment that is spread a thousand times is measured once.
  const known = new Map<SelectionSetNode, Measure>()

  const measure = (set: SelectionSetNode, type: GraphQLCompositeType): Measure => {
    const before = known.get(set)
    if (before) return before
    const parts = set.selections.map((selection) => measureOne(selection, type))
    const total = {
      depth: parts.reduce((most, part) => Math.max(most, part.depth), 0),
      cost: parts.reduce((sum, part) => sum + part.cost, 0),
    }
    known.set(set, total)
    return total
  }

  const measureOne = (node: SelectionNode, type: GraphQLCompositeType): Measure => {
    if (node.kind === Kind.FIELD) return measureField(node, type)
    const fragment =
      node.kind === Kind.FRAGMENT_SPREAD ? given.fragments.get(node.name.value) : node
    if (!fragment) return { depth: 0, cost: 0 }
    const { typeCondition } = fragment
    const inside = typeCondition ? typeFromAST(given.schema, typeCondition) : type
    return measure(fragment.selectionSet, isCompositeType(inside) ? inside : type)
  }

  const measureField = (node: FieldNode, type: GraphQLCompositeType): Measure => {
    const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined
    const inner = field && getNamedType(field.type)
    // `__schema` is no field of the type: introspection has a rule of its own and reads no ledger.
    if (!field || !node.selectionSet || !isCompositeType(inner)) return { depth: 1, cost: 0 }
    const { depth, cost } = measure(node.selectionSet, inner)
    return { depth: depth + 1, cost: sizeOf(node, field, given.variables) * (1 + cost) }
  }
  return measure
}

const sizeOf = (
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  variables: Record<string, unknown>,
): number => {
  if (!field.args.some(({ name }) => name === 'first')) {
    // The entries of a page were counted with the page.
    const isEntry = node.name.value === 'edges' || node.name.value === 'nodes'
    return isListType(getNullableType(field.type)) && !isEntry ? HELD_LIST : 1
  }
  const value = node.arguments?.find(({ name }) => name.value === 'first')?.value
  const sent = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined
  const usual: unknown = field.args.find(({ name }) => name === 'first')?.defaultValue
  const size = value?.kind === Kind.INT ? Number(value.value) : (sent ?? usual)
  return typeof size === 'number' ? Math.min(Math.max(size, 1), LONGEST_PAGE) : LONGEST_PAGE
}

const withDefaults = (
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Record<string, unknown> => {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
  )
  return { ...(Object.fromEntries(defaults) as Record<string, unknown>), ...variables }
}

const tooMuch = (limit: keyof typeof LIMITS, found: number): GraphQLError =>
  new GraphQLError(
    `The query is too large: ${limit} ${Math.min(found, 1e15)}, at most ${LIMITS[limit]}. Ask for less at a time.`,
    { extensions: { code: 'QUERY_TOO_LARGE', limit } },
  )
