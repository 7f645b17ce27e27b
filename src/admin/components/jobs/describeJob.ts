/** What a job does, in the words of the newsroom. */

type Described = { kind?: unknown; payload?: unknown }

/** A phrase without a full stop; the name of the kind where it is not known. */
export const describeJob = ({ kind, payload }: Described): string => {
  const because = (payload as { because?: unknown } | null | undefined)?.because
  const reason =
    typeof because === 'string' && because !== '' ? ` after a change of ${because}` : ''
  if (kind === 'publish') return 'Publishing a story at its time'
  if (kind === 'refresh') return `Bringing a live story up to date${reason}`
  if (kind === 'spread') return `Finding the live stories to bring up to date${reason}`
  return `Work of the kind “${String(kind)}”`
}
