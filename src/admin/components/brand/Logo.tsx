import { Mark } from '#src/admin/components/brand/Mark.tsx'

/** Sign and name, on the login page. */
export const Logo = () => (
  <div className="vb-logo">
    <Mark size={44} />
    <span className="vb-logo__name">Verbatim</span>
  </div>
)
