import { Link } from '@payloadcms/ui'
import { Badge } from '#src/admin/components/badges/Badge.tsx'
import { VerificationBadge } from '#src/admin/components/badges/VerificationBadge.tsx'
import type { DeskQuote } from '#src/admin/components/desk/loadDesk.ts'

/** A quote to look at, and why. */
export const QuoteRow = ({ quote, href }: { quote: DeskQuote; href: string }) => (
  <li className="vb-row">
    <Link className="vb-row__words" href={href} prefetch={false}>
      “{quote.text}”
    </Link>
    <span className="vb-row__detail">
      {!quote.speaker && <Badge tone="alert">No speaker</Badge>}
      {(quote.verification === 'differs' || quote.verification === 'not-found') && (
        <VerificationBadge status={quote.verification} />
      )}
    </span>
  </li>
)
