/** Shortened titles written out, and what a party beside the name adds to them. */

/** `Sen.` with a party and state is a member of the U.S. Senate; other abbreviations are written out. */
export function titleOf(role: string | null, party: string | null): string | null {
  const long = role?.includes('.') ? writtenOut(role) : role
  if (party === null) return long
  const federal = long === 'Senator' || long === 'Representative' ? `U.S. ${long}` : long
  return federal === null ? party : `${federal}, ${party}`
}

const writtenOut = (role: string): string =>
  role.replace(/^[\p{L}]+\.(?=\s|$)/u, (title) => longTitles.get(title.toLowerCase()) ?? title)

const longTitles = new Map([
  ['sen.', 'Senator'],
  ['rep.', 'Representative'],
  ['gov.', 'Governor'],
  ['gen.', 'General'],
  ['col.', 'Colonel'],
  ['maj.', 'Major'],
  ['lt.', 'Lieutenant'],
  ['sgt.', 'Sergeant'],
  ['capt.', 'Captain'],
  ['adm.', 'Admiral'],
  ['rev.', 'Reverend'],
  ['prof.', 'Professor'],
  ['supt.', 'Superintendent'],
  ['det.', 'Detective'],
  ['cmdr.', 'Commander'],
  ['amb.', 'Ambassador'],
])
