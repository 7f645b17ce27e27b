/** The description of the API as a page: no scripts, one style sheet, everything in it. */
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'

import { pagePolicy } from '../pages/pagePolicy.ts'
import { HTML_TYPE, type Reply } from '../reply.ts'
import type { openApiDocument } from './openApi.ts'

type Document = ReturnType<typeof openApiDocument>
type Operation = Document['paths'][string]['get']

const styles = `
:root { color-scheme: light dark; --ink: #1a1917; --soft: #595650; --rule: #dcd7cc; --paper: #fdfcfa; --raised: #f5f2ec; --accent: #9c1c28; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6e0; --soft: #aaa69d; --rule: #37393d; --paper: #151618; --raised: #1e2023; --accent: #f0888f; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; overflow-wrap: anywhere; }
main { max-width: 56rem; margin-inline: auto; padding: 2rem 1.25rem 4rem; }
a { color: var(--accent); }
h1 { line-height: 1.15; }
section { border-top: 1px solid var(--rule); margin-top: 2.5rem; padding-top: 1.5rem; }
h2 { font: 600 1.15rem/1.4 ui-monospace, Consolas, monospace; }
h3 { font-size: 1rem; margin-bottom: .25rem; }
p, li, dd { color: var(--soft); }
dt { font: 600 .95rem/1.5 ui-monospace, Consolas, monospace; margin-top: .6rem; }
dd { margin: 0; }
pre { background: var(--raised); padding: .9rem 1.1rem; overflow: auto; max-height: 24rem; border-radius: 6px; font: .85rem/1.5 ui-monospace, Consolas, monospace; }
nav ul { columns: 2 18rem; padding-inline-start: 1.2rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
`

/** The page, as an answer. */
export const docsReply = (document: Document): Reply => ({
  status: 200,
  type: HTML_TYPE,
  body: renderDocs(document),
  headers: { 'Content-Security-Policy': pagePolicy(styles) },
  isKept: true,
})

const renderDocs = ({ info, paths, servers, components }: Document): string => {
  const server = servers[0]?.url ?? ''
  const operations = Object.entries(paths).map(([path, { get }]) => ({ path, get }))
  const links = operations.map(
    ({ path, get }) =>
      `<li><a${attributes({ href: `#${get.operationId}` })}>${escapeHtml(path)}</a></li>`,
  )
  const schemas = Object.entries(components.schemas).filter(([name]) => !name.endsWith('Answer'))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>API | ${escapeHtml(info.title)}</title>
<style>${styles}</style>
</head>
<body>
<main>
<h1>${escapeHtml(info.title)}</h1>
<p>${escapeHtml(info.summary)} ${escapeHtml(info.description)}</p>
<p>For programs: <a href="/v1/openapi.json">openapi.json</a>. The same in GraphQL: <code>${escapeHtml(`${server}/graphql`)}</code>.</p>
<nav aria-label="Addresses"><ul>
${links.join('\n')}
</ul></nav>
${operations.map(({ path, get }) => renderOperation(server, path, get)).join('\n')}
<section id="schemas"><h2>What the parts hold</h2>
${schemas.map(([name, schema]) => `<h3>${escapeHtml(name)}</h3>${renderMembers(schema)}`).join('\n')}
</section>
</main>
</body>
</html>
`
}

const renderOperation = (server: string, path: string, operation: Operation): string => {
  const { operationId, summary, parameters, responses } = operation
  const [content] = Object.values(responses[200].content)
  const described = parameters.map(
    ({ name, required, description }) =>
      `<dt>${escapeHtml(name)}${required ? ' (needed)' : ''}</dt><dd>${escapeHtml(description)}</dd>`,
  )
  const statuses = Object.entries(responses).map(
    ([status, { description }]) =>
      `<dt>${escapeHtml(status)}</dt><dd>${escapeHtml(description)}</dd>`,
  )
  const example = content && 'example' in content ? content.example : undefined
  return `<section${attributes({ id: operationId })}>
<h2>GET ${escapeHtml(path)}</h2>
<p>${escapeHtml(summary)}</p>
<pre tabindex="0">curl ${'security' in operation ? "-H 'Authorization: Bearer KEY' " : ''}'${escapeHtml(server + exampleAddress(path, operation))}'</pre>
${described.length > 0 ? `<h3>Parameters</h3><dl>${described.join('\n')}</dl>` : ''}
<h3>Answers</h3><dl>${statuses.join('\n')}</dl>
${example === undefined ? '' : `<h3>Example</h3><pre tabindex="0">${escapeHtml(JSON.stringify(example, null, 2))}</pre>`}
</section>`
}

const exampleAddress = (path: string, { parameters }: Operation): string => {
  const placeholder = parameters.find((one) => one.in === 'path')
  const own = path.replace(/\{\w+\}/, encodeURIComponent(String(placeholder?.example ?? '')))
  const needed = parameters.filter((one) => one.in === 'query' && one.required)
  const query = needed.map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`)
  return query.length > 0 ? `${own}?${query.join('&')}` : own
}

const renderMembers = (schema: Record<string, unknown>): string => {
  const members = Object.entries((schema['properties'] ?? {}) as Record<string, Member>)
  if (members.length === 0) return `<p>One of several shapes; see openapi.json.</p>`
  const lines = members.map(
    ([name, member]) =>
      `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml([typeOf(member), member.description].filter(Boolean).join('. '))}</dd>`,
  )
  return `<dl>${lines.join('\n')}</dl>`
}

type Member = {
  type?: string | string[]
  description?: string
  enum?: string[]
  $ref?: string
  anyOf?: Member[]
  items?: Member
}

const typeOf = ({ type, enum: values, $ref, anyOf, items }: Member): string => {
  if ($ref) return $ref.split('/').at(-1) ?? ''
  if (values) return values.join(', ')
  if (anyOf) return anyOf.map(typeOf).join(' or ')
  if (type === 'array' && items) return `list of ${typeOf(items)}`
  return [type ?? []].flat().join(' or ')
}
