/** Descriptions that are somebody’s second name in a story. */
import type { Speaker } from './speaker.ts'

/** `the company`, `her client`: words for somebody whom a story names elsewhere: never certain. */
export const standsForSomebody = ({ form, name, noun }: Speaker): boolean =>
  (form === 'organisation' || form === 'unnamed') &&
  stand.test((form === 'unnamed' ? noun : name) ?? '')

const stand =
  /^(?:company|firm|group|club|operator|retailer|chain|brewery|brand|clients?|entreprise|société|groupe|firme|cliente?s?|empresa|compañía|firma|grupo|azienda|società|ditta|gruppo|assistit[oa]|companhia|clube|unternehmen|konzern|verein|klub|mandant(?:in)?)$/
