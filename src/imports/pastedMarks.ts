/** Emphasis of pasted text: what elements and inline styles say together. */
import type { PastedMark } from '#src/imports/pastedRuns.ts'

const TAGS: Record<string, PastedMark> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  u: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}

/** The declarations of a `style` attribute. */
export const readStyle = (style: string | null): Map<string, string> =>
  new Map(
    (style ?? '').split(';').flatMap((declaration): [string, string][] => {
      const colon = declaration.indexOf(':')
      if (colon < 0) return []
      const name = declaration.slice(0, colon).trim().toLowerCase()
      return [
        [
          name,
          declaration
            .slice(colon + 1)
            .trim()
            .toLowerCase(),
        ],
      ]
    }),
  )

/**
 * The marks inside an element. A style outweighs the element: Google Docs wraps everything it copies in a `<b>`
 * that is not bold.
 */
export const marksInside = (
  outer: readonly PastedMark[],
  tag: string,
  style: Map<string, string>,
): readonly PastedMark[] => {
  const marks = new Set(outer)
  const own = TAGS[tag]
  if (own) marks.add(own)
  for (const [mark, isOn] of styled(style)) {
    if (isOn) marks.add(mark)
    else marks.delete(mark)
  }
  return [...marks]
}

const styled = (style: Map<string, string>): [PastedMark, boolean][] => {
  const found: [PastedMark, boolean][] = []
  const weight = style.get('font-weight')
  if (weight && /^(bold|bolder|normal|lighter|\d+)/.test(weight)) {
    found.push(['bold', weight.startsWith('bold') || Number.parseInt(weight, 10) >= 600])
  }
  const slant = style.get('font-style')
  if (slant && /^(italic|oblique|normal)/.test(slant)) {
    found.push(['italic', !slant.startsWith('normal')])
  }
  const line = style.get('text-decoration-line') ?? style.get('text-decoration') ?? ''
  if (line.includes('underline')) found.push(['underline', true])
  if (line.includes('line-through')) found.push(['strikethrough', true])
  if (/^none/.test(line)) found.push(['underline', false], ['strikethrough', false])
  const height = style.get('vertical-align')
  if (height === 'super') found.push(['superscript', true])
  if (height === 'sub') found.push(['subscript', true])
  if (height === 'baseline') found.push(['superscript', false], ['subscript', false])
  return found
}
