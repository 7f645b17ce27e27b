/** The address of a receiver, as a form may hold it. */

const LONGEST = 2000

/**
 * Whether messages can be sent there: `http` or `https`, no login in it. Whether it leads into the private
 * network is asked when its name is resolved, each time anew.
 *
 * @returns `true`, or what to write instead
 */
export const isReceiverUrl = (value: unknown): true | string => {
  if (value === null || value === undefined || value === '') return true
  if (typeof value === 'string' && value.length > LONGEST)
    return `An address has at most ${LONGEST} characters.`
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return 'Write the whole address of the receiver, like https://partner.example/hook.'
  }
  return url.username || url.password
    ? 'Leave the login out of the address, it would be shown here. Receivers know us by the signature.'
    : true
}
