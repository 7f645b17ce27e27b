/**
 * Every way there is to read, made from the routes themselves: one that is added later is asked as well.
 */
import { restRoutes } from '#src/delivery/rest/restTarget.ts'

export type Readable = {
  /** What stands in addresses for stories, authors, sources, sections, quotes: ids and slugs. */
  names: string[]
  /** What is searched for, and narrowed by. */
  words: string[]
}

const PAGES = ['/', '/corrections', '/corrections.json']
const STORY_PAGES = [
  (name: string) => `/articles/${name}`,
  (name: string) => `/articles/${name}/history`,
]

/** Parameters by name, that open as much as there is. */
const WIDEST: Record<string, string> = {
  first: '100',
  since: '',
  limit: '1000',
  include: 'body,bodyHtml,bodyText,bodyMarkdown,quotes,sources,version',
}

/** The addresses, each with its widest and its narrowed forms. */
export const readerPaths = ({ names, words }: Readable): string[] => {
  const paths = [
    ...PAGES,
    ...names.flatMap((name) => STORY_PAGES.map((page) => page(encode(name)))),
  ]
  for (const { path, parameters } of restRoutes) {
    const known = Object.keys(parameters.shape)
    const addresses = path.includes('{')
      ? names.map((name) => path.replace(/\{\w+\}/, encode(name)))
      : [path]
    for (const address of addresses) {
      const wide = known
        .filter((name) => WIDEST[name])
        .map((name) => `${name}=${includable(path, name)}`)
      paths.push(address, ...(wide.length > 0 ? [`${address}?${wide.join('&')}`] : []))
      if (!known.includes('q')) continue
      for (const word of words) paths.push(`${address}?q=${encode(word)}`)
    }
    for (const filter of ['section', 'author', 'source', 'speaker', 'article', 'topic']) {
      if (!known.includes(filter) || known.includes('q') !== path.includes('search')) continue
      for (const name of names) paths.push(`${path}?${filter}=${encode(name)}`)
    }
  }
  return [...new Set(paths)]
}

/** One query for everything the schema has, for a story and the lists. */
export const readerQuery = (slug: string, word: string): string => `{
  article(slug: ${JSON.stringify(slug)}) { ...whole }
  articles(first: 50) { nodes { id slug headline standfirst byline topics { name slug } body(format: TEXT) } }
  search(q: ${JSON.stringify(word)}) { nodes { score highlights { headline standfirst text speaker } } }
  quotes(first: 100) { nodes { id text speaker { name description role affiliation } } }
  sources(first: 100) { nodes { id name slug } }
  authors(first: 100) { nodes { id name slug bio } }
  sections { nodes { id name slug } }
  corrections(first: 100) { nodes { id text before after } }
}
fragment whole on Article {
  id slug url state headline standfirst dateline byline retraction { reason at }
  html: body text: body(format: TEXT) markdown: body(format: MARKDOWN) blocks: body(format: BLOCKS)
  quotes { nodes { text } } sources { name } authors { name } topics { name } section { name }
  leadImage { alt caption } corrections { text before after }
}`

const includable = (path: string, name: string): string => {
  if (name !== 'include') return WIDEST[name] ?? ''
  if (path === '/v1/articles') return WIDEST['include'] ?? ''
  return path.startsWith('/v1/articles/') ? 'bodyText,bodyMarkdown' : 'articles'
}

const encode = encodeURIComponent
