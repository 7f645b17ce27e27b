/** Lines that web pages put around an article: print, share, send. Only at the edges; the same words inside prose stay. */

const toolbar =
  /^(?:[•·▪*|-]\s*)?(?:print(?:er)?[\s-]?friendly\b.*|print(?: this)?(?: article| page| story)?|(?:send|save) to (?:kindle|pocket|instapaper|a friend)|e-?mail(?: this)?(?: article| story| page)?|share(?: this)?(?: article| story| page| on .{1,30})?|tweet(?: this)?|like this|(?:share|tweet|post|follow|pin)(?: us)? (?:on|to|it) (?:facebook|twitter|x|linkedin|reddit|whatsapp|pinterest|instagram|bluesky)|facebook|twitter|linkedin|whatsapp|pinterest|reddit|telegram|copy link|save(?: article| story)?|bookmark|download(?: as)? pdf|pdf|listen(?: to (?:this )?article)?|comments?(?: \(\d+\))?|\d+ (?:comments?|shares?)|(?:leave|post) a (?:comment|reply)|subscribe(?: now)?|sign up for .{1,60}newsletter.{0,30}|advertisement|skip to (?:main )?content|read more:?|related(?: articles| stories)?:?|more from .{1,60}|text size.{0,20}|imprimer|partager(?: sur .{1,30})?|drucken|teilen|imprimir|compartir(?: en .{1,30})?|stampa|condividi(?: su .{1,30})?|compartilhar|envoyer par e-?mail)$/i

/** Whether a line is a page's tool rather than the article's words. */
export const isToolbarLine = (line: string): boolean => {
  const bare = line.trim()
  return bare.length > 0 && bare.length <= 120 && toolbar.test(bare)
}

/**
 * Takes toolbar lines off the start and the end.
 * @returns the text between them, and the lines left out as found.
 */
export function withoutToolbars(text: string): { text: string; stripped: string[] } {
  const lines = text.split('\n')
  const head: string[] = []
  const tail: string[] = []
  let from = 0
  let to = lines.length
  while (from < to && isOutside(lines[from] as string)) take(lines[from++] as string, head)
  while (to > from && isOutside(lines[to - 1] as string)) take(lines[--to] as string, tail)
  return { text: lines.slice(from, to).join('\n'), stripped: [...head, ...tail.reverse()] }
}

const isOutside = (line: string): boolean => line.trim() === '' || isToolbarLine(line)

const take = (line: string, into: string[]): void => {
  if (line.trim() !== '') into.push(line.trim())
}
