/** A page to try queries on, for development. It needs nothing from elsewhere. */
import { HTML_TYPE, NEVER, type Reply } from '../reply.ts'
import { pagePolicy } from '../pages/pagePolicy.ts'

/** The page, with a policy that allows its own style sheet and script only. */
export const explorerReply = (): Reply => ({
  status: 200,
  type: HTML_TYPE,
  body: html,
  headers: { 'Content-Security-Policy': policy, Vary: 'Accept, Accept-Encoding' },
  isKept: false,
  cacheControl: NEVER,
})

const styles = `
:root { color-scheme: light dark; --line: color-mix(in srgb, CanvasText 18%, Canvas); --accent: #a3341f }
@media (prefers-color-scheme: dark) { :root { --accent: #f0907c } }
* { box-sizing: border-box }
body { margin: 0; height: 100vh; display: grid; grid-template: auto 1fr / 1fr 1fr 20rem; font: 15px/1.5 system-ui, sans-serif }
header { grid-column: 1 / -1; display: flex; gap: 1rem; align-items: center; padding: .6rem 1rem; border-bottom: 1px solid var(--line) }
h1 { font: 600 1.1rem Georgia, serif; margin: 0; flex: 1 }
button { font: inherit; padding: .35rem 1.1rem; border: 0; border-radius: .3rem; background: var(--accent); color: Canvas; cursor: pointer }
.field { display: grid; grid-template-rows: auto 1fr auto 7rem; border-right: 1px solid var(--line); min-height: 0 }
label, h2 { font-size: .75rem; font-weight: 600; letter-spacing: .05em; padding: .5rem 1rem 0; margin: 0; opacity: .75 }
textarea, pre { font: 13px/1.6 ui-monospace, monospace; margin: 0; padding: .5rem 1rem; border: 0; background: none; color: inherit; width: 100%; resize: none; overflow: auto; tab-size: 2 }
textarea:focus-visible, button:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px }
pre { border-right: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere }
nav { overflow: auto; padding-bottom: 2rem }
summary { padding: .2rem 1rem; cursor: pointer; font-weight: 600 }
dl { margin: 0 0 .5rem; padding: 0 1rem 0 1.6rem; font-size: .85rem } dt { font-family: ui-monospace, monospace } dd { margin: 0 0 .4rem; opacity: .75 }
@media (max-width: 60rem) { body { display: block; height: auto } .field { height: 70vh } }
`

const script = `
const $ = (id) => document.getElementById(id)
const post = async (query, variables) => {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return answer.json()
}
const run = async () => {
  $('answer').textContent = '…'
  try {
    const variables = JSON.parse($('variables').value.trim() || '{}')
    const began = performance.now()
    const result = await post($('query').value, variables)
    $('time').textContent = Math.round(performance.now() - began) + ' ms'
    $('answer').textContent = JSON.stringify(result, null, 2)
  } catch (err) {
    $('answer').textContent = String(err)
  }
}
const element = (name, text, ...children) => {
  const made = document.createElement(name)
  if (text) made.textContent = text
  made.append(...children)
  return made
}
const typeText = (type) =>
  type.kind === 'NON_NULL' ? typeText(type.ofType) + '!'
  : type.kind === 'LIST' ? '[' + typeText(type.ofType) + ']'
  : type.name
const argumentText = (args) =>
  args.length ? '(' + args.map((arg) => arg.name + ': ' + typeText(arg.type)).join(', ') + ')' : ''
const describe = (type) => {
  const list = element('dl')
  if (type.description) list.append(element('dd', type.description))
  for (const field of type.fields ?? []) {
    list.append(element('dt', field.name + argumentText(field.args) + ': ' + typeText(field.type)))
    if (field.description) list.append(element('dd', field.description))
  }
  for (const value of type.enumValues ?? []) {
    list.append(element('dt', value.name), element('dd', value.description))
  }
  const details = element('details', '', element('summary', type.name), list)
  details.open = type.name === 'Query'
  return details
}
const reference = 'fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }' +
  ' { __schema { types { kind name description fields { name description args { name type { ...T } } type { ...T } }' +
  ' enumValues { name description } } } }'
$('run').addEventListener('click', run)
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run()
})
$('query').value = new URLSearchParams(location.hash.slice(1)).get('query') ?? $('query').value
post(reference).then(({ data }) => {
  const rank = (type) => (type.name === 'Query' ? 0 : type.name.endsWith('Connection') || type.name.endsWith('Edge') ? 2 : 1)
  const types = data.__schema.types.filter((type) => !type.name.startsWith('__'))
  types.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
  $('types').append(...types.map(describe))
})
run()
`

const sample = `# Run with the button, or Ctrl+Enter.
{
  articles(first: 3) {
    nodes {
      headline
      byline
      url
      quotes(first: 2) {
        nodes {
          text
          verification
          speaker { name role }
        }
      }
    }
    pageInfo { endCursor hasNextPage }
  }
}`

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphQL explorer</title>
<style>${styles}</style>
</head>
<body>
<header><h1>GraphQL explorer</h1><span id="time" role="status"></span><button id="run" type="button">Run</button></header>
<div class="field">
<label for="query">Query</label><textarea id="query" spellcheck="false">${sample}</textarea>
<label for="variables">Variables</label><textarea id="variables" spellcheck="false">{}</textarea>
</div>
<pre id="answer" tabindex="0" aria-label="Answer"></pre>
<nav id="types" aria-label="Schema"><h2>Schema</h2></nav>
<script>${script}</script>
</body>
</html>
`

const policy = pagePolicy(styles, script)
