/** Queries made from the schema itself: every root field, with all it offers selected. */
import type { Newsroom } from '#tests/support/newsroom.ts'

type TypeRef = { kind: string; name: string | null; ofType: TypeRef | null }
type Field = { name: string; type: TypeRef; args: { name: string; type: TypeRef }[] }
type Type = { kind: string; name: string; fields: Field[] | null }

const INTROSPECTION = `{ __schema { queryType { name } types { kind name fields { name
  args { name type { kind name ofType { kind name } } }
  type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }`

/** One query for each part of each root field, deepest first, and the name a failure is told by. */
export const queriesFor = async (
  room: Newsroom,
): Promise<{ name: string; alternatives: string[] }[]> => {
  const { json } = await room.graphql(null, INTROSPECTION)
  const schema = json.data.__schema as { queryType: { name: string }; types: Type[] }
  const types = new Map(schema.types.map((type) => [type.name, type]))
  const root = types.get(schema.queryType.name)
  return (root?.fields ?? []).flatMap((field) => {
    const required = field.args.filter(({ type }) => type.kind === 'NON_NULL')
    if (required.length > 0) return []
    const takes = (name: string) => field.args.some((arg) => arg.name === name)
    const args = [
      takes('draft') ? 'draft: true' : '',
      takes('limit') ? 'limit: 100' : '',
      takes('trash') ? 'trash: true' : '',
    ]
      .filter((arg) => arg !== '')
      .join(', ')
    const called = args ? `${field.name}(${args})` : field.name
    const depths = [3, 2, 1].map((depth) => selection(types, field.type, depth, true))
    const [deepest] = depths
    return (deepest?.fields ?? []).map(({ name }) => ({
      name: `${field.name}.${name}`,
      alternatives: depths.flatMap(({ wrap, fields }) =>
        fields
          .filter((part) => part.name === name)
          .map(({ text }) => `{ ${called} ${wrap(text)} }`),
      ),
    }))
  })
}

const named = (type: TypeRef): string => type.name ?? (type.ofType ? named(type.ofType) : '')

/** The parts of a list's documents are asked for one at a time: a query has a limit to what it may cost. */
type Part = { name: string; text: string }
type Selection = { wrap: (inner: string) => string; fields: Part[] }

const selection = (
  types: Map<string, Type>,
  type: TypeRef,
  depth: number,
  isRoot: boolean,
): Selection => {
  const own = types.get(named(type))
  const docs = isRoot ? own?.fields?.find(({ name }) => name === 'docs') : undefined
  if (docs) {
    const inner = selection(types, docs.type, depth, false)
    return { wrap: (text) => `{ totalDocs docs ${inner.wrap(text)} }`, fields: inner.fields }
  }
  return { wrap: (text) => `{ ${text} }`, fields: partsOf(types, own, depth) }
}

const partsOf = (types: Map<string, Type>, type: Type | undefined, depth: number): Part[] =>
  (type?.fields ?? []).flatMap(({ name, type: own }): Part[] => {
    const target = types.get(named(own))
    if (target?.kind === 'UNION') return [{ name, text: `${name} { __typename }` }]
    if (!target?.fields) return [{ name, text: name }]
    if (depth <= 0) return []
    const inner = partsOf(types, target, depth - 1).map(({ text }) => text)
    return inner.length ? [{ name, text: `${name} { ${inner.join(' ')} }` }] : []
  })
