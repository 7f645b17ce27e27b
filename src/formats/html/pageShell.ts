/** What every reading page has around its content: head, masthead, skip link, footer. No scripts. */
import type { PublicationContext } from '#src/formats/context.ts'
import { articleStyles } from '#src/formats/html/articleStyles.ts'
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { directionOf, labelLanguage } from '#src/formats/html/language.ts'
import { webUrl } from '#src/formats/urls.ts'

export type PageContext = PublicationContext & {
  /** Shows a banner, and keeps search engines away. */
  isPreview?: boolean
  /** For a content security policy that allows the style sheet by nonce. */
  nonce?: string
  /** Where developers read about the API; linked from the foot of the front page. `/docs` unless told. */
  docsUrl?: string
  /** The newest stories as RSS or Atom, for feed readers to find. */
  feedUrl?: string
}

type Page = {
  title: string
  language: string
  /** Elements of the head besides title, viewport and styles; ready HTML. */
  head: string[]
  /** The content of `<main>`; ready HTML. */
  main: string
  /** More lines for the footer; ready HTML. */
  footer?: string[]
  isIndexed: boolean
  /** The front page's masthead is its heading; elsewhere it is a link home. */
  isFrontPage?: boolean
}

/** An opening quotation mark, in the page itself: no request, and nothing to be missing. */
const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#9c1c28"/>' +
      '<text x="16" y="36" font-family="Georgia,serif" font-size="42" text-anchor="middle" fill="#fff">“</text></svg>',
  )

/** A complete HTML document. Everything given as HTML must be escaped already. */
export const renderPage = (page: Page, context: PageContext): string => {
  const { publisher } = context
  const english = labelLanguage(page.language)
  const robots = page.isIndexed && !context.isPreview ? 'max-image-preview:large' : 'noindex'
  const feed = context.feedUrl ? webUrl(context.feedUrl, context.publicUrl) : null
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(page.title)}</title>`,
    `<meta name="robots" content="${robots}">`,
    '<meta name="color-scheme" content="light dark">',
    `<link rel="icon" href="${icon}">`,
    ...page.head,
    feed === null
      ? ''
      : `<link${attributes({ rel: 'alternate', type: feedType(feed), title: publisher.name, href: feed })}>`,
    `<style${attributes({ nonce: context.nonce })}>${articleStyles}</style>`,
  ].filter((line) => line !== '')
  const footer = [`<p>${homeLink(context, escapeHtml(publisher.name))}</p>`, ...(page.footer ?? [])]
  return `<!doctype html>
<html${attributes({ lang: page.language, dir: directionOf(page.language) })}>
<head>
${head.join('\n')}
</head>
<body>
<a class="skip-link" href="#content"${english}>Skip to the content</a>
${context.isPreview ? `<section class="banner" aria-label="Preview"${english}><p>Preview – not published</p></section>\n` : ''}<header class="masthead">${renderMasthead(context, page.isFrontPage ?? false)}</header>
<main id="content" tabindex="-1">
${page.main}
</main>
<footer class="site-footer"${english}>
${footer.join('\n')}
</footer>
</body>
</html>
`
}

const feedType = (url: string): string =>
  /atom/i.test(url) ? 'application/atom+xml' : 'application/rss+xml'

const renderMasthead = (context: PageContext, isFrontPage: boolean): string => {
  const { name, logoUrl } = context.publisher
  const logo = logoUrl ? webUrl(logoUrl, context.publicUrl) : null
  const mark = logo === null ? escapeHtml(name) : `<img${attributes({ src: logo, alt: name })}>`
  const link = homeLink(context, mark)
  return isFrontPage ? `<h1>${link}</h1>` : link
}

const homeLink = ({ publisher, publicUrl }: PageContext, inside: string): string => {
  const href = webUrl(publisher.url, publicUrl)
  return href === null ? inside : `<a${attributes({ href })}>${inside}</a>`
}
