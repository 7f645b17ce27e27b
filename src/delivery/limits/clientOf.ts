/** Who asks, as far as an address tells: behind proxies only as far as they are believed. */
import { isIP } from 'node:net'

/**
 * The address that a limit counts: IPv4 as it is, IPv6 by its /64, which is what one household gets.
 *
 * @param options.socket the address at the other end of the connection
 * @param options.forwardedFor `X-Forwarded-For` as it came; each proxy appends whom it was asked by
 * @param options.trustProxy how many proxies in front are believed: with 0 the header says nothing
 */
export const clientOf = (options: {
  socket: string
  forwardedFor: string | null
  trustProxy: number
}): string => {
  const { socket, forwardedFor, trustProxy } = options
  if (trustProxy === 0 || forwardedFor === null) return network(socket) ?? socket
  const hops = forwardedFor.split(',').slice(-trustProxy)
  return network(withoutPort(hops[0]?.trim() ?? '')) ?? network(socket) ?? socket
}

const withoutPort = (hop: string): string =>
  /^\[(.+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop

const network = (address: string): string | null => {
  const version = isIP(address)
  if (version === 4) return address
  if (version === 0) return null
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  return mapped ?? `${first64(address)}::/64`
}

/** RFC 4291 §2.2: `::` stands for as many zero groups as are missing; an IPv4 tail stands for two. */
const first64 = (address: string): string => {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const groups = head === '' ? [] : head.split(':')
  if (tail !== undefined) {
    const ends = tail === '' ? [] : tail.replace(/[\d.]+\.\d+$/, '0:0').split(':')
    while (groups.length + ends.length < 8) groups.push('0')
    groups.push(...ends)
  }
  const leading = groups.slice(0, 4).map((group) => parseInt(group, 16).toString(16))
  return leading.join(':')
}
