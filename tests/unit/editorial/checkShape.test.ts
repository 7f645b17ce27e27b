import { describe, expect, it } from 'vitest'
import { checkShape, type FieldShape } from '#src/editorial/requests/checkShape.ts'

const fields: FieldShape[] = [
  { name: 'headline', type: 'text' },
  { name: 'topics', type: 'text', hasMany: true },
  { name: 'revision', type: 'number' },
  { name: 'isActive', type: 'checkbox' },
  { name: 'at', type: 'date' },
  { name: 'kind', type: 'select', options: ['brief', { value: 'report' }] },
  { name: 'section', type: 'relationship', relationTo: 'sections' },
  { name: 'sources', type: 'relationship', relationTo: 'sources', hasMany: true },
  { name: 'checks', type: 'group', flattenedFields: [{ name: 'legal', type: 'text' }] },
  {
    name: 'authors',
    type: 'array',
    flattenedFields: [
      { name: 'id', type: 'text' },
      { name: 'author', type: 'relationship', relationTo: 'authors' },
    ],
  },
  { name: 'body', type: 'richText' },
]

const paths = (data: Record<string, unknown>): string[] =>
  checkShape(data, fields).problems.map(({ path }) => path)

describe('checkShape', () => {
  it('accepts what fits', () => {
    const data = {
      headline: 'Rain',
      topics: ['weather'],
      revision: 3,
      isActive: false,
      at: '2026-11-23T10:00:00Z',
      kind: 'report',
      section: 's1',
      sources: ['a', 'b'],
      checks: { legal: 'done' },
      authors: [{ id: 'row', author: 'x' }],
      body: { root: { type: 'root', children: [] } },
      _status: 'draft',
    }
    expect(checkShape(data, fields).problems).toEqual([])
  })

  it('lets any field be emptied', () => {
    const emptied = Object.fromEntries(fields.map(({ name }) => [name, null]))
    expect(checkShape(emptied, fields).problems).toEqual([])
  })

  it('names an unknown field and the one that was probably meant', () => {
    const [problem] = checkShape({ headlin: 'Rain' }, fields).problems
    expect(problem).toMatchObject({ code: 'unknown-field', path: 'headlin' })
    expect(problem?.fix).toBe('Did you mean “headline”?')
  })

  it('finds unknown fields inside groups and rows', () => {
    expect(paths({ checks: { legl: 'x' }, authors: [{ autor: 'x' }] })).toEqual([
      'checks.legl',
      'authors.0.autor',
    ])
  })

  it.each([
    ['headline', 12],
    ['headline', { text: 'Rain' }],
    ['topics', [1, 2]],
    ['revision', 'three'],
    ['revision', Number.NaN],
    ['isActive', 'yes'],
    ['at', 'tomorrow'],
    ['at', '2026-13-45'],
    ['at', 20261123],
    ['kind', 'essay'],
    ['section', 7],
    ['sources', [{}]],
    ['checks', 'done'],
    ['authors', 'Ana'],
    ['authors', ['Ana']],
    ['body', 'plain text'],
    ['body', { root: { children: 'x' } }],
  ])('refuses %s = %j', (name, value) => {
    expect(paths({ [name]: value })[0]).toMatch(new RegExp(`^${name}`))
  })

  it('reports everything at once', () => {
    expect(paths({ headlin: 'x', revision: 'x', at: 'x' })).toEqual(['headlin', 'revision', 'at'])
  })

  it('collects the records that are pointed at, those in the body included', () => {
    const body = {
      root: {
        type: 'root',
        children: [
          { type: 'block', version: 2, fields: { id: '1', blockType: 'quoteBlock', quote: 'q1' } },
        ],
      },
    }
    const { references } = checkShape({ section: 's1', sources: ['a'], body }, fields)
    expect(references).toEqual([
      { collection: 'sections', id: 's1', path: 'section' },
      { collection: 'sources', id: 'a', path: 'sources' },
      { collection: 'quotes', id: 'q1', path: 'body' },
    ])
  })

  it('accepts a quote block whose quote is not chosen yet', () => {
    const block = { type: 'block', version: 2, fields: { id: '1', blockType: 'quoteBlock' } }
    expect(paths({ body: { root: { type: 'root', children: [block] } } })).toEqual([])
  })
})
