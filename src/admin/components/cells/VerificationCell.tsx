import type { DefaultServerCellComponentProps, SelectFieldClient } from 'payload'
import { VerificationBadge } from '#src/admin/components/badges/VerificationBadge.tsx'

/** The verdict on a quote in a list. */
export const VerificationCell = ({
  cellData,
  rowData,
}: DefaultServerCellComponentProps<SelectFieldClient, string>) => (
  <VerificationBadge kind={kindOf(rowData)} status={cellData} />
)

const kindOf = (row: unknown): unknown => (row as { kind?: unknown } | null | undefined)?.kind
