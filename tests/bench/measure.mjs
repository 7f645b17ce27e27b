/** Requests: one to record what is answered, many to see how fast. */
import http from 'node:http'
import autocannon from 'autocannon'

/** @typedef {{ name: string, url: string, method?: 'GET' | 'POST', headers?: Record<string, string>, body?: string }} Target */

/** Given anew by Node to every answer. */
const ownHeaders = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']

/**
 * What a target answers, byte for byte.
 *
 * @param {Target} target
 * @returns {Promise<import('./raw.mjs').Recorded>}
 */
export const record = ({ url, method = 'GET', headers = {}, body }) =>
  new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers }, (response) => {
      /** @type {Buffer[]} */
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const kept = Object.entries(response.headers).filter(([name]) => !ownHeaders.includes(name))
        const status = response.statusCode ?? 0
        const length = status === 304 ? [] : [['content-length', String(bytes.length)]]
        resolve({
          status,
          headers: Object.fromEntries([...kept, ...length]),
          body: bytes.toString('base64'),
        })
      })
    })
    request.once('error', reject)
    request.end(body)
  })

/**
 * Requests per second, for `seconds`. Throws when any answer has another status than the recorded one.
 *
 * @param {{ target: Target, status: number, seconds: number }} run
 */
export const measure = async ({ target, status, seconds }) => {
  const { url, method = 'GET', headers = {}, body } = target
  const result = await autocannon({
    url,
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    connections: 10,
    duration: seconds,
  })
  const statuses = Object.keys(result.statusCodeStats)
  if (result.errors > 0 || statuses.length !== 1 || statuses[0] !== String(status)) {
    throw new Error(
      `${target.name}: ${result.errors} errors, answers ${statuses.join(', ')} instead of ${status}.`,
    )
  }
  return result.requests.total / result.duration
}
