/** Whether a quote stands in its evidence: each tier, and the traps that must never pass for verbatim. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkQuote, checkVerbatim, evidenceChecker } from '#src/quotes/check/checkQuote.ts'

const SPEECH =
  'He said: “No ship leaves before the storm has passed.” Then he left.\n' +
  'We did not agree with the plan – it costs 1,500 crowns a head.\n' +
  "I can't promise a well-known result; the year-end figures aren’t in.\n" +
  'Will you resign? I will decide in spring.'

const tierOf = (quote: string, evidence = SPEECH) => {
  const { status, tier } = checkVerbatim(quote, evidence)
  return `${tier}: ${status}`
}

describe('a quote that stands there whole', () => {
  it.each([
    ['letter by letter', 'No ship leaves before the storm has passed.', 'exact: verified'],
    [
      'with straight marks for curly ones',
      "the year-end figures aren't in",
      'normalised: verified',
    ],
    ['with another dash', 'agree with the plan — it costs', 'normalised: verified'],
    ['over a line end', 'Then he left. We did not agree', 'normalised: verified'],
    ['with its comma moved inside', 'No ship leaves,', 'edge: verified'],
    ['with a small first letter', 'no ship leaves before the storm', 'edge: verified'],
    ['with a bracketed first letter', '[n]o ship leaves before the storm', 'edge: verified'],
    ['inside marks of its own', '“We did not agree”', 'edge: verified'],
    ['in one word', 'storm', 'exact: verified'],
  ])('%s', (_, quote, expected) => {
    expect(tierOf(quote)).toBe(expected)
  })

  it('in composed or decomposed letters, with ligatures, soft hyphens and no-break spaces', () => {
    const evidence =
      'Le caf\u0065\u0301 est ou\u00ADvert \u2060a la \uFB01n de l\u2019\u00E9t\u00E9\u00A0!'
    expect(tierOf("café est ouvert a la fin de l'été", evidence)).toBe('normalised: verified')
  })

  it('across a word that was set over two lines, with a hyphen of its own or without', () => {
    const evidence = 'The well-\nknown harbour was re-\nbuilt by the inhab\u00AD\nitants.'
    expect(tierOf('well-known harbour was rebuilt by the inhabitants', evidence)).toBe(
      'normalised: verified',
    )
    expect(
      checkQuote('re-built by the inhabitants', 'It was rebuilt by the inhabitants.'),
    ).not.toBe('verified')
  })

  it('in any script', () => {
    expect(tierOf('不会离开', '他说，船在风暴过去之前不会离开港口。')).toBe('exact: verified')
    expect(tierOf('не уйдёт до конца', 'Он сказал: «Корабль не уйдёт до конца бури».')).toBe(
      'exact: verified',
    )
    expect(tierOf('homme de la rue', 'Il parle de l’homme de la rue.')).toBe('exact: verified')
  })
})

describe('is not verified', () => {
  it.each([
    ['a negation left out', 'We did agree with the plan'],
    ['a contraction cut in two', 'I can'],
    ['a contraction undone', 'I can promise a well-known result'],
    ['a figure cut short', 'it costs 1'],
    ['the end of a figure', '500 crowns a head'],
    ['a separator moved', 'it costs 15,00 crowns a head'],
    ['a digit changed', 'it costs 1,600 crowns a head'],
    ['a word cut in two', 'ship leave'],
    ['half of a hyphenated word', 'known result'],
    ['a question made a statement', 'Will you resign.'],
    ['a statement made a question', 'I will decide in spring?'],
  ])('%s', (_, quote) => {
    expect(['differs', 'not-found']).toContain(checkQuote(quote, SPEECH))
  })

  it.each([
    ['raised digits', 'The mast is 102 metres', 'The mast is 10² metres high.'],
    ['a fraction', 'rose by 11/2 points', 'It rose by 1½ points.'],
    ['a minus sign', '5 degrees in the morning', 'It was -5 degrees in the morning.'],
    ['thousands set apart by a thin space', 'it costs 1', 'and it costs 1\u202F500 crowns'],
    ['feet for inches', 'it is 6" deep', "it is 6' deep"],
    ['ne pas', 'Il est venu hier soir', 'Il n’est pas venu hier soir.'],
    ['a hyphenated opposite', 'compliant with the rules', 'They are non-compliant with the rules.'],
    ['a soft hyphen inside a word', 'we can', 'we can\u00ADnot stay'],
  ])('because of %s', (_, quote, evidence) => {
    expect(['differs', 'not-found']).toContain(checkQuote(quote, evidence))
  })

  it('when it is empty, or nothing but marks, or there is nothing to check it against', () => {
    expect(checkQuote('', SPEECH)).toBe('not-found')
    expect(checkQuote('“…”', SPEECH)).toBe('not-found')
    expect(checkQuote('storm', '  ')).toBe('not-found')
  })
})

describe('a quote with marked edits', () => {
  const evidence =
    'We will build the harbour, and we will build it in two years. ' +
    'Nobody asked the ministry, but it was glad. I told Mr Orlov that he was wrong about the bridge. ' +
    'We should not support the tunnel at this price. The road costs 20 million crowns this year.'

  it.each([
    ['cut in the middle', 'We will build the harbour … in two years.'],
    ['cut at its end', 'We will build the harbour …'],
    ['cut in brackets', 'We will build the harbour […] it was glad.'],
    ['cut with spaced points', 'We will build the harbour . . . in two years.'],
    ['words put in', 'we will build it [the harbour] in two years'],
    ['words replaced', 'I told [the director] that he was wrong about the bridge'],
    ['a new sentence after the cut', 'We will build the harbour. … [I]t was glad.'],
    ['an ending put on', 'We should not support[ed] the tunnel at this price'],
    ['a cut over a whole sentence with “nobody” in it', 'it in two years. … I told Mr Orlov that'],
  ])('is verified as such: %s', (_, quote) => {
    const check = checkVerbatim(quote, evidence)
    expect(check).toMatchObject({ status: 'verified-with-edits', tier: 'elided' })
  })

  it('keeps the place from the first part to the last', () => {
    const check = checkVerbatim('we will build it … I told Mr Orlov', evidence)
    expect(check.exact).toBe(evidence.slice(evidence.indexOf('we will build it'), check.end ?? 0))
    expect(check.exact?.endsWith('I told Mr Orlov')).toBe(true)
  })

  it('differs when the cut takes the “not”, or a bracket replaces it', () => {
    for (const quote of [
      'We should … support the tunnel at this price',
      'Please note: We should … support the tunnel',
      'We should [surely] support the tunnel at this price',
    ]) {
      expect({ [quote]: checkQuote(quote, evidence) }).not.toEqual({
        [quote]: 'verified-with-edits',
      })
    }
    expect(
      checkVerbatim('I think we did … support this plan', 'I think we did not support this plan'),
    ).toMatchObject({ status: 'differs', flags: ['negation-cut'] })
    expect(
      checkVerbatim(
        'I know we will … support the plan',
        'I know we will not yield. We support the plan',
      ),
    ).toMatchObject({ status: 'differs', flags: ['negation-cut'] })
  })

  it('differs when a bracket replaces a figure by another', () => {
    expect(checkVerbatim('The road costs [10] million crowns this year', evidence)).toMatchObject({
      status: 'differs',
      flags: ['figure-changed'],
    })
  })

  it('is not proved by a part of one or two words between cuts', () => {
    expect(checkVerbatim('We … build … two years', evidence).tier).not.toBe('elided')
  })

  it('differs when its parts stand far apart, and says that it was spliced', () => {
    const far = `We will build the harbour. ${'Then other things were said. '.repeat(100)}The road costs a lot.`
    expect(checkVerbatim('We will build … the road costs a lot', far)).toMatchObject({
      status: 'differs',
      flags: ['splice'],
    })
  })

  it('differs when its parts stand there in another order', () => {
    expect(
      checkVerbatim('he was wrong about the bridge … We will build the harbour', evidence),
    ).toMatchObject({ status: 'differs', flags: ['reordered'] })
  })

  it('differs when sentences change places without any mark', () => {
    const check = checkVerbatim(
      'The road costs 20 million crowns this year. We will build the harbour.',
      evidence,
    )
    expect(check).toMatchObject({ status: 'differs', flags: ['reordered'] })
  })
})

describe('a transcript', () => {
  const transcript =
    'MR VALE (Coast Party): My party will not vote for half a map. We want the whole coast.\n' +
    'THE SPEAKER: Order. The minister has the floor.\n' +
    'MR VALE: We will vote in the morning.\n' +
    'THE MINISTER: We will pay for every mile of it.'

  it('lets one person be cut, with an interruption between', () => {
    expect(checkQuote('We want the whole coast … We will vote in the morning', transcript)).toBe(
      'verified-with-edits',
    )
  })

  it('never lets the words of two people become one quote', () => {
    expect(
      checkVerbatim('We want the whole coast … We will pay for every mile', transcript, {
        isTranscript: true,
      }),
    ).toMatchObject({ status: 'differs', flags: ['splice'] })
  })

  it('counts as one by its labels in other kinds of evidence too, but not by a note or two', () => {
    const page = 'Note: the park opens at nine.\nContact: the park closes at five in winter.'
    expect(checkQuote('the park opens at nine … closes at five in winter', page)).toBe(
      'verified-with-edits',
    )
    expect(checkQuote('We want the whole coast … We will pay for every mile', transcript)).toBe(
      'differs',
    )
  })
})

describe('a quote that is nearly there', () => {
  it('differs, and the difference is told word by word', () => {
    const check = checkVerbatim('No ship ever leaves before the storms have passed', SPEECH)
    expect(check).toMatchObject({ status: 'differs', tier: 'near' })
    expect(check.diff).toEqual([
      { op: 'same', text: 'No ship ' },
      { op: 'add', text: 'ever ' },
      { op: 'same', text: 'leaves before the ' },
      { op: 'del', text: 'storm has ' },
      { op: 'add', text: 'storms have ' },
      { op: 'same', text: 'passed' },
    ])
  })

  it('compares with the words themselves, not with the same words further back', () => {
    const check = checkVerbatim(
      'We will not sail again until the harbour is sound',
      'We tied the ferries up. We will not sail again until the pier is sound. We left.',
    )
    expect(check.exact).toBe('We will not sail again until the pier is sound')
    expect(check.diff?.filter(({ op }) => op !== 'same').map(({ text }) => text.trim())).toEqual([
      'pier',
      'harbour',
    ])
  })

  it('is found by its words when many letters differ', () => {
    const check = checkVerbatim('We did agree with the new plan', SPEECH)
    expect(check.tier).toBe('near')
    expect(check.diff).toContainEqual({ op: 'del', text: 'not ' })
    expect(check.diff).toContainEqual({ op: 'add', text: 'new ' })
  })

  it('shows no difference of typography', () => {
    const check = checkVerbatim("I can't promise a famous result; the year-end figures", SPEECH)
    const text = (op: string) =>
      check.diff?.filter((one) => one.op === op).map((one) => one.text.trim())
    expect(text('add')).toEqual(['famous'])
    expect(text('del')?.join(' ')).toMatch(/^well ?- ?known$/)
  })

  it('is absent when it is something else', () => {
    expect(checkVerbatim('Every cat sleeps on the warm roof tonight', SPEECH)).toMatchObject({
      status: 'not-found',
      tier: 'absent',
      start: null,
      diff: null,
    })
  })
})

describe('the place', () => {
  it('is given in code points, with 32 characters on either side', () => {
    const evidence = `${'🙂'.repeat(40)} He spoke of “the harbour” again and again, until the lamps went out.`
    const check = checkVerbatim('the harbour', evidence)
    const points = [...evidence]
    expect(points.slice(check.start ?? 0, check.end ?? 0).join('')).toBe('the harbour')
    expect([...(check.prefix ?? '')]).toHaveLength(32)
    expect(check.prefix?.endsWith(' He spoke of “')).toBe(true)
    expect(check.suffix).toBe('” again and again, until the lam')
  })

  it('is flagged when there are several, and stays the one it was', () => {
    const evidence = 'We are ready. They were late. We are ready. They came.'
    const first = checkVerbatim('We are ready', evidence)
    expect(first).toMatchObject({ status: 'verified', start: 0, flags: ['ambiguous'] })
    const second = {
      start: 30,
      end: 42,
      exact: 'We are ready',
      prefix: 'late. ',
      suffix: '. They c',
    }
    const check = evidenceChecker(`Well. ${evidence}`)('We are ready', second)
    expect(check.start).toBe(36)
  })

  it('warns when the words before it turn it round', () => {
    expect(
      checkVerbatim('support the tunnel', 'We do not really support the tunnel.'),
    ).toMatchObject({
      status: 'verified',
      flags: ['after-negation'],
    })
    expect(checkVerbatim('support the tunnel', 'Not now. We support the tunnel.').flags).toEqual([])
  })

  it('always holds the quote’s own words, whatever surrounds them', () => {
    const word = fc
      .stringMatching(/^[a-zé“”’ﬁ…—\u00AD🙂]{1,8}$/u)
      .filter((text) => /[a-z]/.test(text))
    const words = fc.array(word, { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(words, words, words, (before, quote, after) => {
        const evidence = [...before, ...quote, ...after].join(' ')
        const check = checkVerbatim(quote.join(' '), evidence)
        expect(check.status).not.toBe('not-found')
        const points = [...evidence]
        expect(points.slice(check.start ?? 0, check.end ?? 0).join('')).toBe(check.exact)
      }),
    )
  })
})

it('a text of one endless word is searched in a moment too', { timeout: 5000 }, () => {
  expect(checkQuote('x'.repeat(9000), 'x'.repeat(1_000_000))).toBe('not-found')
})

it('a million letters of evidence are searched whatever the quote', () => {
  const sentence = 'The minister said that the harbour would be built in the spring of next year. '
  const evidence = sentence.repeat(13_000)
  expect(evidence.length).toBeGreaterThan(1_000_000)
  expect(checkVerbatim('the harbour would be … the spring of next year', evidence).tier).toBe(
    'elided',
  )
  expect(checkVerbatim('the harbor will be built in the spring of this year', evidence).tier).toBe(
    'near',
  )
  expect(checkVerbatim('a wholly different thing that nobody has ever said', evidence).tier).toBe(
    'absent',
  )
})
