import { describe, expect, it } from 'vitest'
import { error, warning } from '#src/workflow/finding.ts'
import { weigh } from '#src/workflow/verdict.ts'

const about = { path: 'body', message: 'It is wrong.', fix: 'Mend it.' }
const soft = warning({ ...about, code: 'source-without-link', about: 'outlet' })
const hard = error({ ...about, code: 'embargoed', about: '2099' })
const bendable = error({ ...about, code: 'quote-differs', about: 'q1 words' })
const reason = 'The minister confirmed it by phone.'

const openOf = (verdict: ReturnType<typeof weigh>) => verdict.open.map(({ code }) => code)

describe('a warning', () => {
  it('stands against publishing until it is ticked', () => {
    const untouched = weigh({ findings: [soft], acknowledged: [], override: null })
    expect(openOf(untouched)).toEqual(['source-without-link'])
    const ticked = weigh({ findings: [soft], acknowledged: [soft.key], override: null })
    expect(openOf(ticked)).toEqual([])
    expect(ticked.findings[0]).toMatchObject({ isAcknowledged: true, canOverride: false })
  })

  it('is not ticked by the tick of another finding of the same code', () => {
    const other = warning({ ...about, code: 'source-without-link', about: 'another outlet' })
    expect(openOf(weigh({ findings: [soft], acknowledged: [other.key], override: null }))).toEqual([
      'source-without-link',
    ])
  })
})

describe('an error', () => {
  it('cannot be ticked', () => {
    const verdict = weigh({ findings: [bendable], acknowledged: [bendable.key], override: null })
    expect(openOf(verdict)).toEqual(['quote-differs'])
  })

  it('is set aside by its code and a reason, which are kept', () => {
    const override = { codes: ['quote-differs', 'check-open'], reason: ` ${reason} ` }
    const verdict = weigh({ findings: [bendable], acknowledged: [], override })
    expect(openOf(verdict)).toEqual([])
    expect(verdict.override).toEqual({ codes: ['quote-differs'], reason })
  })

  it('needs the reason', () => {
    const override = { codes: ['quote-differs'], reason: 'because' }
    const verdict = weigh({ findings: [bendable], acknowledged: [], override })
    expect(openOf(verdict)).toEqual(['override-reason-missing'])
  })

  it('that is not named stays', () => {
    const override = { codes: ['check-open'], reason }
    const verdict = weigh({ findings: [bendable], acknowledged: [], override })
    expect(openOf(verdict)).toEqual(['quote-differs'])
    expect(verdict.override).toBeNull()
  })

  it.each([
    'embargoed',
    'headline-missing',
    'body-empty',
    'section-missing',
    'confidential-description-missing',
    'quote-gone',
  ])('of code %s cannot be set aside by anybody', (code) => {
    const verdict = weigh({
      findings: [error({ ...about, code, about: '' })],
      acknowledged: [],
      override: { codes: [code], reason },
    })
    expect(openOf(verdict)).toEqual([code])
  })

  it('is not set aside for another one that cannot be', () => {
    const override = { codes: ['quote-differs', 'embargoed'], reason }
    const verdict = weigh({ findings: [hard, bendable], acknowledged: [], override })
    expect(openOf(verdict)).toEqual(['embargoed'])
  })
})

it('an override that nothing needed leaves no trace', () => {
  const override = { codes: ['quote-differs'], reason }
  expect(weigh({ findings: [], acknowledged: [], override })).toEqual({
    findings: [],
    open: [],
    override: null,
  })
})
