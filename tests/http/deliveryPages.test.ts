import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { storyUrl } from '#src/formats/urls.ts'

import { PUBLIC_URL, type RunningDelivery, startDelivery } from './deliveryServer.ts'

let site: RunningDelivery
beforeEach(async () => {
  site = await startDelivery()
  await site.publish(1)
})
afterEach(() => site.stop())

describe('reading pages', () => {
  it('show a story, allow no script and no foreign style', async () => {
    const { status, headers, text } = await site.ask('/articles/storm-1?utm_source=elsewhere')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*style-src 'sha256-/)
    expect(headers['content-security-policy']).not.toContain('script-src')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['surrogate-key']).toContain('story-story-1')
    expect(text).toContain('Storm warning 1')
    expect(text).toContain('The wind rose at 1.')
    const again = await site.ask('/articles/storm-1')
    expect(again.headers['cache-status']).toBe('verbatim; hit')
  })

  it('lead an old address to the new one', async () => {
    await site.publish(1, { slug: 'storm-now' }, 'update')
    const { status, headers } = await site.ask('/articles/storm-1')
    expect(status).toBe(301)
    expect(headers.location).toBe(storyUrl(PUBLIC_URL, 'storm-now'))
    expect((await site.ask('/articles/storm-now')).status).toBe(200)
  })

  it('link to the address that answers', () => {
    expect(new URL(storyUrl(PUBLIC_URL, 'storm-1')).pathname).toBe('/articles/storm-1')
  })

  it('say why a story was retracted', async () => {
    await site.publish(1, {}, 'retract')
    const { status, text } = await site.ask('/articles/storm-1')
    expect(status).toBe(410)
    expect(text).toContain('The document turned out to be forged.')
    expect(text).not.toContain('wind rose')
  })

  it('say only that a story is gone, or that there is none', async () => {
    await site.publish(1, {}, 'unpublish')
    const gone = await site.ask('/articles/storm-1')
    expect(gone.status).toBe(410)
    expect(gone.text).not.toContain('Storm')
    for (const path of [
      '/articles/none',
      '/articles/',
      '/articles/%zz',
      '/articles/a/b',
      '/articles/story-1',
    ]) {
      const missing = await site.ask(path)
      expect(missing.status, path).toBe(404)
      expect(missing.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(missing.headers['cache-control']).toBe('public, max-age=10')
    }
  })

  it('list the newest stories on the front page', async () => {
    await site.publish(2)
    const { status, text } = await site.ask('/')
    expect(status).toBe(200)
    expect(text.indexOf('Storm warning 2')).toBeGreaterThan(0)
    expect(text.indexOf('Storm warning 1')).toBeGreaterThan(text.indexOf('Storm warning 2'))
  })

  it('answer a failure with a page that does not say why', async () => {
    site.ledger.get = () => Promise.reject(new Error('secret'))
    const { status, text } = await site.ask('/articles/storm-9')
    expect(status).toBe(500)
    expect(text).toContain('Something went wrong')
    expect(text).not.toContain('secret')
    expect(site.logged).toHaveLength(1)
  })
})

describe('other paths', () => {
  it.each(['/admin', '/api/articles', '/v10', '/graphql/x', '/articles', '/v1x', '/favicon.ico'])(
    'leaves %s to others, with nothing written',
    async (path) => {
      const { status, text } = await site.ask(path)
      expect({ status, text }).toEqual({ status: 404, text: 'not mine' })
    },
  )
})
