import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { findDraftStory } from '#src/editorial/stories/draftStory.ts'
import { renderArticlePage } from '#src/formats/html/renderArticlePage.ts'
import { renderMessagePage } from '#src/formats/html/noticePages.ts'
import type { PublicationContext } from '#src/formats/context.ts'

/** Reloads itself when the panel says that the draft was saved: Payload's live preview sends the message. */
const reloadOnSave = `addEventListener('message',(e)=>{if(e.origin===location.origin&&e.data?.type==='payload-document-event')location.reload()});
if(opener||parent!==self)(opener||parent).postMessage({type:'payload-live-preview',ready:true},location.origin)`

/** The draft as readers would see it, for signed-in editors with a link of their own. Kept by no cache. */
export const servePreview =
  (payload: Payload, context: PublicationContext): RequestHandler<{ id: string }> =>
  async (req, res) => {
    res.setHeader('Cache-Control', 'private, no-store')
    res.setHeader('X-Robots-Tag', 'noindex, nofollow')
    const headers = new Headers({
      cookie: req.headers.cookie ?? '',
      authorization: req.headers.authorization ?? '',
      'sec-fetch-site': String(req.headers['sec-fetch-site'] ?? ''),
    })
    const token = typeof req.query['token'] === 'string' ? req.query['token'] : ''
    const story = await findDraftStory(payload, { id: req.params.id, token, headers })
    if (!story) {
      res.status(403).type('html')
      return void res.send(
        renderMessagePage({
          title: 'This preview is closed',
          message:
            'Sign in to the admin panel and open the preview from the story. A link lasts half an hour.',
          context,
        }),
      )
    }
    const page = renderArticlePage(story, { ...context, isPreview: true })
    res.type('html').send(page.replace('</body>', `<script>${reloadOnSave}</script></body>`))
  }
