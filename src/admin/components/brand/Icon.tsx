import { Mark } from '#src/admin/components/brand/Mark.tsx'

/** The sign alone, at the head of every screen. */
export const Icon = () => <Mark className="vb-icon" size={24} />
