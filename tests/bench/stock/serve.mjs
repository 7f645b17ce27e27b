/** Serves the built stock Payload on a free port, as `next start` does, and says which. */
import http from 'node:http'
import next from 'next'

const app = next({ dev: false, dir: import.meta.dirname })
await app.prepare()
const answer = app.getRequestHandler()
const server = http.createServer((req, res) => void answer(req, res))
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: /** @type {import('node:net').AddressInfo} */ (server.address()).port })
})
process.once('disconnect', () => process.exit(0))
