/** Ports, before anything is started on them. */
import { createServer, type AddressInfo } from 'node:net'
import { AppError } from '#src/errors.ts'

type Address = { host: string; port: number }

/** The port itself when it is free, any free one for 0. Throws with what to do when it cannot be had. */
export const freePort = ({ host, port }: Address): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (cause: NodeJS.ErrnoException) => {
      reject(new AppError('bad-configuration', explain(cause, { host, port }), { cause }))
    })
    probe.listen(port, host, () => {
      const { port: free } = probe.address() as AddressInfo
      probe.close(() => resolve(free))
    })
  })

const explain = (error: NodeJS.ErrnoException, { host, port }: Address): string => {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop that, or choose another port: PORT=${port + 1} npm start`
    case 'EACCES':
      return `Port ${port} is reserved for the system's administrator. Choose one from 1024 on: PORT=3000 npm start`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST=${host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of its addresses.`
    default:
      return `Port ${port} on ${host} cannot be opened: ${error.message}`
  }
}
