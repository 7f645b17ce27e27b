/** The meanings a colour may have. The words say the same: nothing rests on colour alone. */
export type Tone = 'quiet' | 'waiting' | 'alert' | 'good' | 'timed' | 'live'

/** A word in a coloured pill. */
export const Badge = ({ tone, children }: { tone: Tone; children: string }) => (
  <span className={`vb-badge vb-badge--${tone}`}>{children}</span>
)
