import type { DefaultServerCellComponentProps, SelectFieldClient } from 'payload'
import { StateBadge } from '#src/admin/components/badges/StateBadge.tsx'

/** The state of a story in a list. */
export const StateCell = ({
  cellData,
}: DefaultServerCellComponentProps<SelectFieldClient, string>) => <StateBadge state={cellData} />
