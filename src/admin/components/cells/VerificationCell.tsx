import type { DefaultServerCellComponentProps, SelectFieldClient } from 'payload'
import { VerificationBadge } from '#src/admin/components/badges/VerificationBadge.tsx'

/** The verdict on a quote in a list. */
export const VerificationCell = ({
  cellData,
}: DefaultServerCellComponentProps<SelectFieldClient, string>) => (
  <VerificationBadge status={cellData} />
)
