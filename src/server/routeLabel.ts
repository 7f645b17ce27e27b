/** Which of the few named routes a request went to: never an id or a slug, which would be a metric each. */
import { restRoutes } from '#src/delivery/rest/restTarget.ts'

const exact = new Map(
  [
    '/',
    '/corrections',
    '/corrections.json',
    '/graphql',
    '/healthz',
    '/readyz',
    '/metrics',
    ...restRoutes.map(({ path }) => path).filter((path) => !path.includes('{')),
  ].map((path) => [path, path]),
)

/** By what stands before the placeholder and what behind it. */
const around = new Map(
  [
    ...['/articles/{slug}', '/articles/{slug}/history', '/media/{name}', '/preview/{id}'],
    ...restRoutes.map(({ path }) => path),
  ]
    .filter((path) => path.includes('{'))
    .map((path) => [path.replace(/\{\w+\}/, '{}'), path]),
)

const filled = (path: string): string | undefined => {
  const end = path.lastIndexOf('/') + 1
  const start = path.lastIndexOf('/', end - 2) + 1
  return (
    around.get(`${path.slice(0, end)}{}`) ??
    around.get(`${path.slice(0, start)}{}${path.slice(end - 1)}`)
  )
}

const rooms = ['/api/graphql', '/api', '/admin', '/_next']

/** Names the route of an address; `other` for what is none. */
export const routeLabel = (url: string): string => {
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  return (
    exact.get(path) ??
    filled(path) ??
    rooms.find((room) => path === room || path.startsWith(`${room}/`)) ??
    'other'
  )
}
