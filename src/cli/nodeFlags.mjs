/**
 * How Node must be started for anything that loads Payload.
 *
 * The rich text editor's packages have an entry for Node that awaits an import while it is itself being
 * imported. On a busy machine Node 20 then waits for ever: the process ends with code 13, or with 0 and
 * nothing done. The condition `production` names their plain entry, which waits for nothing.
 */
export const nodeFlags = ['--conditions=production']

/** Was this process started with them? */
export const hasNodeFlags = () => {
  const given = [...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(/\s+/)]
  return nodeFlags.every((flag) => given.includes(flag))
}
