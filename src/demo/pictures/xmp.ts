/**
 * The XMP packet a picture carries: IPTC Photo Metadata fields that tell any newsroom whose picture
 * it is, on what terms, what it shows and how it was made.
 */
import type { PictureCredit } from './recipe.ts'

/** IPTC NewsCodes: made by an algorithm alone, not from sampled training data. */
export const ALGORITHMIC_MEDIA = 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia'

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
}

/** Writes the packet for one picture. */
export function renderXmp(credit: PictureCredit): string {
  const namespaces = Object.entries(NAMESPACES)
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join('')
  const fields = [
    alternative('dc:title', credit.title),
    `<dc:creator><rdf:Seq>${credit.creators.map(item).join('')}</rdf:Seq></dc:creator>`,
    alternative('dc:rights', credit.copyrightNotice),
    credit.caption === null ? '' : alternative('dc:description', credit.caption),
    simple('photoshop:Credit', credit.creditLine),
    simple('photoshop:Source', credit.source),
    simple('xmpRights:Marked', 'True'),
    simple('xmpRights:WebStatement', credit.webStatement),
    alternative('xmpRights:UsageTerms', credit.usageTerms),
    alternative('Iptc4xmpCore:AltTextAccessibility', credit.alt),
    simple('Iptc4xmpExt:DigitalSourceType', ALGORITHMIC_MEDIA),
  ]
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${namespaces}>`,
    ...fields.filter((field) => field !== ''),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n')
}

function simple(name: string, value: string): string {
  return `<${name}>${escape(value)}</${name}>`
}

function alternative(name: string, value: string): string {
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escape(value)}</rdf:li></rdf:Alt></${name}>`
}

function item(value: string): string {
  return `<rdf:li>${escape(value)}</rdf:li>`
}

function escape(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
