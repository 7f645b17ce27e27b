/** The yardstick: Node's own server, sending the very same bytes without looking at the request. */
import http from 'node:http'

/** @typedef {{ status: number, headers: Record<string, string | string[]>, body: string }} Recorded */

process.once('message', (/** @type {Recorded[]} */ recorded) => {
  const answers = recorded.map(({ status, headers, body }) => ({
    status,
    headers,
    body: Buffer.from(body, 'base64'),
  }))
  const server = http.createServer((request, response) => {
    // `/2` is the third recording. A body that was sent is let through unread.
    request.resume()
    const answer = answers[Number(request.url?.slice(1))]
    response.writeHead(answer.status, answer.headers)
    response.end(answer.body)
  })
  server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address()?.port }))
})

process.once('disconnect', () => process.exit(0))
