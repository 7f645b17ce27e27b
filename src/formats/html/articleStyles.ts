/**
 * The style sheet of every reading page, inlined: one request, no flash, nothing to block.
 * Exported as text so that the server can allow it by hash in its content security policy.
 */
export const articleStyles = `
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --raised: #f5f2ec; --ink: #1a1917; --soft: #595650; --rule: #dcd7cc; --accent: #9c1c28; --added: #14602f; --removed: #a3241f;
  --serif: Charter, 'Bitstream Charter', 'Iowan Old Style', 'Source Serif 4', Cambria, Georgia, 'Liberation Serif', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', sans-serif;
  --measure: 40rem; --wide: 60rem;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #151618; --raised: #1e2023; --ink: #e9e6e0; --soft: #aaa69d; --rule: #37393d; --accent: #f0888f; --added: #7fd79a; --removed: #f59a92; }
}
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 2rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.1875rem/1.62 var(--serif); overflow-wrap: break-word; text-rendering: optimizeLegibility; font-kerning: normal; }
a { color: inherit; text-decoration-color: var(--accent); text-decoration-thickness: .08em; text-underline-offset: .18em; }
a:hover { color: var(--accent); text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
:target { background: color-mix(in srgb, var(--accent) 14%, transparent); box-shadow: 0 0 0 .35rem color-mix(in srgb, var(--accent) 14%, transparent); border-radius: 1px; }
img { display: block; max-width: 100%; height: auto; background: var(--raised); }
h1, h2, h3, h4 { line-height: 1.18; text-wrap: balance; margin: 0; }
p, ul, ol, figure, blockquote { margin: 0; }
.skip-link { position: absolute; inset-inline-start: 1rem; top: -6rem; background: var(--ink); color: var(--paper); padding: .6rem 1rem; font: 600 1rem var(--sans); z-index: 2; }
.skip-link:focus { top: 1rem; color: var(--paper); }
.banner { background: #ffd75e; color: #1a1917; font: 600 .9375rem/1.4 var(--sans); text-align: center; padding: .65rem 1.25rem; }
.masthead { border-bottom: 1px solid var(--rule); padding: 1.1rem 1.25rem; text-align: center; }
.masthead a { display: inline-block; padding: .2rem; text-decoration: none; font-size: 1.75rem; line-height: 1.1; font-weight: 700; letter-spacing: -.02em; }
.masthead h1 { font-size: 1em; line-height: inherit; }
.masthead img { height: 2.25rem; width: auto; background: none; }
main { padding: 0 1.25rem; }
article > *, .notice > *, .site-footer > * { max-width: var(--measure); margin-inline: auto; }
.story-header { padding-top: clamp(1.75rem, 5vw, 3.5rem); }
.kicker { font: 700 .8125rem/1.4 var(--sans); letter-spacing: .07em; text-transform: uppercase; color: var(--accent); margin-bottom: .8rem; }
.kicker .kind { color: var(--soft); }
h1 { font-size: clamp(2.05rem, 1.45rem + 2.7vw, 3.1rem); line-height: 1.1; letter-spacing: -.018em; font-weight: 700; }
.standfirst { font-size: 1.3rem; line-height: 1.45; color: var(--soft); margin-top: 1rem; text-wrap: pretty; }
.credits { font: .9375rem/1.5 var(--sans); margin-top: 1.5rem; padding-top: .9rem; border-top: 1px solid var(--rule); }
.byline { font-weight: 650; }
.times { color: var(--soft); }
.times span { display: inline-block; margin-inline-end: .75em; }
.correction-flag { font: .9375rem/1.5 var(--sans); margin-top: 1rem; padding: .55rem .9rem; border-inline-start: 4px solid var(--accent); background: var(--raised); }
.newer-story { font: 650 1rem/1.5 var(--sans); margin-top: 1rem; padding: .55rem .9rem; border: 1px solid var(--accent); border-radius: 6px; }
.newer-story span { color: var(--accent); }
.lead-image { max-width: var(--wide); margin-block: 2rem 0; }
.lead-image img { width: 100%; }
figcaption { font: .875rem/1.5 var(--sans); color: var(--soft); padding-top: .6rem; }
.lead-image figcaption { max-width: var(--measure); margin-inline: auto; border-bottom: 1px solid var(--rule); padding-bottom: .8rem; }
.credit { font-size: .8125rem; letter-spacing: .01em; }
.caption + .credit::before { content: '\\00b7'; margin-inline-end: .35em; }
.story-body { margin-top: 2rem; }
.story-body > * + * { margin-top: 1.25em; }
.story-body p { text-wrap: pretty; hanging-punctuation: first; }
.story-body h2 { font-size: 1.6rem; letter-spacing: -.01em; margin-top: 2.2em; }
.story-body h3 { font-size: 1.3rem; margin-top: 2em; }
.story-body h4 { font-size: 1.1rem; margin-top: 1.8em; }
.story-body :is(h2, h3, h4) + * { margin-top: .6em; }
.story-body :is(ul, ol) { padding-inline-start: 1.4em; }
.story-body li + li, .story-body li > :is(ul, ol) { margin-top: .4em; }
.story-body li::marker { color: var(--accent); }
.dateline { font: 700 .84em var(--sans); letter-spacing: .04em; text-transform: uppercase; }
code { font-size: .88em; background: var(--raised); padding: .1em .3em; border-radius: 3px; }
hr { border: 0; text-align: center; color: var(--soft); margin-block: 2.2em; }
hr::before { content: '* * *'; letter-spacing: .4em; }
blockquote, .paraphrase { border-inline-start: 3px solid var(--accent); padding-inline-start: 1.35rem; margin-block: 1.9em; }
blockquote > p + p { margin-top: .7em; }
blockquote.quote > p:first-child { font-size: 1.16em; line-height: 1.5; quotes: auto; }
blockquote.quote > p:first-child::before, .pull-quote p::before { content: open-quote; }
blockquote.quote > p:first-child::after, .pull-quote p::after { content: close-quote; }
blockquote footer, .paraphrase footer { font: .9375rem/1.5 var(--sans); color: var(--soft); margin-top: .65rem; }
blockquote cite, .paraphrase cite { font-style: normal; font-weight: 650; color: var(--ink); }
.paraphrase { border-inline-start-style: dotted; }
.original { font-size: .95em; color: var(--soft); }
.original .label { font: 600 .8125rem var(--sans); }
.pull-quote { margin-block: 2.6em; padding-block: 1.5rem; border-block: 1px solid var(--rule); text-align: center; }
.pull-quote blockquote { border: 0; padding: 0; margin: 0; }
.pull-quote p { font-size: clamp(1.45rem, 1.2rem + 1.2vw, 1.9rem); line-height: 1.3; letter-spacing: -.01em; color: var(--accent); text-wrap: balance; }
.image { margin-block: 2.2em; }
.image img { width: 100%; }
.embed a { display: block; font: 1rem/1.45 var(--sans); padding: .9rem 1.1rem; border: 1px solid var(--rule); border-radius: 6px; background: var(--raised); text-decoration: none; }
.embed .provider { display: block; font-size: .8125rem; color: var(--soft); }
.embed a:hover { border-color: var(--accent); }
.story-footer { font: 1rem/1.55 var(--sans); margin-top: 3.2rem; }
.story-footer > * + * { margin-top: 2.25rem; }
.story-footer h2 { font: 700 1.2rem/1.3 var(--sans); letter-spacing: -.005em; }
.story-footer h3 { font: 700 .8125rem/1.4 var(--sans); letter-spacing: .07em; text-transform: uppercase; color: var(--soft); margin-top: 1.5rem; }
.correction-note { font: .9375rem/1.5 var(--sans); margin-inline-start: 1.35rem; padding: .55rem .9rem; border-inline-start: 4px solid var(--accent); background: var(--raised); }
.story-body > * + .correction-note { margin-top: .7em; }
.corrections { border-inline-start: 4px solid var(--accent); padding-inline-start: 1.1rem; }
.corrections li { margin-top: .75rem; }
.related li { margin-top: .6rem; font-family: var(--serif); font-size: 1.1em; }
.related .what { display: block; font: .875rem/1.4 var(--sans); color: var(--soft); }
.related ul, .corrections ul, .provenance ul, .provenance ol, .topics ul, .stories { list-style: none; padding: 0; }
:is(.corrections, .correction-note) .when { font-weight: 650; }
.provenance { background: var(--raised); border-radius: 8px; padding: 1.4rem clamp(1.1rem, 4vw, 1.75rem) 1.6rem; }
.provenance h2 + p { margin-top: .5rem; }
.provenance li { padding-block: .6rem; border-top: 1px solid var(--rule); }
.provenance h3 + * { margin-top: .5rem; }
.provenance .name { font-weight: 650; }
.provenance .detail { color: var(--soft); }
.provenance cite { font-style: normal; color: var(--ink); }
.provenance .words { font-family: var(--serif); font-size: 1.06em; }
.provenance .status { display: block; font-size: .875rem; color: var(--soft); }
.tag { display: inline-block; font: 650 .75rem/1.3 var(--sans); border: 1px solid currentColor; border-radius: 99px; padding: .08rem .55rem; margin-inline-end: .4rem; color: var(--accent); }
.topics ul { display: flex; flex-wrap: wrap; gap: .5rem; }
.topics li { border: 1px solid var(--rule); border-radius: 99px; padding: .2rem .85rem; font-size: .9375rem; }
.topics h2, .authors h2 { font-size: 1rem; margin-bottom: .6rem; }
.history .key { font: .9375rem/1.5 var(--sans); color: var(--soft); margin-top: 1rem; }
ins { color: var(--added); text-decoration: underline; text-decoration-thickness: .12em; text-underline-offset: .18em; background: color-mix(in srgb, var(--added) 12%, transparent); }
del { color: var(--removed); text-decoration: line-through; text-decoration-thickness: .1em; background: color-mix(in srgb, var(--removed) 10%, transparent); }
ins, del { padding-inline: .1em; border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.versions { list-style: none; padding: 0; }
.versions > li { margin-top: 2.75rem; padding-top: 1.5rem; border-top: 1px solid var(--rule); }
.versions h2 { font: 650 1.05rem/1.4 var(--sans); }
.versions .summary { font: .9375rem/1.5 var(--sans); color: var(--soft); margin-top: .35rem; }
.versions .correction-note { margin: .9rem 0 0; }
.versions .part { margin-top: 1.1rem; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--rule); }
.versions .what { font: 600 .8125rem/1.4 var(--sans); letter-spacing: .03em; color: var(--soft); margin-bottom: .2rem; }
.older { font: .9375rem/1.5 var(--sans); color: var(--soft); margin-top: 2.75rem; }
.site-footer { border-top: 1px solid var(--rule); margin-top: 4rem; padding: 1.5rem 1.25rem 2.5rem; font: .9375rem/1.6 var(--sans); color: var(--soft); }
.site-footer a { padding-block: .2rem; }
main:has(.front) + .site-footer > * { max-width: var(--wide); }
.notice { padding-block: clamp(2.5rem, 9vw, 6rem) 1rem; }
.notice .standfirst { color: var(--ink); }
.notice .action { font-family: var(--sans); font-size: 1rem; margin-top: 2rem; }
.front { max-width: var(--wide); margin-inline: auto; padding-top: 2.5rem; }
.stories { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: 2.5rem 2rem; }
.stories > li { border-top: 1px solid var(--rule); padding-top: 1.25rem; }
.stories h2 { font-size: 1.4rem; letter-spacing: -.01em; }
.stories h2 a { text-decoration: none; }
.stories h2 a:hover { text-decoration: underline; text-decoration-color: var(--accent); }
.stories .standfirst { font-size: 1rem; line-height: 1.5; margin-top: .6rem; }
.stories .kicker { margin-bottom: .4rem; font-size: .75rem; }
.stories .times { font: .875rem/1.5 var(--sans); margin-top: .6rem; }
.stories > .top { grid-column: 1 / -1; border-top: 0; padding-top: 0; display: grid; gap: 1.25rem 2rem; }
.stories > .top h2 { font-size: clamp(1.9rem, 1.4rem + 2.2vw, 2.75rem); line-height: 1.1; letter-spacing: -.018em; }
.stories > .top .standfirst { font-size: 1.15rem; }
.stories > .top img { width: 100%; aspect-ratio: 3 / 2; object-fit: cover; }
@media (min-width: 48rem) { .stories > .top.pictured { grid-template-columns: 1.35fr 1fr; align-items: start; } }
@media (max-width: 30rem) { body { font-size: 1.125rem; } .lead-image { margin-inline: -1.25rem; } .lead-image figcaption { margin-inline: 1.25rem; } }
@media (prefers-contrast: more) { :root { --soft: var(--ink); --rule: var(--ink); } }
@media print {
  :root { --paper: #fff; --raised: #fff; --ink: #000; --soft: #333; --rule: #999; --accent: #000; --added: #000; --removed: #000; }
  body { font-size: 11pt; }
  .skip-link, .banner, .topics, .embed .provider { display: none; }
  main { padding: 0; }
  article > * { max-width: none; }
  h1 { font-size: 24pt; }
  .lead-image img, .image img { max-height: 9cm; width: auto; margin-inline: auto; }
  .story-body a[href^='http']::after { content: ' (' attr(href) ')'; font-size: .8em; color: var(--soft); }
  .provenance { border: 1px solid var(--rule); }
  ins { font-weight: 700; }
  h2, h3, figure, blockquote, li { break-inside: avoid; }
  .versions > li { break-inside: auto; }
  h2, h3 { break-after: avoid; }
  p { orphans: 3; widows: 3; }
}
`
