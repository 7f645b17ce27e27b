import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DOMParser } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { cleanPastedHtml } from '#src/imports/pastedHtml.ts'
import { cpuOf } from '#tests/unit/quotes/longTexts.ts'

const parse = (html: string): Document =>
  new DOMParser().parseFromString(html, 'text/html') as unknown as Document

const clean = (html: string) => cleanPastedHtml(html, { parse })

const cleanFixture = (name: string) =>
  clean(readFileSync(path.join(import.meta.dirname, '../../fixtures/paste', name), 'utf8'))

describe('Word', () => {
  const { html, doubts } = cleanFixture('word-2016.html')

  test('keeps headings, lists, quotations, links and emphasis, and nothing else', () => {
    expect(html).toBe(
      [
        '<h2>Harbour wall to rise by two metres</h2>',
        '<h2>What the council decided</h2>',
        '<p>The council of Port Arden voted on <strong>Tuesday</strong> to raise the <em>entire</em> sea wall, at a cost of 10&nbsp;million, <a href="https://example.org/minutes?id=7&amp;utm_source=letter">the minutes</a> show. Two members objected.</p>',
        '<blockquote>We build for the children who will swim here.<br>And for those who will not have to.</blockquote>',
        '<h2>The three steps</h2>',
        '<ol><li>Survey the old wall<ol><li>above water</li><li>below water</li></ol></li><li>Raise it</li></ol>',
        '<p>Still open:</p>',
        '<ul><li>who pays<ul><li>the <strong>state</strong> or the town</li></ul></li></ul>',
        '<p><strong>Year</strong> | <strong>Cost</strong></p>',
        '<p>2027 | 4 million</p>',
        '<p>See also the file and the note[1].</p>',
      ].join(''),
    )
  })

  test('says what an editor should look at', () => {
    expect(doubts.map(({ code }) => code)).toEqual([
      'paste-quotation',
      'paste-tracked-changes',
      'paste-picture',
      'paste-table',
      'paste-comment',
      'paste-link',
    ])
    expect(doubts[0]?.excerpt).toContain('We build for the children')
    expect(doubts.find(({ code }) => code === 'paste-picture')?.message).toMatch(/^1 picture /)
  })

  test('for the web: lists that are cut into pieces are put together by their levels', () => {
    expect(cleanFixture('word-365-web.html').html).toBe(
      [
        '<h2>Ferry line returns</h2>',
        '<p>The line will run <strong>hourly</strong>, <a href="https://ferries.example/timetable">says the company</a>.</p>',
        '<ul><li>north pier<ul><li>weekdays</li></ul></li><li>south pier</li></ul>',
      ].join(''),
    )
  })
})

test('Google Docs: the bold wrapper means nothing, styles do, redirects are taken off links', () => {
  const { html, doubts } = cleanFixture('google-docs.html')
  expect(html).toBe(
    [
      '<h2>A library without walls</h2>',
      '<p>The <strong>city library</strong><em> opens</em> on 3 May, as <a href="https://library.example/news?page=2&amp;ref=home">its own page</a> announced.</p>',
      '<h3>What is new</h3>',
      '<ol><li>Reading rooms<ul><li>for children</li><li>for quiet work</li></ul></li><li>A roof<br>to sit on</li></ol>',
      '<p>H<sub>2</sub>O</p>',
    ].join(''),
  )
  expect(doubts).toEqual([])
})

test('web pages: scripts and hidden parts go, words stay', () => {
  const { html, doubts } = cleanFixture('web-page.html')
  expect(html).toBe(
    [
      '<h2>Bridge opens after nine years</h2>',
      '<p>The new bridge on Monday. Photo: A. Moreau</p>',
      '<p>“It was worth it,” said <a href="https://news.example/people/lind?utm_campaign=a">the mayor</a>. She smiled.</p>',
      '<p>First line<br>second line</p>',
      '<p>A new paragraph</p>',
      '<blockquote>We waited long enough.<br>Now we cross.</blockquote>',
      '<h4>Background</h4>',
      '<ul><li>Two lanes<ul><li>one for bicycles</li></ul></li><li>Toll: 5&nbsp;%<br>from June</li></ul>',
      '<p>Only layout</p>',
      '<p>Click here or subscribe. She called it “a good day”.</p>',
      '<hr>',
      '<p>line one<br>line two</p>',
    ].join(''),
  )
  expect(doubts.map(({ code }) => code)).toEqual([
    'paste-quotation',
    'paste-picture',
    'paste-embed',
    'paste-link',
  ])
})

describe('one rule at a time', () => {
  test.each([
    [
      'a few words join the sentence at the caret',
      '<p>a <b>few</b> words</p>',
      'a <strong>few</strong> words',
    ],
    ['nothing but space is nothing', '<p>&nbsp;</p><br><div> </div>', ''],
    [
      'levels that are skipped are not invented',
      '<ul><li aria-level="1">a</li><li aria-level="3">b</li></ul>',
      '<ul><li>a<ul><li>b</li></ul></li></ul>',
    ],
    [
      'a copy that begins inside a list',
      '<ul><li aria-level="2">a</li><li aria-level="1">b</li></ul>',
      '<ul><li>a</li><li>b</li></ul>',
    ],
    [
      'bullets and numbers side by side are two lists',
      '<ul><li>a</li></ul><ol><li>b</li></ol>',
      '<ul><li>a</li></ul><ol><li>b</li></ol>',
    ],
    [
      'two lists stay two lists',
      '<ul><li>a</li></ul><ul><li>b</li></ul>',
      '<ul><li>a</li></ul><ul><li>b</li></ul>',
    ],
    [
      'text of angle brackets stays text',
      '<p>&lt;img onerror=x&gt;</p><p>&amp;lt;</p>',
      '<p>&lt;img onerror=x&gt;</p><p>&amp;lt;</p>',
    ],
    [
      'links wrapped by mail',
      '<a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb%3Fc%3D1&amp;data=05">b</a>',
      '<a href="https://a.example/b?c=1">b</a>',
    ],
    ['a script hidden behind tabs', '<a href="java&#9;script:alert(1)">b</a>', 'b'],
    [
      'a link of several looks is one link',
      '<a href="https://a.example/">a <b>b</b></a>',
      '<a href="https://a.example/">a <strong>b</strong></a>',
    ],
    [
      'French marks keep their spaces',
      '<p>«&nbsp;mot&nbsp;» dit-il</p>',
      '«&nbsp;mot&nbsp;» dit-il',
    ],
    ['runs of no-break spaces are one space', '<p>a&nbsp;&nbsp; &nbsp;b</p>', 'a b'],
    [
      'a quotation inside an item is text of the item',
      '<ul><li><blockquote>a</blockquote>b</li></ul>',
      '<ul><li>a<br>b</li></ul>',
    ],
    [
      'a list inside a quotation',
      '<blockquote>a<ul><li>b</li></ul>c</blockquote>',
      '<blockquote>a</blockquote><ul><li>b</li></ul><blockquote>c</blockquote>',
    ],
    [
      'a list inside a cell',
      '<table><tr><td><ul><li>a</li><li>b</li></ul></td><td>c</td></tr></table><p>d</p>',
      '<p>a b | c</p><p>d</p>',
    ],
  ])('%s', (_name, given, wanted) => {
    expect(clean(given).html).toBe(wanted)
  })

  test('no attribute but a safe address survives', () => {
    const hostile =
      '<p onclick="x()" style="color:red">a</p><a href="data:text/html,x" onmouseover="y()">b</a><svg><script>z</script></svg><math><mi>q</mi></math>'
    expect(clean(hostile).html).toBe('<p>a</p><p>b</p>')
  })

  test('a long paste is cleaned in seconds of work, however busy the machine is', () => {
    const paste = '<p>Some <b>words</b> and <a href="https://a.example/">more</a>.</p>'.repeat(4000)
    let html = ''
    const spent = cpuOf(() => (html = clean(paste).html))
    expect(html).toHaveLength(4000 * 77)
    expect(spent).toBeLessThan(5000)
  })
})
