/** A page as an answer. */
import { articleStyles } from '#src/formats/html/articleStyles.ts'
import { renderMessagePage } from '#src/formats/html/noticePages.ts'
import type { PageContext } from '#src/formats/html/pageShell.ts'

import type { DeliveryContext } from '../context.ts'
import { BRIEFLY, HTML_TYPE, type Reply } from '../reply.ts'
import { pagePolicy } from './pagePolicy.ts'

/** A page that says a sentence. */
export const says = (title: string, message: string, context: DeliveryContext): string =>
  renderMessagePage({ title, message, context: pageContext(context) })

/** What every page knows besides its story. */
export const pageContext = ({ publisher, publicUrl }: DeliveryContext): PageContext => ({
  publisher,
  publicUrl,
  docsUrl: '/v1/docs',
})

const headers = {
  'Content-Security-Policy': pagePolicy(articleStyles),
  'Referrer-Policy': 'strict-origin-when-cross-origin',
}

/** A page, kept until something newer is published. */
export const page = (status: number, body: string): Reply => ({
  status,
  type: HTML_TYPE,
  body,
  headers,
  isKept: true,
})

/** Where nothing is. It may be published any moment. */
export const unknownPage = (context: DeliveryContext): Reply => ({
  ...page(404, says('Not found', 'There is no story at this address.', context)),
  isKept: false,
  cacheControl: BRIEFLY,
})
