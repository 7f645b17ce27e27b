'use client'

type Props = {
  /** How many quotes would be set. */
  ready: number
  canApply: boolean
  isApplying: boolean
  onApply: () => void
  onClose: () => void
}

/** The end of the walk, and the keys that lead there. */
export const PanelFoot = ({ ready, canApply, isApplying, onApply, onClose }: Props) => (
  <footer className="vb-quotes__foot">
    <p className="vb-quotes__keys">
      <kbd>J</kbd> <kbd>K</kbd> move, <kbd>Enter</kbd> applies, <kbd>Esc</kbd> closes
    </p>
    <button className="vb-key" onClick={onClose} type="button">
      Close
    </button>
    <button className="vb-key vb-key--primary" disabled={!canApply} onClick={onApply} type="button">
      {isApplying ? 'Setting…' : labelOf(ready)}
    </button>
  </footer>
)

const labelOf = (ready: number): string =>
  ready === 0 ? 'Done' : `Set ${ready} quote${ready === 1 ? '' : 's'}`
