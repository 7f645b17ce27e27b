import fc from 'fast-check'
import { expect, test } from 'vitest'
import { absoluteJson } from '#src/formats/json/absoluteJson.ts'

const site = 'https://news.example'

test('a path that is a url member becomes an address of the site', () => {
  const value = { url: '/media/flood.jpg', sizes: [{ url: '/media/flood-640.jpg' }] }
  expect(JSON.parse(absoluteJson(value, site))).toEqual({
    url: `${site}/media/flood.jpg`,
    sizes: [{ url: `${site}/media/flood-640.jpg` }],
  })
})

test('an address of another site, with or without a scheme, stays as it is', () => {
  const value = [{ url: '//cdn.example/a.jpg' }, { url: 'https://b.example/' }, { url: null }]
  expect(JSON.parse(absoluteJson(value, site))).toEqual(value)
})

test('words that look like a member stay as they are', () => {
  const value = { text: 'He typed "url":"/etc" and left.', '"url":"/x': '{"url":"/y"}' }
  expect(JSON.parse(absoluteJson(value, site))).toEqual(value)
})

test('a site whose address holds what JSON and replacements treat as special comes out as it is', () => {
  const odd = 'https://news.example/$&"\\'
  expect(JSON.parse(absoluteJson({ url: '/a' }, odd))).toEqual({ url: `${odd}/a` })
})

test('any value comes out as it would by asking about each member', () => {
  const asked = (key: string, value: unknown): unknown =>
    key === 'url' && typeof value === 'string' && /^\/(?!\/)/.test(value) ? site + value : value
  const text = fc.oneof(fc.string(), fc.constantFrom('/a', '//a', '"url":"/', '\\', '"'))
  const value = fc.letrec((tie) => ({
    any: fc.oneof(text, fc.double(), fc.array(tie('any')), tie('object')),
    object: fc.dictionary(fc.oneof(fc.constant('url'), text), tie('any')),
  })).any
  fc.assert(
    fc.property(value, (one) => {
      expect(absoluteJson(one, site)).toBe(JSON.stringify(one, asked))
    }),
  )
})
