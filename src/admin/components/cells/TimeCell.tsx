import type { DateFieldClient, DefaultServerCellComponentProps } from 'payload'
import { LocalTime } from '#src/admin/components/desk/LocalTime.tsx'

/** A time in a list, in the editor's own zone, near ones as a distance from now. */
export const TimeCell = ({ cellData }: DefaultServerCellComponentProps<DateFieldClient, string>) =>
  typeof cellData === 'string' && cellData !== '' ? <LocalTime at={cellData} /> : <>—</>
