/** Editors at work on a server over HTTP, until it dies under them. They remember what they were told. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { storyToLexical } from '#src/story/storyToLexical.ts'
import { PASSWORD, people, takeText, type Acknowledged } from './acknowledged.ts'

export type Work = {
  /** Resolves when every editor has noticed that the server is gone. */
  done: Promise<void>
  /** Lets everybody finish what they are doing. */
  stop: () => void
  /** How many saves were acknowledged. */
  readonly count: number
}

/** What the answers hold that is used here. */
type Reply = { token: string; doc: { id: string } }

type Setting = { url: string; section: string; acknowledged: Acknowledged; editors: number }

/** The server is gone; what was asked for last may or may not be stored. */
class Gone extends Error {}

export const startWork = ({ url, section, acknowledged, editors }: Setting): Work => {
  let isOver = false
  let count = 0

  const ask = async (path: string, init: RequestInit): Promise<Reply> => {
    for (let attempt = 1; ; attempt += 1) {
      const { status, headers, text } = await askOnce(path, init)
      // Refused for the moment, and nothing was saved: a client that can read asks again when it is told to.
      const waitS = status === 503 && attempt < 10 ? Number(headers.get('retry-after')) : 0
      if (waitS > 0) await pause(waitS * 1000)
      else if (status >= 400) throw new Error(`${init.method} ${path}: ${status} ${text}`)
      else {
        count += 1
        return JSON.parse(text) as Reply
      }
    }
  }

  const askOnce = async (path: string, init: RequestInit) => {
    try {
      const response = await fetch(url + path, init)
      return { status: response.status, headers: response.headers, text: await response.text() }
    } catch (cause) {
      throw new Gone('the server is gone', { cause })
    }
  }

  const logIn = async (editor: number): Promise<string> => {
    const email = people[editor % people.length]
    const { token } = await ask('/api/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    acknowledged.tokens.push(token)
    return token
  }

  const edit = async (editor: number): Promise<void> => {
    const token = await logIn(editor)
    const send = (method: string, path: string, body: unknown) =>
      ask(path, {
        method,
        headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    while (!isOver) {
      if (Math.random() < 0.4) await upload(token)
      await writeStory(send)
      if (Math.random() < 0.2) await logIn(editor)
    }
  }

  type Send = (method: string, path: string, body: unknown) => Promise<Reply>

  const writeStory = async (send: Send): Promise<void> => {
    const headline = `Story ${randomUUID()}`
    const base = { headline, bylineOverride: 'By us', section }
    const made = await send('POST', '/api/articles?draft=true', { ...base, body: bodyOf(1) })
    const { id } = made.doc
    const takes = {
      headline,
      draft: { acknowledged: 1, asked: 1 },
      published: { acknowledged: 0, asked: 0 },
      corrections: { acknowledged: 0, asked: 0 },
    }
    acknowledged.stories[id] = takes
    const corrections: unknown[] = []
    for (let take = 2; take < 9 && !isOver; take += 1) {
      takes.draft.asked = take
      const isOut = take % 3 === 0
      if (!isOut) {
        const path = `/api/articles/${id}?draft=true&autosave=true`
        await send('PATCH', path, { body: bodyOf(take) })
      } else {
        takes.published.asked = take
        if (take > 3) {
          corrections.push({ kind: 'correction', at: new Date().toISOString(), text: 'It was so.' })
          takes.corrections.asked = corrections.length
        }
        const data = { body: bodyOf(take), corrections, _status: 'published' }
        await send('PATCH', `/api/articles/${id}`, data)
        takes.published.acknowledged = take
        takes.corrections.acknowledged = corrections.length
      }
      takes.draft.acknowledged = take
    }
  }

  const upload = async (token: string): Promise<void> => {
    const alt = `Picture ${randomUUID()}`
    const form = new FormData()
    form.set('_payload', JSON.stringify({ alt, credit: 'Jane Doe' }))
    form.set('file', new Blob([new Uint8Array(await picture)], { type: 'image/jpeg' }), 'p.jpg')
    const made = await ask('/api/images', {
      method: 'POST',
      headers: { authorization: `JWT ${token}` },
      body: form,
    })
    acknowledged.images[made.doc.id] = alt
  }

  const untilGone = (editor: number): Promise<void> =>
    edit(editor).catch((error: unknown) => {
      if (!(error instanceof Gone)) throw error
    })

  return {
    done: Promise.all(Array.from({ length: editors }, (_, editor) => untilGone(editor))).then(
      () => undefined,
    ),
    stop: () => {
      isOver = true
    },
    get count() {
      return count
    },
  }
}

const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#4a6' } })
  .jpeg()
  .toBuffer()

const bodyOf = (take: number): unknown =>
  storyToLexical(
    [{ type: 'paragraph', children: [{ type: 'text', text: takeText(take), marks: [] }] }],
    { newId: randomUUID },
  )
