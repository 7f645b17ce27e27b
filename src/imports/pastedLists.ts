/** Lists of a paste: what Word means by a list paragraph, and flat items with levels made into nested lists. */

export type ListItem = { level: number; isOrdered: boolean; list: string; html: string }

/**
 * Nests items by their level. A level that is skipped is not invented; an item that stands further out than the
 * first one begins the outer list anew.
 */
export const serialiseList = (items: readonly ListItem[]): string => {
  const entries: { item: ListItem; below: ListItem[] }[] = []
  let outermost = items[0]?.level ?? 1
  for (const item of items) {
    const last = entries.at(-1)
    if (last && item.level > outermost) last.below.push(item)
    else {
      outermost = item.level
      entries.push({ item, below: [] })
    }
  }
  let html = ''
  entries.forEach(({ item, below }, index) => {
    const previous = entries[index - 1]?.item
    const tag = tagOf(item)
    if (!previous) html += `<${tag}>`
    else if (previous.list !== item.list || previous.isOrdered !== item.isOrdered) {
      html += `</${tagOf(previous)}><${tag}>`
    }
    html += `<li>${item.html}${below.length > 0 ? serialiseList(below) : ''}</li>`
  })
  const last = entries.at(-1)?.item
  return last ? `${html}</${tagOf(last)}>` : html
}

const tagOf = ({ isOrdered }: ListItem): string => (isOrdered ? 'ol' : 'ul')

/** What `mso-list:l0 level2 lfo1` says, or `null`: `none`, `skip` and `Ignore` are no items. */
export const readWordList = (style: string | null): { list: string; level: number } | null => {
  const found = /mso-list:\s*(l\d+)\s+level(\d)\s*(lfo\d+)?/i.exec(style ?? '')
  if (!found) return null
  return { list: `${found[1]} ${found[3] ?? ''}`.trim(), level: Number(found[2]) }
}

/** Whether the mark that Word wrote before an item counts: `3.`, `b)`, `(iv)`; not `·`, `o`, `§`. */
export const isNumbering = (mark: string): boolean =>
  /^\s*\(?(?:\d{1,4}|[a-z]{1,2}|[ivxlcdm]{1,8})(?:[.)]|\.\d)/iu.test(mark.replaceAll('\u00A0', ' '))
