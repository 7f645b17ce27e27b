import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { describeError } from '#src/cli/describeError.ts'
import { freePort } from '#src/cli/freePort.ts'
import { describeReady, readyData } from '#src/cli/ready.ts'
import { AppError } from '#src/errors.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const occupy = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer()
    servers.push(server)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

describe('the port', () => {
  test('that is free is taken, and free again for the server', async () => {
    const port = await freePort({ host: '127.0.0.1', port: 0 })
    expect(port).toBeGreaterThan(0)
    expect(await freePort({ host: '127.0.0.1', port })).toBe(port)
  })

  test('that is busy is named, with how to choose another', async () => {
    const port = await occupy()
    await expect(freePort({ host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'bad-configuration',
      message: `Port ${port} is in use by another program. Stop that, or choose another port: PORT=${port + 1} npm start`,
    })
  })

  test('of an address that is not ours is refused', async () => {
    await expect(freePort({ host: '203.0.113.7', port: 0 })).rejects.toThrow(
      'HOST=203.0.113.7 is no address of this machine.',
    )
  })
})

describe('what start prints', () => {
  const ready = {
    url: 'http://localhost:3000',
    bootMs: 1234,
    account: { email: 'admin@example.org', password: 'correct-horse' },
    samplePath: '/articles/sample',
  }

  test('has every address, and the password of a new installation', () => {
    expect(
      describeReady(ready)
        .trim()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      'Verbatim is ready (1.2 s).',
      '',
      'Admin panel   http://localhost:3000/admin',
      'sign in as  admin@example.org',
      'password    correct-horse   (shown only this once)',
      'GraphQL       http://localhost:3000/graphql',
      'REST          http://localhost:3000/v1/articles',
      'A page        http://localhost:3000/articles/sample',
      '',
      'Stop it with Ctrl+C.',
    ])
  })

  test('says nothing of what is not there', () => {
    const text = describeReady({ ...ready, account: null, samplePath: null })
    expect(text).not.toMatch(/password|A page/)
  })

  test('is the same for scripts', () => {
    expect(readyData(ready)).toEqual({
      url: 'http://localhost:3000',
      admin: 'http://localhost:3000/admin',
      graphql: 'http://localhost:3000/graphql',
      rest: 'http://localhost:3000/v1/articles',
      page: 'http://localhost:3000/articles/sample',
      account: ready.account,
      bootMs: 1234,
    })
  })
})

describe('errors', () => {
  test('list their problems, each with what to do', () => {
    const error = new AppError('unprocessable', 'This story cannot be published.', {
      problems: [
        {
          code: 'a',
          severity: 'error',
          path: 'quotes.0',
          message: 'A quote has no speaker.',
          fix: 'Name one.',
        },
      ],
    })
    expect(describeError(error).text).toBe(
      'This story cannot be published.\n  - A quote has no speaker. Name one.',
    )
  })

  test('that nobody expected tell how to see more, not their stack', () => {
    expect(describeError(new Error('Disk full')).text).toBe(
      'Disk full\nSet VERBATIM_DEBUG=1 to see where this happened.',
    )
  })
})
